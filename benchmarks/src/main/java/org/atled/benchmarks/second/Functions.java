package org.atled.benchmarks.second;

import org.atled.Differentiable;

/** Functions to differentiate twice. */
final class Functions {
    private static final int COMPONENTS = 10;
    private static final int POINTS = 200;

    private Functions() {}

    /** Rosenbrock's function, chained through all variables: cheap operations only. */
    @Differentiable(order = 2)
    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += a * a + 100 * b * b;
        }
        return sum;
    }

    /** log Σ exp xᵢ, without overflow. */
    @Differentiable(order = 2)
    static double logSumExp(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double xi : x) {
            largest = Math.max(largest, xi);
        }
        double sum = 0;
        for (double xi : x) {
            sum += Math.exp(xi - largest);
        }
        return largest + Math.log(sum);
    }

    /** Logarithmic likelihood of points in the plane under a mixture: means, inverse widths, logarithmic weights. */
    @Differentiable(order = 2)
    static double mixture(double[] x) {
        double[] terms = new double[COMPONENTS];
        double total = 0;
        for (int n = 0; n < POINTS; n++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < COMPONENTS; k++) {
                double width = x[2 * COMPONENTS + k];
                double u = (Math.sin(n) - x[2 * k]) * width;
                double v = (Math.cos(3 * n) - x[2 * k + 1]) * width;
                terms[k] = x[3 * COMPONENTS + k] - 0.5 * (u * u + v * v);
                largest = Math.max(largest, terms[k]);
            }
            double sum = 0;
            for (int k = 0; k < COMPONENTS; k++) {
                sum += Math.exp(terms[k] - largest);
            }
            total += largest + Math.log(sum);
        }
        return total;
    }

    /** 100 steps of a chain of pendulums: each depends on the one before. */
    @Differentiable(order = 2)
    static double pendulums(double[] x) {
        double[] q = x.clone();
        double[] force = new double[x.length];
        for (int t = 0; t < 100; t++) {
            for (int i = 0; i < q.length; i++) {
                force[i] = -Math.sin(q[i]) + 0.1 * (q[(i + 1) % q.length] - q[i]);
            }
            for (int i = 0; i < q.length; i++) {
                q[i] += 0.01 * force[i];
            }
        }
        double sum = 0;
        for (double each : q) {
            sum += each * each;
        }
        return sum;
    }
}
