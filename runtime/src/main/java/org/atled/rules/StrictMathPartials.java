package org.atled.rules;

/**
 * Partial derivatives of those functions of {@link StrictMath} whose formula calls another one: the formulas of {@link
 * MathPartials}, where they are explained, in functions that give the same bits on every platform.
 */
@PartialsOf(StrictMath.class)
public abstract class StrictMathPartials {
    private StrictMathPartials() {}

    abstract double pow(double x, double p);

    public static double sin_dx(double x) {
        return StrictMath.cos(x);
    }

    public static double cos_dx(double x) {
        return -StrictMath.sin(x);
    }

    @Singular // overflows together with the primal
    public static double sinh_dx(double x) {
        return StrictMath.cosh(x);
    }

    @Singular // overflows together with the primal
    public static double cosh_dx(double x) {
        return StrictMath.sinh(x);
    }

    public static double tanh_dx(double x, double result) {
        if (Math.abs(result) < 0.5) {
            return (1 - result) * (1 + result);
        }
        double decay = StrictMath.exp(-Math.abs(x));
        double sech = 2 * decay / (1 + decay * decay);
        return sech * sech;
    }

    @Singular // overflows together with the primal
    public static double expm1_dx(double x, double result) {
        return result > -0.5 ? result + 1 : StrictMath.exp(x);
    }

    @Singular // x = 0 with p < 1
    public static double pow_dx(double x, double p, double result) {
        if (p == 0 && !(Math.abs(x) > 0)) {
            return 0;
        }
        if (Math.abs(result) >= Double.MIN_NORMAL && Math.abs(result) <= Double.MAX_VALUE) {
            return Math.abs(p) <= 1 ? p * result / x : p * (result / x);
        }
        if (x == 0 || Double.isInfinite(x) || Double.isNaN(result)) {
            return p * StrictMath.pow(x, p - 1);
        }
        double half = StrictMath.pow(Math.abs(x), p / 2);
        return p * half / x * Math.copySign(half, result);
    }

    @Singular // x = 0 with p <= 0; x < 0, where powers exist at integers only
    public static double pow_dp(double x, double result) {
        return result == 0 ? 0 : result * StrictMath.log(x);
    }
}
