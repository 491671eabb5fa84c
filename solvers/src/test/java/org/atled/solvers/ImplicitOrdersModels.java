package org.atled.solvers;

import org.atled.Differentiable;

/** Derivatives of solutions, each that of the one before. */
final class ImplicitOrdersModels {
    private ImplicitOrdersModels() {}

    /** u with u³ + u = x. */
    @Differentiable
    static double cubic(double x) {
        return Implicit.rootOf(
                u -> new double[] {u[0] * u[0] * u[0] + u[0] - x},
                u -> new double[][] {{3 * u[0] * u[0] + 1}},
                new double[] {1},
                1e-15)[0];
    }

    @Differentiable
    static double first(double x) {
        return ImplicitOrdersModelsDerivatives.cubicJvp(x, 1);
    }

    @Differentiable
    static double second(double x) {
        return ImplicitOrdersModelsDerivatives.firstJvp(x, 1);
    }

    @Differentiable
    static double third(double x) {
        return ImplicitOrdersModelsDerivatives.secondJvp(x, 1);
    }

    @Differentiable
    static double fourth(double x) {
        return ImplicitOrdersModelsDerivatives.thirdJvp(x, 1);
    }
}
