package org.atled.benchmarks.leastsquares;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link LeastSquares} in Hipparchus' numbers. */
final class LeastSquaresByHipparchus {
    private LeastSquaresByHipparchus() {}

    static Gradient loss(Gradient[] x, double[][] a, double[] b) {
        Gradient sum = x[0].getField().getZero();
        for (int i = 0; i < b.length; i++) {
            Gradient residual = x[0].newInstance(-b[i]);
            for (int j = 0; j < x.length; j++) {
                residual = residual.add(x[j].multiply(a[i][j]));
            }
            sum = sum.add(residual.square());
        }
        return sum.divide(2);
    }
}
