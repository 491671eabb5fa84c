package org.atled.compiler.programs;

/** Every function of {@link Math} with a derivative, and those without one beside them. */
final class MathFunctions {
    private MathFunctions() {}

    @Program(at = {"0.3", "-0.9", "2.5"})
    static double trigonometric(double x) {
        return Math.sin(x) + 2 * Math.cos(x) + 3 * Math.tan(x) + Math.atan(x) * Math.sin(x * x);
    }

    @Program(at = {"0.3", "-0.7"})
    static double inverseTrigonometric(double x) {
        return Math.asin(x) + 2 * Math.acos(x) + 3 * Math.atan(x) * Math.asin(x * x);
    }

    @Program(at = {"0.3", "-1.4", "3"})
    static double hyperbolic(double x) {
        return Math.sinh(x) + 2 * Math.cosh(x) + 3 * Math.tanh(x);
    }

    @Program(at = {"0.3", "1", "2.5"})
    static double exponentials(double x) {
        return Math.exp(x) + 2 * Math.log(x) + 3 * Math.log10(x) + 4 * Math.expm1(x) + 5 * Math.log1p(x);
    }

    @Program(at = {"0.3", "8"})
    static double roots(double x) {
        return Math.sqrt(x) + 2 * Math.cbrt(x) - 3 * Math.cbrt(-x);
    }

    @Program(at = {"0.3, 1.2", "2, -3", "1.5, 0.5"})
    static double powers(double x, double y) {
        return Math.pow(x, y) + Math.pow(x, 2) + Math.pow(3, y) + Math.pow(x, 0.5);
    }

    @Program(at = {"0.3, 1.2", "-2, 3", "3, -0.5", "-1, -1"})
    static double planar(double y, double x) {
        return Math.atan2(y, x) + 2 * Math.hypot(x, y) + Math.atan2(y, 2) * Math.hypot(3, x);
    }

    @Program(at = {"0.3, 1.2, 2", "-2, 3, 0.5"})
    static double fusedMultiplyAdd(double x, double y, double z) {
        return Math.fma(x, y, z) * Math.fma(x, 2, 1) + Math.fma(z, z, z);
    }

    @Program(at = {"0.3, 1.2", "-2, -3", "3, -0.5"})
    static double extrema(double x, double y) {
        return Math.max(x, y) + 2 * Math.min(x, y) * Math.max(x, 0.1) - Math.min(-1, y) + Math.abs(x) * Math.abs(y);
    }

    @Program(at = {"30", "-200"})
    static double angles(double x) {
        return Math.toRadians(x) * Math.toDegrees(x / 1000);
    }

    @Program(at = {"5.5, 2.1", "-5.5, 2", "0.3, -0.7"})
    static double ieeeRemainder(double x, double y) {
        return Math.IEEEremainder(x, y) * x;
    }

    @Program(at = {"0.3, -1", "-2, 3", "2, 4"})
    static double signs(double x, double s) {
        return Math.copySign(x, s) * Math.signum(x) + Math.copySign(x * x, 1.0) - Math.copySign(2, s) * x;
    }

    @Program(
            at = {"2.3, 1.7", "-2.6, 0.4"},
            gradient = {"9, 1", "-11, 1"})
    static double stepFunctions(double x, double y) {
        double steps = Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.round(x) - Math.floor(y) - Math.ceil(y);
        return (steps + Math.ceil(y)) * x * 1 + y * 1 + x * Math.floor(y);
    }

    @Program(at = {"2.3", "-0.4"})
    static double neighboursAndScale(double x) {
        return Math.scalb(x, 3) * Math.nextUp(x)
                + Math.nextDown(x)
                + Math.nextAfter(x, 10.0)
                + Math.ulp(x)
                + Math.getExponent(x) * x;
    }

    @Program(at = {"0.3", "1.2"})
    static double nested(double x) {
        return Math.exp(Math.sin(Math.sqrt(Math.abs(Math.cos(x * x) + 2)))) * Math.tanh(Math.log1p(Math.hypot(x, 1)));
    }

    @Program(at = {"0.3, 0.5", "-0.2, 0.9"})
    static double identitiesThatCancel(double x, double y) {
        double one = Math.sin(x) * Math.sin(x) + Math.cos(x) * Math.cos(x);
        double zero = Math.log(Math.exp(y)) - y;
        return one * y + zero * 100 + Math.atan2(Math.sin(x), Math.cos(x));
    }

    @Program(at = "1.6, 3, 7, 2")
    static double integerFunctionsBeside(double x, int i, int j, long l) {
        int n = Math.floorMod(j, i) + Math.max(i, j) - Math.min(i, j) + Math.abs(-i) + Math.addExact(i, j);
        long m =
                Math.floorDiv(l, 2L) + Math.multiplyExact(l, 3L) + Math.round(x) + Math.toIntExact(l) + Math.max(l, 5L);
        return x * n + x * x * m + Math.pow(x, i);
    }

    @Program(at = {"0.3, 2", "1.7, 5"})
    static double sumAndExtremaOfDouble(double x, double y) {
        return Double.sum(x, y) * Double.max(x, y) - Double.min(x, y);
    }

    @Program(
            at = {"0.5, 2", "3, 0.25"},
            within = 1e-6)
    static float floatFunctions(float x, float y) {
        return Math.max(x, y)
                - 2 * Math.min(x, y)
                + Math.abs(x) * Math.copySign(x, y) * Math.signum(y)
                + Math.scalb(x, 2)
                + Math.fma(x, y, y)
                + Math.nextUp(x)
                + Math.round(x) * y
                + Float.sum(x, y)
                + Float.max(x, y) * Float.min(x, y);
    }

    @Program(at = {"0.3", "0.8"})
    static double strictTrigonometric(double x) {
        return StrictMath.sin(x)
                + 2 * StrictMath.cos(x)
                + 3 * StrictMath.tan(x)
                + StrictMath.asin(x)
                + 2 * StrictMath.acos(x)
                + 3 * StrictMath.atan(x) * StrictMath.sinh(x)
                + StrictMath.cosh(x)
                + 3 * StrictMath.tanh(x)
                + StrictMath.toRadians(x) * StrictMath.toDegrees(x);
    }

    @Program(at = {"0.3, 1.2", "2, 3"})
    static double strictElementary(double x, double y) {
        return StrictMath.exp(x)
                + 2 * StrictMath.log(x)
                + 3 * StrictMath.log10(x)
                + 4 * StrictMath.expm1(x)
                + 5 * StrictMath.log1p(x)
                + StrictMath.sqrt(x)
                + StrictMath.cbrt(y)
                + StrictMath.pow(x, y)
                + StrictMath.atan2(y, x)
                + StrictMath.hypot(x, y)
                + StrictMath.fma(x, y, x);
    }

    @Program(at = {"0.3, 1.2", "-2.3, 3.2"})
    static double strictPiecewise(double x, double y) {
        return StrictMath.max(x, y) * StrictMath.min(x, y)
                + StrictMath.abs(x) * StrictMath.signum(y)
                + StrictMath.copySign(x, y)
                + StrictMath.floor(x) * x
                + StrictMath.ceil(y) * y
                + StrictMath.rint(x) * y
                + StrictMath.IEEEremainder(x, y)
                + StrictMath.scalb(x, 2)
                + StrictMath.nextUp(x)
                + StrictMath.round(y) * x;
    }

    @Program(at = {"0.2, 0.7", "40, 1", "-40, 1"})
    static double logistic(double x, double y) {
        return y / (1 + Math.exp(-x));
    }

    @Program(
            at = {"1e-8", "-1e-12", "1e-300"},
            differences = Double.NaN)
    static double tinyArguments(double x) {
        return Math.expm1(x) + Math.log1p(x) + Math.sin(x) + Math.tanh(x) + Math.asin(x) + Math.atan(x) + Math.sinh(x);
    }

    @Program(at = "[0.1,0.2,0.3,0.4]")
    static double[] ofEveryElement(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.sin(x[i]) * Math.exp(-x[i]) + Math.pow(x[i], i + 1) + Math.sqrt(x[i]);
        }
        return y;
    }
}
