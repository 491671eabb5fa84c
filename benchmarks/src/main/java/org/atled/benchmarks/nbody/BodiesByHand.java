package org.atled.benchmarks.nbody;

import java.util.Arrays;

/**
 * The gradient of {@link Bodies}: leapfrog backwards. Only the positions of all steps are kept; accelerations are linear in
 * nothing else. Everything is allocated once; not thread-safe.
 */
final class BodiesByHand {
    private final double[] masses;
    private final double h;
    /** The positions at first and after each step. */
    private final double[][] x;

    private final double[] v;
    private final double[] a;
    private final double[] aCotangent;

    BodiesByHand(double[] masses, double h, int steps) {
        this.masses = masses;
        this.h = h;
        int length = 3 * masses.length;
        x = new double[steps + 1][length];
        v = new double[length];
        a = new double[length];
        aCotangent = new double[length];
    }

    /** The gradients also hold the cotangents on the way. */
    double gradient(double[] positions, double[] velocities, double[] xCotangent, double[] vCotangent) {
        double value = simulate(positions, velocities);
        int last = x.length - 1;
        scale(xCotangent, 2, x[last]);
        Arrays.fill(vCotangent, 0);
        Arrays.fill(aCotangent, 0);
        for (int step = last; step > 0; step--) {
            addScaled(aCotangent, h / 2, vCotangent);
            pullBackAccelerations(x[step], masses, aCotangent, xCotangent);
            addScaled(vCotangent, h, xCotangent);
            scale(aCotangent, h / 2, vCotangent);
        }
        pullBackAccelerations(x[0], masses, aCotangent, xCotangent);
        return value;
    }

    private double simulate(double[] positions, double[] velocities) {
        System.arraycopy(positions, 0, x[0], 0, positions.length);
        System.arraycopy(velocities, 0, v, 0, velocities.length);
        accelerations(x[0], masses, a);
        for (int step = 1; step < x.length; step++) {
            addScaled(v, h / 2, a);
            move(x[step - 1], h, v, x[step]);
            accelerations(x[step], masses, a);
            addScaled(v, h / 2, a);
        }
        return square(x[x.length - 1]);
    }

    private static void accelerations(double[] x, double[] masses, double[] a) {
        Arrays.fill(a, 0);
        for (int i = 0; i < masses.length; i++) {
            accelerate(x, masses, i, a);
        }
    }

    /** Body i and those after it accelerate each other. */
    private static void accelerate(double[] x, double[] masses, int i, double[] a) {
        double xi = x[3 * i];
        double yi = x[3 * i + 1];
        double zi = x[3 * i + 2];
        double ax = 0;
        double ay = 0;
        double az = 0;
        for (int j = i + 1; j < masses.length; j++) {
            double dx = xi - x[3 * j];
            double dy = yi - x[3 * j + 1];
            double dz = zi - x[3 * j + 2];
            double square = dx * dx + dy * dy + dz * dz + Bodies.SOFTENING;
            double inverseCube = 1 / (square * Math.sqrt(square));
            double pull = masses[j] * inverseCube;
            ax -= pull * dx;
            ay -= pull * dy;
            az -= pull * dz;
            double push = masses[i] * inverseCube;
            a[3 * j] += push * dx;
            a[3 * j + 1] += push * dy;
            a[3 * j + 2] += push * dz;
        }
        a[3 * i] += ax;
        a[3 * i + 1] += ay;
        a[3 * i + 2] += az;
    }

    private static void pullBackAccelerations(double[] x, double[] masses, double[] aCotangent, double[] xCotangent) {
        for (int i = 0; i < masses.length; i++) {
            pullBackAccelerate(x, masses, i, aCotangent, xCotangent);
        }
    }

    private static void pullBackAccelerate(
            double[] x, double[] masses, int i, double[] aCotangent, double[] xCotangent) {
        double xi = x[3 * i];
        double yi = x[3 * i + 1];
        double zi = x[3 * i + 2];
        double axi = aCotangent[3 * i];
        double ayi = aCotangent[3 * i + 1];
        double azi = aCotangent[3 * i + 2];
        double mass = masses[i];
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        for (int j = i + 1; j < masses.length; j++) {
            double dx = xi - x[3 * j];
            double dy = yi - x[3 * j + 1];
            double dz = zi - x[3 * j + 2];
            // The cotangent of (dx, dy, dz) times the inverse cube.
            double qx = mass * aCotangent[3 * j] - masses[j] * axi;
            double qy = mass * aCotangent[3 * j + 1] - masses[j] * ayi;
            double qz = mass * aCotangent[3 * j + 2] - masses[j] * azi;
            double square = dx * dx + dy * dy + dz * dz + Bodies.SOFTENING;
            double root = Math.sqrt(square);
            double inverseCube = 1 / (square * root);
            // Over the square, without another division.
            double along = 3 * (qx * dx + qy * dy + qz * dz) * inverseCube * root;
            double gx = inverseCube * (qx - along * dx);
            double gy = inverseCube * (qy - along * dy);
            double gz = inverseCube * (qz - along * dz);
            sumX += gx;
            sumY += gy;
            sumZ += gz;
            xCotangent[3 * j] -= gx;
            xCotangent[3 * j + 1] -= gy;
            xCotangent[3 * j + 2] -= gz;
        }
        xCotangent[3 * i] += sumX;
        xCotangent[3 * i + 1] += sumY;
        xCotangent[3 * i + 2] += sumZ;
    }

    private static void move(double[] x, double h, double[] v, double[] to) {
        for (int i = 0; i < x.length; i++) {
            to[i] = x[i] + h * v[i];
        }
    }

    private static void scale(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = factor * b[i];
        }
    }

    private static void addScaled(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
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
