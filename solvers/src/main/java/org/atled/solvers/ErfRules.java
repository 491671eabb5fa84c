package org.atled.solvers;

import org.atled.DerivativeOf;
import org.hipparchus.special.Erf;

/** Derivatives of the error functions: the Gaussian, in the tails too, where one minus the value has no digits left. */
@DerivativeOf(Erf.class)
public abstract class ErfRules {
    private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ErfRules() {}

    public static double erf_dx(double x) {
        return TWO_BY_ROOT_PI * Math.exp(-x * x);
    }

    public static double erfc_dx(double x) {
        return -TWO_BY_ROOT_PI * Math.exp(-x * x);
    }

    public static double erfInv_dx(double x, double result) {
        return Math.exp(result * result) / TWO_BY_ROOT_PI;
    }

    public static double erfcInv_dx(double x, double result) {
        return -Math.exp(result * result) / TWO_BY_ROOT_PI;
    }
}
