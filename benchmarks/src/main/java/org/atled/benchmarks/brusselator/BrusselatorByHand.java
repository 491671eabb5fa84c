package org.atled.benchmarks.brusselator;

import java.util.Arrays;

/**
 * The gradient of {@link Brusselator}: the concentrations of all steps are kept, the cotangents are gathered, not scattered.
 * Cotangents of points inside are zero at the rim; what the rim gets is summed up apart. Everything is allocated
 * once; not thread-safe.
 */
final class BrusselatorByHand {
    private final int n;
    private final double alpha;
    private final double h;
    private final double[][] u;
    private final double[][] v;
    private double[] uCotangent;
    private double[] vCotangent;
    private double[] uNext;
    private double[] vNext;

    BrusselatorByHand(int n, double alpha, double h, int steps) {
        this.n = n;
        this.alpha = alpha;
        this.h = h;
        u = new double[steps + 1][n * n];
        v = new double[steps + 1][n * n];
        uCotangent = new double[n * n];
        vCotangent = new double[n * n];
        uNext = new double[n * n];
        vNext = new double[n * n];
    }

    double gradient(double[] u0, double[] v0, double[] uGradient, double[] vGradient) {
        int steps = u.length - 1;
        for (double[] state : u) {
            copyRim(u0, state);
        }
        for (double[] state : v) {
            copyRim(v0, state);
        }
        System.arraycopy(u0, 0, u[0], 0, u0.length);
        System.arraycopy(v0, 0, v[0], 0, v0.length);
        for (int step = 0; step < steps; step++) {
            for (int i = 1; i < n - 1; i++) {
                row(u[step], v[step], i * n, n, alpha, h, u[step + 1], v[step + 1]);
            }
        }
        double value = square(u[steps]) + square(v[steps]);
        seed(u[steps], uCotangent, uGradient);
        seed(v[steps], vCotangent, vGradient);
        for (int step = steps - 1; step >= 0; step--) {
            pullBack(u[step], v[step], uGradient, vGradient);
        }
        addInside(uGradient, uCotangent);
        addInside(vGradient, vCotangent);
        return value;
    }

    private void pullBack(double[] u, double[] v, double[] uRim, double[] vRim) {
        for (int i = 1; i < n - 1; i++) {
            pullBackRow(u, v, i * n, n, alpha, h, uCotangent, vCotangent, uNext, vNext);
        }
        gatherRim(uCotangent, uRim);
        gatherRim(vCotangent, vRim);
        double[] uLast = uCotangent;
        uCotangent = uNext;
        uNext = uLast;
        double[] vLast = vCotangent;
        vCotangent = vNext;
        vNext = vLast;
    }

    private static void row(
            double[] u, double[] v, int start, int n, double alpha, double h, double[] uNext, double[] vNext) {
        for (int p = start + 1; p < start + n - 1; p++) {
            double reaction = u[p] * u[p] * v[p];
            double uDiffusion = u[p - n] + u[p - 1] + u[p + 1] + u[p + n] - 4 * u[p];
            double vDiffusion = v[p - n] + v[p - 1] + v[p + 1] + v[p + n] - 4 * v[p];
            uNext[p] = u[p] + h * (1 + reaction - 4.4 * u[p] + alpha * uDiffusion);
            vNext[p] = v[p] + h * (3.4 * u[p] - reaction + alpha * vDiffusion);
        }
    }

    private static void pullBackRow(
            double[] u,
            double[] v,
            int start,
            int n,
            double alpha,
            double h,
            double[] uCotangent,
            double[] vCotangent,
            double[] uNext,
            double[] vNext) {
        double diffusion = h * alpha;
        for (int p = start + 1; p < start + n - 1; p++) {
            double a = uCotangent[p];
            double b = vCotangent[p];
            double reaction = h * (a - b);
            double around = uCotangent[p - n] + uCotangent[p - 1] + uCotangent[p + 1] + uCotangent[p + n] - 4 * a;
            double vAround = vCotangent[p - n] + vCotangent[p - 1] + vCotangent[p + 1] + vCotangent[p + n] - 4 * b;
            uNext[p] = a + reaction * 2 * u[p] * v[p] + h * (3.4 * b - 4.4 * a) + diffusion * around;
            vNext[p] = b + reaction * u[p] * u[p] + diffusion * vAround;
        }
    }

    private void gatherRim(double[] cotangent, double[] rim) {
        double diffusion = h * alpha;
        int last = n * (n - 1);
        for (int i = 1; i < n - 1; i++) {
            rim[i] += diffusion * cotangent[i + n];
            rim[last + i] += diffusion * cotangent[last + i - n];
            rim[i * n] += diffusion * cotangent[i * n + 1];
            rim[i * n + n - 1] += diffusion * cotangent[i * n + n - 2];
        }
    }

    private void copyRim(double[] from, double[] to) {
        int last = n * (n - 1);
        System.arraycopy(from, 0, to, 0, n);
        System.arraycopy(from, last, to, last, n);
        for (int i = 1; i < n - 1; i++) {
            to[i * n] = from[i * n];
            to[i * n + n - 1] = from[i * n + n - 1];
        }
    }

    /** The rim's part goes to the gradient, the rest to the cotangent. */
    private void seed(double[] state, double[] cotangent, double[] gradient) {
        Arrays.fill(cotangent, 0);
        for (int p = 0; p < state.length; p++) {
            gradient[p] = 2 * state[p];
        }
        for (int i = 1; i < n - 1; i++) {
            System.arraycopy(gradient, i * n + 1, cotangent, i * n + 1, n - 2);
            Arrays.fill(gradient, i * n + 1, i * n + n - 1, 0);
        }
    }

    private static void addInside(double[] gradient, double[] cotangent) {
        for (int p = 0; p < gradient.length; p++) {
            gradient[p] += cotangent[p];
        }
    }

    private static double square(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }
}
