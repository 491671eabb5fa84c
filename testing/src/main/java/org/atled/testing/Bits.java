package org.atled.testing;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Bit-for-bit comparison of arrays: −0.0 is not 0.0, and any NaN is any other. */
final class Bits {
    private Bits() {}

    static boolean same(double[] one, double[] other) {
        return Arrays.equals(one, other);
    }

    /** The components in which they differ, side by side. */
    static Table difference(
            IntFunction<String> name, String oneTitle, double[] one, String otherTitle, double[] other) {
        Table table = new Table("component", oneTitle, otherTitle, "relative difference");
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (Double.doubleToLongBits(one[i]) != Double.doubleToLongBits(other[i])) {
                double relative = Math.abs(one[i] - other[i]) / Math.max(Math.abs(one[i]), Math.abs(other[i]));
                table.add(name.apply(i), exact(one[i]), exact(other[i]), Table.shortNumber(relative));
            }
        }
        return table;
    }

    private static String exact(double value) {
        return Double.toString(value);
    }
}
