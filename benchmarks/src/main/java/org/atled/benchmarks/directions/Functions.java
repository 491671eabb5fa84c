package org.atled.benchmarks.directions;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/** Functions with Jacobians, and one by few numbers. */
final class Functions {
    private static final int STEPS = 100;

    private Functions() {}

    /** Sums of exponential decays. */
    @Differentiable
    static double[] decays(double[] p, @NoDerivative double[] t) {
        double[] y = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            double sum = 0;
            for (int j = 0; j + 1 < p.length; j += 2) {
                sum += p[j] * Math.exp(-p[j + 1] * t[i]);
            }
            y[i] = sum;
        }
        return y;
    }

    /** Steps of reaction and diffusion in a chain of cells. */
    @Differentiable
    static double[] chain(double[] start, @NoDerivative double[] constants) {
        double[] u = start.clone();
        double[] change = new double[u.length];
        for (int k = 0; k < STEPS; k++) {
            for (int i = 1; i + 1 < u.length; i++) {
                change[i] = constants[0] * (u[i - 1] - 2 * u[i] + u[i + 1]) + u[i] * (1 - u[i]);
            }
            for (int i = 1; i + 1 < u.length; i++) {
                u[i] += constants[1] * change[i];
            }
        }
        return u;
    }

    /** Steps through Lorenz' equations, by their start and their parameters. */
    @Differentiable
    static double[] lorenz(double[] p, @NoDerivative double[] constants) {
        double x = p[0];
        double y = p[1];
        double z = p[2];
        for (int k = 0; k < STEPS; k++) {
            double dx = p[3] * (y - x);
            double dy = x * (p[4] - z) - y;
            double dz = x * y - p[5] * z;
            x += constants[1] * dx;
            y += constants[1] * dy;
            z += constants[1] * dz;
        }
        return new double[] {x, y, z};
    }

    /** A dense layer of a network. */
    @Differentiable
    static double[] layer(double[] x, @NoDerivative double[] weights) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += weights[i * x.length + j] * x[j];
            }
            y[i] = Math.tanh(sum);
        }
        return y;
    }
}
