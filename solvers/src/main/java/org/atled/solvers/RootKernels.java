package org.atled.solvers;

import java.util.function.DoubleUnaryOperator;

/** The search of {@link Roots}, and the slope at what it finds, on constants. Not for use by hand. */
public final class RootKernels {
    private static final int MOST_STEPS = 2000;

    private RootKernels() {}

    /** A root between the two ends of an interval. */
    public static double bisect(DoubleUnaryOperator f, double[] interval) {
        double low = interval[0];
        double high = interval[1];
        if (!(low < high) || low == Double.NEGATIVE_INFINITY || high == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "low is " + low + " and high is " + high + ". Give finite numbers, the lower one first.");
        }
        double atLow = f.applyAsDouble(low);
        double atHigh = f.applyAsDouble(high);
        if (!(atLow <= 0 && atHigh >= 0 || atLow >= 0 && atHigh <= 0)) {
            throw new IllegalArgumentException("the function is " + atLow + " at " + low + " and " + atHigh + " at "
                    + high + ". Give an interval at whose ends it has opposite signs.");
        }
        double a = low;
        double b = high;
        for (int i = 0; i < MOST_STEPS; i++) {
            double middle = 0.5 * a + 0.5 * b;
            if (middle <= a || middle >= b) {
                break;
            }
            double value = f.applyAsDouble(middle);
            if (value == 0) {
                return middle;
            }
            if (value > 0 == atHigh > 0 && atHigh != 0) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return Math.abs(f.applyAsDouble(a)) <= Math.abs(f.applyAsDouble(b)) ? a : b;
    }

    /** The derivative at a root. */
    public static double slope(DoubleUnaryOperator derivative, double root) {
        return derivative.applyAsDouble(root);
    }
}
