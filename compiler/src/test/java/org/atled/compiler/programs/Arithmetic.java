package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Straight-line programs over the arithmetic operators of {@code double}. */
final class Arithmetic {
    private Arithmetic() {}

    @Program(
            at = {"3, 2", "-0.5, 4"},
            gradient = {"4.25, 3.25", "6, 0.53125"})
    static double fourOperations(double x, double y) {
        return x * y + x / y - y / (2 * y) + (x - y) * 1.75 - x * 0 + y * 2.75 + y / (y * y) * 0.0 - 0.0;
    }

    @Program(at = "5.5, 2", gradient = "1, -2")
    static double remainder(double x, double y) {
        return x % y;
    }

    @Program(
            at = {"-5.5, 2", "5.5, -2", "1, 3"},
            gradient = {"1, 2", "1, 2", "1, 0"})
    static double remainderOfEitherSign(double x, double y) {
        return x % y;
    }

    @Program(at = "2", gradient = "-1")
    static double negation(double x) {
        return -x;
    }

    @Program(at = "2, 3", gradient = "0, 1")
    static double unusedParameter(double x, double y) {
        return y;
    }

    @Program(at = "2", gradient = "0")
    static double constantResult(double x) {
        return 42;
    }

    @Program(at = "2", gradient = "1")
    static double identity(double x) {
        return x;
    }

    @Program(at = "1.5", gradient = "1024.0")
    static double doubledTenTimes(double x) {
        double y = x;
        y += y;
        y += y;
        y += y;
        y += y;
        y += y;
        y += y;
        y += y;
        y += y;
        y += y;
        y += y;
        return y;
    }

    @Program(at = "3, 2", gradient = "-0.0625, -0.65625")
    static double compoundAssignments(double x, double y) {
        double a = x;
        a += y;
        a -= 2 * x;
        a *= y;
        a /= 4 * y * y;
        a /= 1;
        double b = a * 0.5;
        b %= 100;
        return b + 0.0625 * x * 0 - 0.75 * y;
    }

    @Program(at = "0.3", gradient = "2")
    static double increments(double x) {
        double a = x++;
        double b = --x;
        ++x;
        x--;
        return a + b + (x - x);
    }

    @Program(at = "2, 5", gradient = "5, 2")
    static double reassignedParameters(double x, double y) {
        double t = x;
        x = y;
        y = t;
        x *= y;
        y = 0;
        return x + y;
    }

    @Program(at = "1.1", gradient = "0")
    static double overwrittenBeforeUse(double x) {
        x = 3;
        return x * x;
    }

    @Program(at = "1.2, 3")
    static double power5(double x, @NoDerivative double c) {
        double x2 = x * x;
        double x4 = x2 * x2;
        return c * x4 * x - x4 / c + c;
    }

    @Program(at = {"0.3, 0.4, 0.5", "-1, 2, -3"})
    static double sharedSubexpressions(double a, double b, double c) {
        double s = a * b + b * c + c * a;
        double p = s * s - a * b * c;
        double q = p / (1 + s * s);
        double r = q * p - s / (2 + q * q);
        return r * r + q * a - p * b + s * c;
    }

    @Program(at = "2, 3, 4")
    static double onlySomeActive(@NoDerivative double a, double x, @NoDerivative double b) {
        double constant = a * b + Math.sqrt(a);
        double y = constant * x / b;
        return y * y + constant;
    }

    @Program(at = "1e150, 1e-150", differences = Double.NaN, gradient = "1e-150, 1e150")
    static double largeAndSmall(double x, double y) {
        return x * y;
    }

    @Program(
            at = {"0, 1", "-0.0, 1"},
            gradient = {"1, 0", "1, -0.0"})
    static double signedZeros(double x, double y) {
        return x * y;
    }

    @Program(
            at = {"Infinity, 1", "NaN, 2"},
            gradient = {"0, 1", "0, 1"},
            differences = Double.NaN)
    static double nonFiniteBesideFinite(double x, double y) {
        double unused = x * y;
        return unused > 0 || unused <= 0 || unused != unused ? y : x;
    }

    @Program(at = "1, 2, 3, 4, 5, 6, 7, 8")
    static double manyParameters(double a, double b, double c, double d, double e, double f, double g, double h) {
        return a * b - c * d + e * f - g * h + a * h - b * g + c * f - d * e;
    }

    @Program(at = "2, 1, 7, true, 3")
    static double mixedParameterTypes(double x, int n, long m, boolean plus, float f) {
        double y = x * n + x * m + x / f;
        return plus ? y + f * x : y - f * x;
    }

    @Program(at = "0.7")
    static double longChain(double x) {
        double a = x * x + 1;
        double b = a * x - 2 * a;
        double c = b / a + x;
        double d = c * b - a / (1 + c * c);
        double e = d - c * x + b;
        double f = e * e / (1 + d * d) - a;
        double g = f * x + e * d - c;
        double h = (g - f) * (g + f) / (2 + e * e);
        double i = h * h - g * a + f * b - e * c + d;
        return i / (1 + h * h) + g * 1e-3;
    }

    @Program(at = "2", gradient = "-0.25")
    static double reciprocal(double x) {
        return 1 / x;
    }

    @Program(at = "2")
    static void nothingReturned(double x) {
        double y = x * x;
        assert y >= 0;
    }

    @Program(at = "5, 3, 2")
    static double lerpWithBoxFreeConditionals(double a, double b, double t) {
        double lower = a < b ? a : b;
        double upper = a < b ? b : a;
        return lower + (upper - lower) * (t > 1 ? 1 : t) * 0.5;
    }
}
