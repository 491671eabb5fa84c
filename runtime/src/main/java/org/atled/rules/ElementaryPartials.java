package org.atled.rules;

/**
 * Partial derivatives of the functions of {@link Math} and {@link StrictMath} that need no other function than exactly
 * rounded ones, so that one formula serves both classes and keeps the bits of the second.
 *
 * <p>Ties of {@code max}, {@code min} go to the second argument, {@code clamp} is {@code min(max, max(value, min))}.
 */
@PartialsOf(
        value = {Math.class, StrictMath.class},
        named = {FastMathPartials.HIPPARCHUS, FastMathPartials.COMMONS_MATH})
public abstract class ElementaryPartials {
    private ElementaryPartials() {}

    abstract double fma(double a, double b, double c);

    abstract float fma(float a, float b, float c);

    abstract double copySign(double magnitude, double sign);

    abstract float copySign(float magnitude, float sign);

    abstract double scalb(double d, int scaleFactor);

    abstract float scalb(float f, int scaleFactor);

    abstract double nextAfter(double start, double direction);

    abstract float nextAfter(float start, double direction);

    @SinceJdk(21)
    abstract double clamp(double value, double min, double max);

    @SinceJdk(21)
    abstract float clamp(float value, float min, float max);

    @ZeroDerivative
    abstract double floor(double x);

    @ZeroDerivative
    abstract double ceil(double x);

    @ZeroDerivative
    abstract double rint(double x);

    @ZeroDerivative
    abstract long round(double x);

    @ZeroDerivative
    abstract int round(float x);

    @ZeroDerivative
    abstract double signum(double x);

    @ZeroDerivative
    abstract float signum(float x);

    @ZeroDerivative
    abstract double ulp(double x);

    @ZeroDerivative
    abstract float ulp(float x);

    @ZeroDerivative
    abstract int getExponent(double x);

    @ZeroDerivative
    abstract int getExponent(float x);

    public static double abs_dx(double x) {
        return Math.signum(x);
    }

    public static float abs_dx(float x) {
        return Math.signum(x);
    }

    public static double max_da(double a, double b) {
        return a > b ? 1 : a <= b ? 0 : Double.NaN;
    }

    public static double max_db(double a, double b) {
        return a > b ? 0 : a <= b ? 1 : Double.NaN;
    }

    public static float max_da(float a, float b) {
        return a > b ? 1 : a <= b ? 0 : Float.NaN;
    }

    public static float max_db(float a, float b) {
        return a > b ? 0 : a <= b ? 1 : Float.NaN;
    }

    public static double min_da(double a, double b) {
        return a < b ? 1 : a >= b ? 0 : Double.NaN;
    }

    public static double min_db(double a, double b) {
        return a < b ? 0 : a >= b ? 1 : Double.NaN;
    }

    public static float min_da(float a, float b) {
        return a < b ? 1 : a >= b ? 0 : Float.NaN;
    }

    public static float min_db(float a, float b) {
        return a < b ? 0 : a >= b ? 1 : Float.NaN;
    }

    public static double clamp_dvalue(double value, double min, double max) {
        return value > min && value <= max ? 1 : value <= min || value > max ? 0 : Double.NaN;
    }

    public static double clamp_dmin(double value, double min) {
        return value > min ? 0 : value <= min ? 1 : Double.NaN;
    }

    public static double clamp_dmax(double value, double max) {
        return value > max ? 1 : value <= max ? 0 : Double.NaN;
    }

    public static float clamp_dvalue(float value, float min, float max) {
        return value > min && value <= max ? 1 : value <= min || value > max ? 0 : Float.NaN;
    }

    public static float clamp_dmin(float value, float min) {
        return value > min ? 0 : value <= min ? 1 : Float.NaN;
    }

    public static float clamp_dmax(float value, float max) {
        return value > max ? 1 : value <= max ? 0 : Float.NaN;
    }

    public static double fma_da(double b) {
        return b;
    }

    public static double fma_db(double a) {
        return a;
    }

    public static double fma_dc(double c) {
        return 1;
    }

    public static float fma_da(float b) {
        return b;
    }

    public static float fma_db(float a) {
        return a;
    }

    public static float fma_dc(float c) {
        return 1;
    }

    /** By the sign of the result, as {@link Math} may take a NaN for either sign. */
    public static double copySign_dmagnitude(double magnitude, double result) {
        return Math.signum(magnitude) * Math.signum(result);
    }

    public static float copySign_dmagnitude(float magnitude, float result) {
        return Math.signum(magnitude) * Math.signum(result);
    }

    @Singular // overflows where only the product with a small number would not
    public static double scalb_dd(int scaleFactor) {
        return Math.scalb(1.0, scaleFactor);
    }

    @Singular // as above
    public static float scalb_df(int scaleFactor) {
        return Math.scalb(1f, scaleFactor);
    }

    /** A neighbour moves along with its number. */
    public static double nextAfter_dstart(double start) {
        return 1;
    }

    public static float nextAfter_dstart(float start) {
        return 1;
    }

    public static double nextUp_dx(double x) {
        return 1;
    }

    public static float nextUp_dx(float x) {
        return 1;
    }

    public static double nextDown_dx(double x) {
        return 1;
    }

    public static float nextDown_dx(float x) {
        return 1;
    }

    public static double toRadians_dx() {
        return Math.PI / 180;
    }

    public static double toDegrees_dx() {
        return 180 / Math.PI;
    }

    public static double IEEEremainder_dx(double x, double y) {
        return 1;
    }

    /** Minus the rounded quotient, from the exact remainder: {@code x / y} may round to the other side of a half. */
    @Singular // the quotient may overflow
    public static double IEEEremainder_dy(double x, double y, double result) {
        return Math.rint((result - x) / y);
    }

    @Singular // x = 0; the sign of a zero does not matter
    public static double sqrt_dx(double result) {
        return 0.5 / Math.abs(result);
    }

    @Singular // x = 0
    public static double cbrt_dx(double result) {
        return 1 / (3 * result * result);
    }

    @Singular // overflows together with the primal
    public static double exp_dx(double result) {
        return result;
    }

    @Singular // x = 0; the sign of a zero does not matter
    public static double log_dx(double x) {
        return x < 0 ? Double.NaN : 1 / Math.abs(x);
    }

    @Singular // x = 0; the sign of a zero does not matter
    public static double log10_dx(double x) {
        return x < 0 ? Double.NaN : 0.4342944819032518 / Math.abs(x);
    }

    @Singular // x = -1
    public static double log1p_dx(double x) {
        return x < -1 ? Double.NaN : 1 / (1 + x);
    }

    /** sec². */
    public static double tan_dx(double result) {
        return 1 + result * result;
    }

    /** The factors keep all digits near ±1, where {@code 1 - x * x} does not. */
    @Singular // x = ±1
    public static double asin_dx(double x) {
        return 1 / Math.sqrt((1 - x) * (1 + x));
    }

    @Singular // x = ±1
    public static double acos_dx(double x) {
        return -1 / Math.sqrt((1 - x) * (1 + x));
    }

    /** Without a square that could overflow. */
    public static double atan_dx(double x) {
        return Math.abs(x) < 1e8 ? 1 / (1 + x * x) : 1 / x / x;
    }

    /** {@code x / (x² + y²)} without a square that could overflow or vanish. */
    @Singular // the origin
    public static double atan2_dy(double y, double x) {
        if (Math.abs(x) >= Math.abs(y)) {
            double tangent = y / x;
            return 1 / x / (1 + tangent * tangent);
        }
        double cotangent = x / y;
        return cotangent / y / (1 + cotangent * cotangent);
    }

    @Singular // the origin
    public static double atan2_dx(double y, double x) {
        return -atan2_dy(x, y);
    }

    public static double hypot_dx(double x, double y, double result) {
        return Direction.cosine(x, y, result);
    }

    public static double hypot_dy(double x, double y, double result) {
        return Direction.cosine(y, x, result);
    }
}
