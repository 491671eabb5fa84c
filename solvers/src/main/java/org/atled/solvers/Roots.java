package org.atled.solvers;

import java.util.function.DoubleUnaryOperator;

/**
 * Roots of functions of one number. The derivative of a root by what the function depends on is that of the implicit function
 * theorem, ẋ = −ḟ/f′, and does not depend on how the root was found: a search on constants finds it, and one step of Newton's
 * method, which does not move it, is what is differentiated.
 */
public final class Roots {
    private static final int MOST_STEPS = 2000;

    private Roots() {}

    /**
     * A root in an interval at whose ends a function has opposite signs, by bisection down to neighbouring numbers.
     *
     * @param f continuous in the interval; may depend on active values, which are then differentiated through
     * @param derivative f′, by its argument; asked for at the root only, where it must not be zero. The accuracy of
     *     derivatives of the root is the accuracy of this
     * @param low one end of the interval
     * @param high the other
     * @throws IllegalArgumentException if the interval's ends are no finite numbers in this order, or the signs are equal
     * @throws ArithmeticException if the derivative at the root is zero or not finite: the root has no derivative there
     */
    public static double find(DoubleUnaryOperator f, DoubleUnaryOperator derivative, double low, double high) {
        double root = Constant.of(bisect(f, Constant.of(low), Constant.of(high)));
        double slope = Constant.of(derivative.applyAsDouble(root));
        if (slope == 0 || !(Math.abs(slope) <= Double.MAX_VALUE)) {
            throw new ArithmeticException("the derivative of the function at its root " + root + " is " + slope
                    + ", so the root has no derivative. Give an interval with a simple root.");
        }
        double value = f.applyAsDouble(root);
        return root - (value - Constant.of(value)) / slope;
    }

    private static double bisect(DoubleUnaryOperator f, double low, double high) {
        if (!(low < high) || low == Double.NEGATIVE_INFINITY || high == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "low is " + low + " and high is " + high + ". Give finite numbers, the lower one first.");
        }
        double atLow = Constant.of(f.applyAsDouble(low));
        double atHigh = Constant.of(f.applyAsDouble(high));
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
            double value = Constant.of(f.applyAsDouble(middle));
            if (value == 0) {
                return middle;
            }
            if (value > 0 == atHigh > 0 && atHigh != 0) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return Math.abs(Constant.of(f.applyAsDouble(a))) <= Math.abs(Constant.of(f.applyAsDouble(b))) ? a : b;
    }
}
