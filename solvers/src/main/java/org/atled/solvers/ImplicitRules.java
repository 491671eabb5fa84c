package org.atled.solvers;

import java.util.function.DoubleUnaryOperator;
import org.atled.DerivativeOf;

/**
 * What {@link ImplicitKernels} and {@link RootKernels} find are constants: {@link Implicit} and {@link Roots} make them move. Their code, and the functions they call,
 * run as they are.
 */
@DerivativeOf({ImplicitKernels.class, RootKernels.class})
public abstract class ImplicitRules {
    private ImplicitRules() {}

    abstract double[] fixedPoint(Equations step, double[] start, double tolerance);

    abstract double[] root(Equations residual, EquationsJacobian jacobian, double[] start, double tolerance);

    abstract double[] found(Search search, Equations residual, double tolerance);

    abstract double[] inverse(EquationsJacobian jacobian, double[] u, int kind);

    abstract double bisect(DoubleUnaryOperator f, double[] interval);

    abstract double slope(DoubleUnaryOperator derivative, double root);

    public static double[] fixedPoint_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] fixedPoint_shadow(double[] result) {
        return new double[result.length];
    }

    public static double fixedPoint_pullback() {
        return 0;
    }

    public static double[] root_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] root_shadow(double[] result) {
        return new double[result.length];
    }

    public static double root_pullback() {
        return 0;
    }

    public static double[] found_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] found_shadow(double[] result) {
        return new double[result.length];
    }

    public static double found_pullback() {
        return 0;
    }

    public static double[] inverse_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] inverse_shadow(double[] result) {
        return new double[result.length];
    }

    public static void inverse_pullback() {}

    public static double bisect_pushforward() {
        return 0;
    }

    public static void bisect_pullback() {}

    public static double slope_pushforward() {
        return 0;
    }

    public static double slope_pullback() {
        return 0;
    }
}
