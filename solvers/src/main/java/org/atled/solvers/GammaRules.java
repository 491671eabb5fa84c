package org.atled.solvers;

import org.atled.DerivativeOf;
import org.hipparchus.special.Gamma;

/** Derivatives of the gamma function and its logarithms, by the next of them instead of by their series. */
@DerivativeOf(Gamma.class)
public abstract class GammaRules {
    private GammaRules() {}

    public static double logGamma_dx(double x) {
        return Gamma.digamma(x);
    }

    public static double digamma_dx(double x) {
        return Gamma.trigamma(x);
    }

    public static double gamma_dx(double x, double result) {
        return result * Gamma.digamma(x);
    }
}
