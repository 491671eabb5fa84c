package org.atled.solvers;

import org.atled.DerivativeOf;

/** The derivative of a {@link Constant}. */
@DerivativeOf(Constant.class)
public abstract class ConstantRules {
    private ConstantRules() {}

    public static double of_dx(double x) {
        return 0;
    }
}
