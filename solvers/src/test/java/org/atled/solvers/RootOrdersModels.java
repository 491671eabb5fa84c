package org.atled.solvers;

import org.atled.Differentiable;

/** Derivatives of a root, in reverse mode, in forward mode over it, and of a second derivative. */
final class RootOrdersModels {
    private RootOrdersModels() {}

    /** √p. */
    @Differentiable(order = 2)
    static double root(double p) {
        return Roots.find(x -> x * x - p, x -> 2 * x, 0, 10);
    }

    @Differentiable
    static double second(double p) {
        return RootOrdersModelsDerivatives.rootHvp(p, 1);
    }

    @Differentiable
    static double third(double p) {
        return RootOrdersModelsDerivatives.secondJvp(p, 1);
    }
}
