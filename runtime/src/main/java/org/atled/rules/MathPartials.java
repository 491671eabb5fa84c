package org.atled.rules;

/**
 * Partial derivatives of those functions of {@link Math} whose formula calls another one. {@link
 * StrictMathPartials} has the same formulas in terms of {@link StrictMath}, {@link ElementaryPartials} all others. They serve the classes {@code FastMath} of two libraries too, which take numbers
 * apart into bits.
 */
@PartialsOf(
        value = Math.class,
        named = {FastMathPartials.HIPPARCHUS, FastMathPartials.COMMONS_MATH})
public abstract class MathPartials {
    private MathPartials() {}

    abstract double pow(double x, double p);

    public static double sin_dx(double x) {
        return Math.cos(x);
    }

    public static double cos_dx(double x) {
        return -Math.sin(x);
    }

    @Singular // overflows together with the primal
    public static double sinh_dx(double x) {
        return Math.cosh(x);
    }

    @Singular // overflows together with the primal
    public static double cosh_dx(double x) {
        return Math.sinh(x);
    }

    /** sech²; by the primal's value only where 1 − |tanh| loses no digits. */
    public static double tanh_dx(double x, double result) {
        if (Math.abs(result) < 0.5) {
            return (1 - result) * (1 + result);
        }
        double decay = Math.exp(-Math.abs(x));
        double sech = 2 * decay / (1 + decay * decay);
        return sech * sech;
    }

    /** exp; by the primal's value only where adding 1 loses no digits. */
    @Singular // overflows together with the primal
    public static double expm1_dx(double x, double result) {
        return result > -0.5 ? result + 1 : Math.exp(x);
    }

    /**
     * By the primal's value, which avoids rounding {@code p - 1}; by its root where it overflowed or lost digits.
     * No shortcut for p = 2: its derivative by p would be wrong.
     */
    @Singular // x = 0 with p < 1
    public static double pow_dx(double x, double p, double result) {
        if (p == 0 && !(Math.abs(x) > 0)) { // elsewhere the formula gives 0, and has a derivative by p
            return 0;
        }
        if (Math.abs(result) >= Double.MIN_NORMAL && Math.abs(result) <= Double.MAX_VALUE) {
            return Math.abs(p) <= 1 ? p * result / x : p * (result / x);
        }
        if (x == 0 || Double.isInfinite(x) || Double.isNaN(result)) {
            return p * Math.pow(x, p - 1);
        }
        double half = Math.pow(Math.abs(x), p / 2);
        return p * half / x * Math.copySign(half, result);
    }

    /** Where the power is zero, it stays zero for exponents nearby. */
    @Singular // x = 0 with p <= 0; x < 0, where powers exist at integers only
    public static double pow_dp(double x, double result) {
        return result == 0 ? 0 : result * Math.log(x);
    }
}
