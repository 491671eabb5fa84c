package org.atled.solvers.sparse;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/** Functions whose outputs depend on few inputs each, as users write them. */
final class SparseModels {
    private SparseModels() {}

    /** Row i depends on inputs i − width to i + width. */
    @Differentiable
    static double[] band(double[] x, int width) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = Math.max(0, i - width); j <= Math.min(x.length - 1, i + width); j++) {
                y[i] += Math.sin(x[j] * (i - j + 2)) * x[i];
            }
        }
        return y;
    }

    /** A dense first row, a dense first column, a diagonal. */
    @Differentiable
    static double[] arrow(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[0] * x[0] + Math.exp(0.1 * x[i]);
            y[0] += x[i] * x[i] * x[i];
        }
        return y;
    }

    /** −Δu + eᵘ on a square grid. */
    @Differentiable
    static double[] grid(double[] u, int n) {
        double[] y = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                double sum = 4 * u[at] + Math.exp(u[at]);
                sum -= i > 0 ? u[at - n] : 0;
                sum -= i < n - 1 ? u[at + n] : 0;
                sum -= j > 0 ? u[at - 1] : 0;
                sum -= j < n - 1 ? u[at + 1] : 0;
                y[at] = sum;
            }
        }
        return y;
    }

    /** Cameras of 6 numbers, then points of 3: where each observed point is seen, less where it was seen. */
    @Differentiable
    static double[] reprojection(double[] x, int[] camera, int[] point, int cameras, @NoDerivative double[] seen) {
        double[] residual = new double[2 * camera.length];
        for (int o = 0; o < camera.length; o++) {
            int c = 6 * camera[o];
            int p = 6 * cameras + 3 * point[o];
            double angle = x[c] + x[c + 1] * x[p + 2];
            double px = Math.cos(angle) * x[p] - Math.sin(angle) * x[p + 1] + x[c + 3];
            double py = Math.sin(angle) * x[p] + Math.cos(angle) * x[p + 1] + x[c + 4];
            double depth = x[p + 2] + x[c + 5] + 10;
            residual[2 * o] = x[c + 2] * px / depth - seen[2 * o];
            residual[2 * o + 1] = x[c + 2] * py / depth - seen[2 * o + 1];
        }
        return residual;
    }

    /** Depends on other inputs where x0 is negative. */
    @Differentiable
    static double[] branching(double[] x) {
        return new double[] {x[0] > 0 ? x[0] * x[1] : x[0] * x[2], x[1], x[2]};
    }

    @Differentiable
    static double[] roots(double[] x) {
        return new double[] {x[1], Math.sqrt(x[0])};
    }

    /** Springs in a row: a tridiagonal Hessian. */
    @Differentiable(order = 2)
    static double chain(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            double stretch = x[i] - x[i - 1];
            sum += stretch * stretch * (1 + stretch * stretch);
        }
        return sum;
    }

    /** All depend on the last: an arrow whose tip is last. */
    @Differentiable(order = 2)
    static double star(double[] x) {
        double sum = 0;
        double last = x[x.length - 1];
        for (int i = 0; i < x.length - 1; i++) {
            sum += Math.sin(x[i] * last) + x[i] * x[i] * x[i];
        }
        return sum;
    }

    /** Energy of a grid: a Hessian with the pattern of the five-point stencil. */
    @Differentiable(order = 2)
    static double surface(double[] u, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double down = i < n - 1 ? u[(i + 1) * n + j] - u[i * n + j] : 0;
                double right = j < n - 1 ? u[i * n + j + 1] - u[i * n + j] : 0;
                sum += down * down * down * down + Math.cos(right) + Math.exp(u[i * n + j]);
            }
        }
        return sum;
    }
}
