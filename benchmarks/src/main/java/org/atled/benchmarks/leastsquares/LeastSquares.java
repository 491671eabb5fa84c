package org.atled.benchmarks.leastsquares;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/** ½ |A·x − b|² of a dense matrix. */
final class LeastSquares {
    private LeastSquares() {}

    @Differentiable
    static double loss(double[] x, @NoDerivative double[][] a, @NoDerivative double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            double residual = -b[i];
            for (int j = 0; j < x.length; j++) {
                residual += a[i][j] * x[j];
            }
            sum += residual * residual;
        }
        return sum / 2;
    }
}
