package org.atled.benchmarks.rungekutta;

import java.util.Arrays;

/**
 * The gradient of {@link RungeKutta}. States and stages of all steps are kept. Everything is allocated once; not thread-safe.
 */
final class RungeKuttaByHand {
    private final int steps;
    /** The state before each step, and the last. */
    private final double[][] y;
    /** Where the rate is taken in each step after the state itself. */
    private final double[][][] stages;

    private final double[] k;
    private final double[] yCotangent;
    private final double[] kCotangent;
    private final double[] stageCotangent;

    RungeKuttaByHand(int n, int steps) {
        this.steps = steps;
        y = new double[steps + 1][n];
        stages = new double[steps][3][n];
        k = new double[n];
        yCotangent = new double[n];
        kCotangent = new double[n];
        stageCotangent = new double[n];
    }

    double gradient(double[] x, double[] xGradient) {
        double h = 1.0 / steps;
        Arrays.fill(y[0], 1);
        for (int step = 0; step < steps; step++) {
            System.arraycopy(y[step], 0, y[step + 1], 0, x.length);
            step(x, y[step], stages[step], h, y[step + 1]);
        }
        double value = square(y[steps], yCotangent);
        Arrays.fill(xGradient, 0);
        for (int step = steps - 1; step >= 0; step--) {
            pullBack(x, y[step], stages[step], h, xGradient);
        }
        return value;
    }

    private void step(double[] x, double[] before, double[][] stage, double h, double[] after) {
        rate(x, before, k);
        add(after, h / 6, k);
        move(before, h / 2, k, stage[0]);
        rate(x, stage[0], k);
        add(after, h / 3, k);
        move(before, h / 2, k, stage[1]);
        rate(x, stage[1], k);
        add(after, h / 3, k);
        move(before, h, k, stage[2]);
        rate(x, stage[2], k);
        add(after, h / 6, k);
    }

    private void pullBack(double[] x, double[] before, double[][] stage, double h, double[] xGradient) {
        scale(kCotangent, h / 6, yCotangent);
        pullBackRate(x, stage[2], kCotangent, xGradient, stageCotangent);
        scaleAndAdd(kCotangent, h / 3, yCotangent, h, stageCotangent);
        System.arraycopy(stageCotangent, 0, k, 0, k.length);
        pullBackRate(x, stage[1], kCotangent, xGradient, stageCotangent);
        scaleAndAdd(kCotangent, h / 3, yCotangent, h / 2, stageCotangent);
        add(k, stageCotangent);
        pullBackRate(x, stage[0], kCotangent, xGradient, stageCotangent);
        scaleAndAdd(kCotangent, h / 6, yCotangent, h / 2, stageCotangent);
        add(k, stageCotangent);
        pullBackRate(x, before, kCotangent, xGradient, stageCotangent);
        addBoth(yCotangent, k, stageCotangent);
    }

    private static void rate(double[] x, double[] y, double[] yDot) {
        yDot[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            yDot[i] = x[i] * y[i - 1];
        }
    }

    private static void pullBackRate(
            double[] x, double[] y, double[] yDotCotangent, double[] xGradient, double[] yCotangent) {
        int last = x.length - 1;
        xGradient[0] += yDotCotangent[0];
        for (int i = 1; i < x.length; i++) {
            xGradient[i] += y[i - 1] * yDotCotangent[i];
        }
        for (int i = 0; i < last; i++) {
            yCotangent[i] = x[i + 1] * yDotCotangent[i + 1];
        }
        yCotangent[last] = 0;
    }

    private static void move(double[] y, double h, double[] yDot, double[] stage) {
        for (int i = 0; i < y.length; i++) {
            stage[i] = y[i] + h * yDot[i];
        }
    }

    private static double square(double[] y, double[] yCotangent) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += y[i] * y[i];
        }
        scale(yCotangent, 2, y);
        return sum;
    }

    private static void scale(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = factor * b[i];
        }
    }

    private static void scaleAndAdd(double[] a, double p, double[] b, double q, double[] c) {
        for (int i = 0; i < a.length; i++) {
            a[i] = p * b[i] + q * c[i];
        }
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    private static void add(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
    }

    private static void addBoth(double[] a, double[] b, double[] c) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i] + c[i];
        }
    }
}
