package org.atled.rules;

/**
 * Partial derivatives of functions that the classes {@code FastMath} of Hipparchus and Commons Math have and {@link Math}
 * has not; {@link MathPartials} and {@link ElementaryPartials} serve the others.
 */
@PartialsOf(named = {FastMathPartials.HIPPARCHUS, FastMathPartials.COMMONS_MATH})
public abstract class FastMathPartials {
    static final String HIPPARCHUS = "org.hipparchus.util.FastMath";
    static final String COMMONS_MATH = "org.apache.commons.math3.util.FastMath";

    private FastMathPartials() {}

    abstract double pow(double d, int e);

    abstract double pow(double d, long e);

    abstract double asinh(double a);

    abstract double acosh(double a);

    abstract double atanh(double a);

    @Singular // d = 0 with e < 0
    public static double pow_dd(double d, int e) {
        return e == 0 ? 0 : e * Math.pow(d, e - 1.0);
    }

    @Singular // d = 0 with e < 0
    public static double pow_dd(double d, long e) {
        return e == 0 ? 0 : e * Math.pow(d, e - 1.0);
    }

    /** Without a square that could overflow. */
    public static double asinh_da(double a) {
        return 1 / Math.hypot(1, a);
    }

    /** The factors keep all digits near 1, where {@code a * a - 1} does not, and do not overflow. */
    @Singular // a = 1
    public static double acosh_da(double a) {
        return 1 / (Math.sqrt(a - 1) * Math.sqrt(a + 1));
    }

    @Singular // a = ±1
    public static double atanh_da(double a) {
        return Math.abs(a) > 1 ? Double.NaN : 1 / ((1 - a) * (1 + a));
    }
}
