package org.atled.benchmarks.determinant;

import org.atled.Differentiable;

/** The determinant by recursive expansion along the first row. */
final class Minors {
    private Minors() {}

    @Differentiable
    static double determinant(double[][] a) {
        return minor(a, 0, 0);
    }

    /** The determinant of the rows from this one on, without the columns whose bits are set. */
    private static double minor(double[][] a, int row, int without) {
        if (row == a.length - 1) {
            return a[row][Integer.numberOfTrailingZeros(~without)];
        }
        double sum = 0;
        double sign = 1;
        for (int column = 0; column < a.length; column++) {
            int bit = 1 << column;
            if ((without & bit) == 0) {
                sum += sign * a[row][column] * minor(a, row + 1, without | bit);
                sign = -sign;
            }
        }
        return sum;
    }
}
