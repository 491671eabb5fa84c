package org.atled.benchmarks.determinant;

import java.util.Arrays;

/**
 * The gradient of {@link Minors}. The cotangent of a minor is known before the minor is, so one recursion computes the minors
 * and pulls them back; it ends with the triple product of three rows, whose gradients are cross products. (To compute each set of columns once would be faster by far, but that is
 * another program, with another value in the last bits.)
 */
final class MinorsByHand {
    private MinorsByHand() {}

    /** Of at least three rows. */
    static double gradient(double[][] a, double[][] aGradient) {
        for (double[] row : aGradient) {
            Arrays.fill(row, 0);
        }
        return minor(a, 0, 0, 1, aGradient);
    }

    private static double minor(double[][] a, int row, int without, double cotangent, double[][] aGradient) {
        if (row == a.length - 3) {
            return tripleProduct(a, row, ~without, cotangent, aGradient);
        }
        double[] entries = a[row];
        double[] gradient = aGradient[row];
        double sum = 0;
        double signed = cotangent;
        double sign = 1;
        for (int column = 0; column < entries.length; column++) {
            int bit = 1 << column;
            if ((without & bit) == 0) {
                double entry = entries[column];
                double minor = minor(a, row + 1, without | bit, signed * entry, aGradient);
                gradient[column] += signed * minor;
                sum += sign * entry * minor;
                signed = -signed;
                sign = -sign;
            }
        }
        return sum;
    }

    private static double tripleProduct(double[][] a, int row, int columns, double cotangent, double[][] aGradient) {
        int rest = columns & (columns - 1);
        int p = Integer.numberOfTrailingZeros(columns);
        int q = Integer.numberOfTrailingZeros(rest);
        int r = Integer.numberOfTrailingZeros(rest & (rest - 1));
        double[] first = a[row];
        double[] second = a[row + 1];
        double[] third = a[row + 2];
        addCross(aGradient[row], cotangent, second, third, p, q, r);
        addCross(aGradient[row + 1], cotangent, third, first, p, q, r);
        addCross(aGradient[row + 2], cotangent, first, second, p, q, r);
        return first[p] * (second[q] * third[r] - second[r] * third[q])
                + first[q] * (second[r] * third[p] - second[p] * third[r])
                + first[r] * (second[p] * third[q] - second[q] * third[p]);
    }

    private static void addCross(double[] sum, double factor, double[] x, double[] y, int p, int q, int r) {
        sum[p] += factor * (x[q] * y[r] - x[r] * y[q]);
        sum[q] += factor * (x[r] * y[p] - x[p] * y[r]);
        sum[r] += factor * (x[p] * y[q] - x[q] * y[p]);
    }
}
