package org.atled.solvers;

import java.util.function.DoubleUnaryOperator;
import org.atled.runtime.DerivativeOrder;

/**
 * Roots of functions of one number. The derivative of a root by what the function depends on is that of the implicit function
 * theorem, ẋ = −ḟ/f′, and does not depend on how the root was found: a search on constants finds it, and steps that do not
 * move it are what is differentiated, as in {@link Implicit}.
 */
public final class Roots {
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
        double root = RootKernels.bisect(f, new double[] {low, high});
        double slope = RootKernels.slope(derivative, root);
        if (slope == 0 || !(Math.abs(slope) <= Double.MAX_VALUE)) {
            throw new ArithmeticException("the derivative of the function at its root " + root + " is " + slope
                    + ", so the root has no derivative. Give an interval with a simple root.");
        }
        // Each step makes one order of derivatives more exact, and none moves the root.
        int orders = DerivativeOrder.here();
        for (int order = 1; order <= orders; order++) {
            double value = f.applyAsDouble(root);
            root -= (value - Constant.of(value)) / slope;
        }
        return root;
    }
}
