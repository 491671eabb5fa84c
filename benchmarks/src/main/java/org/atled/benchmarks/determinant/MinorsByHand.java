package org.atled.benchmarks.determinant;

import java.util.Arrays;

/**
 * The gradient of {@link Minors}. The cotangent of a minor is known before the minor is, so one recursion computes the minors
 * and pulls them back; it ends with 2×2 minors. (To compute each set of columns once would be faster by far, but that is
 * another program, with another value in the last bits.)
 */
final class MinorsByHand {
    private MinorsByHand() {}

    static double gradient(double[][] a, double[][] aGradient) {
        for (double[] row : aGradient) {
            Arrays.fill(row, 0);
        }
        if (a.length == 1) {
            aGradient[0][0] = 1;
            return a[0][0];
        }
        return minor(a, 0, 0, 1, aGradient);
    }

    private static double minor(double[][] a, int row, int without, double cotangent, double[][] aGradient) {
        if (row == a.length - 2) {
            return twoByTwo(a[row], a[row + 1], ~without, cotangent, aGradient[row], aGradient[row + 1]);
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

    private static double twoByTwo(
            double[] first,
            double[] second,
            int columns,
            double cotangent,
            double[] firstGradient,
            double[] secondGradient) {
        int p = Integer.numberOfTrailingZeros(columns);
        int q = Integer.numberOfTrailingZeros(columns & (columns - 1));
        firstGradient[p] += cotangent * second[q];
        firstGradient[q] -= cotangent * second[p];
        secondGradient[q] += cotangent * first[p];
        secondGradient[p] -= cotangent * first[q];
        return first[p] * second[q] - first[q] * second[p];
    }
}
