package org.atled.benchmarks.leastsquares;

import java.util.Arrays;

/** The gradient of {@link LeastSquares}, Aᵀ·(A·x − b): each row is used twice while it is near. */
final class LeastSquaresByHand {
    private LeastSquaresByHand() {}

    static double gradient(double[] x, double[][] a, double[] b, double[] xGradient) {
        Arrays.fill(xGradient, 0);
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            double residual = residual(a[i], x, b[i]);
            addScaled(xGradient, residual, a[i]);
            sum += residual * residual;
        }
        return sum / 2;
    }

    private static double residual(double[] row, double[] x, double b) {
        double residual = -b;
        for (int j = 0; j < x.length; j++) {
            residual += row[j] * x[j];
        }
        return residual;
    }

    private static void addScaled(double[] a, double factor, double[] b) {
        for (int j = 0; j < a.length; j++) {
            a[j] += factor * b[j];
        }
    }
}
