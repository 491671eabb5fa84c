package org.atled.benchmarks.brusselator;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/**
 * The Brusselator in two dimensions, by explicit Euler steps: ∂u/∂t = 1 + u²v − 4.4·u + α·∇²u, ∂v/∂t = 3.4·u − u²v + α·∇²v
 * on a square of n×n points, those at the rim fixed.
 */
final class Brusselator {
    private Brusselator() {}

    /** The sum of the squares of both concentrations in the end. */
    @Differentiable
    static double sumOfSquares(
            double[] u0, double[] v0, int n, @NoDerivative double alpha, @NoDerivative double h, int steps) {
        double[] u = u0.clone();
        double[] v = v0.clone();
        double[] uNext = u0.clone();
        double[] vNext = v0.clone();
        for (int step = 0; step < steps; step++) {
            step(u, v, n, alpha, h, uNext, vNext);
            double[] uLast = u;
            u = uNext;
            uNext = uLast;
            double[] vLast = v;
            v = vNext;
            vNext = vLast;
        }
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * u[i] + v[i] * v[i];
        }
        return sum;
    }

    private static void step(double[] u, double[] v, int n, double alpha, double h, double[] uNext, double[] vNext) {
        for (int i = 1; i < n - 1; i++) {
            for (int j = 1; j < n - 1; j++) {
                int p = i * n + j;
                double reaction = u[p] * u[p] * v[p];
                double uDiffusion = u[p - n] + u[p - 1] + u[p + 1] + u[p + n] - 4 * u[p];
                double vDiffusion = v[p - n] + v[p - 1] + v[p + 1] + v[p + n] - 4 * v[p];
                uNext[p] = u[p] + h * (1 + reaction - 4.4 * u[p] + alpha * uDiffusion);
                vNext[p] = v[p] + h * (3.4 * u[p] - reaction + alpha * vDiffusion);
            }
        }
    }
}
