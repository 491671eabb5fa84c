package org.atled.benchmarks.determinant;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Minors} in Hipparchus' numbers. */
final class MinorsByHipparchus {
    private MinorsByHipparchus() {}

    static Gradient determinant(Gradient[][] a) {
        return minor(a, 0, 0);
    }

    private static Gradient minor(Gradient[][] a, int row, int without) {
        if (row == a.length - 1) {
            return a[row][Integer.numberOfTrailingZeros(~without)];
        }
        Gradient sum = a[0][0].getField().getZero();
        boolean minus = false;
        for (int column = 0; column < a.length; column++) {
            int bit = 1 << column;
            if ((without & bit) == 0) {
                Gradient term = a[row][column].multiply(minor(a, row + 1, without | bit));
                sum = minus ? sum.subtract(term) : sum.add(term);
                minus = !minus;
            }
        }
        return sum;
    }
}
