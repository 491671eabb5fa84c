package org.atled.runtime;

/**
 * Power series of the functions of {@link Math}: each takes the argument x with its coefficients a and the value z that the
 * function has given, and returns the coefficients of z. Most follow from z′ = p(x, z)·x′. Not for use by hand.
 */
public final class ElementarySeries {
    private ElementarySeries() {}

    public static double[] exp(double x, double[] a, double z) {
        if (a == null) {
            return null;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < c.length; j++) {
            c[j] = Series.coefficient(a, z, c, j);
        }
        return c;
    }

    public static double[] expm1(double x, double[] a, double z) {
        return exp(x, a, Math.exp(x));
    }

    public static double[] log(double x, double[] a, double z) {
        if (a == null) {
            return null;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < c.length; j++) {
            double sum = 0;
            for (int i = 0; i < j; i++) {
                sum += (i + 1) * c[i] * a[j - 1 - i];
            }
            c[j] = (a[j] - sum / (j + 1)) / x;
        }
        return c;
    }

    public static double[] log1p(double x, double[] a, double z) {
        return log(1 + x, a, z);
    }

    public static double[] log10(double x, double[] a, double z) {
        return Series.scale(1 / Math.log(10), log(x, a, z));
    }

    public static double[] sin(double x, double[] a, double z) {
        return circular(a, z, Math.cos(x), -1)[0];
    }

    public static double[] cos(double x, double[] a, double z) {
        return circular(a, Math.sin(x), z, -1)[1];
    }

    public static double[] sinh(double x, double[] a, double z) {
        return circular(a, z, Math.cosh(x), 1)[0];
    }

    public static double[] cosh(double x, double[] a, double z) {
        return circular(a, Math.sinh(x), z, 1)[1];
    }

    /** s′ = c·x′ and c′ = ±s·x′. */
    private static double[][] circular(double[] a, double s, double c, int sign) {
        if (a == null) {
            return new double[2][];
        }
        double[][] both = new double[2][a.length];
        for (int j = 0; j < a.length; j++) {
            both[0][j] = Series.coefficient(a, c, both[1], j);
            both[1][j] = sign * Series.coefficient(a, s, both[0], j);
        }
        return both;
    }

    public static double[] tan(double x, double[] a, double z) {
        return tangent(a, z, 1 + z * z, 1);
    }

    public static double[] tanh(double x, double[] a, double z) {
        double e = Math.exp(-Math.abs(x));
        double sech = 2 * e / (1 + e * e);
        return tangent(a, z, sech * sech, -1);
    }

    /** z′ = (1 ± z²)·x′. */
    private static double[] tangent(double[] a, double z, double p, int sign) {
        if (a == null) {
            return null;
        }
        double[] c = new double[a.length];
        double[] ps = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            c[j] = Series.coefficient(a, p, ps, j);
            double square = 2 * z * c[j];
            for (int i = 0; i < j; i++) {
                square += c[i] * c[j - 1 - i];
            }
            ps[j] = sign * square;
        }
        return c;
    }

    public static double[] atan(double x, double[] a, double z) {
        if (a == null) {
            return null;
        }
        double q = 1 + x * x;
        return Series.integrate(a, 1 / q, Series.divide(null, q, Series.multiply(x, a, x, a), 1 / q));
    }

    public static double[] asin(double x, double[] a, double z) {
        if (a == null) {
            return null;
        }
        double root = Math.sqrt((1 - x) * (1 + x));
        double[] roots = sqrt(0, Series.negate(Series.multiply(x, a, x, a)), root);
        return Series.integrate(a, 1 / root, Series.divide(null, root, roots, 1 / root));
    }

    public static double[] acos(double x, double[] a, double z) {
        return Series.negate(asin(x, a, z));
    }

    public static double[] sqrt(double x, double[] a, double z) {
        if (a == null) {
            return null;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < c.length; j++) {
            double sum = a[j];
            for (int i = 0; i < j; i++) {
                sum -= c[i] * c[j - 1 - i];
            }
            c[j] = sum / (2 * z);
        }
        return c;
    }

    public static double[] cbrt(double x, double[] a, double z) {
        return power(x, a, 1.0 / 3, z);
    }

    /** A natural exponent multiplies, so that it has no trouble at zero; one that moves takes z = exp(y log x). */
    public static double[] pow(double x, double[] a, double y, double[] b, double z) {
        if (b != null) {
            return exp(0, Series.multiply(y, b, Math.log(x), log(x, a, 0)), z);
        }
        return a != null && y >= 0 && y == (int) y ? natural(x, a, (int) y) : power(x, a, y, z);
    }

    private static double[] natural(double x, double[] a, int n) {
        double power = 1;
        double[] powers = null;
        double square = x;
        double[] squares = a;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                powers = Series.multiply(power, powers, square, squares);
                power *= square;
            }
            squares = Series.multiply(square, squares, square, squares);
            square *= square;
        }
        return powers;
    }

    /** x·z′ = y·z·x′ for a constant y. */
    private static double[] power(double x, double[] a, double y, double z) {
        if (a == null) {
            return null;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < c.length; j++) {
            double sum = (j + 1) * y * a[j] * z;
            for (int i = 0; i < j; i++) {
                sum += ((i + 1) * y - (j - i)) * a[i] * c[j - 1 - i];
            }
            c[j] = sum / ((j + 1) * x);
        }
        return c;
    }

    public static double[] hypot(double x, double[] a, double y, double[] b, double z) {
        return sqrt(0, Series.add(Series.multiply(x, a, x, a), Series.multiply(y, b, y, b)), z);
    }

    /** The angle of (x, y): (x·y′ − y·x′) / (x² + y²). */
    public static double[] atan2(double y, double[] b, double x, double[] a, double z) {
        double q = x * x + y * y;
        double[] qs = Series.add(Series.multiply(x, a, x, a), Series.multiply(y, b, y, b));
        double[] byY = b == null ? null : Series.integrate(b, x / q, Series.divide(a, q, qs, x / q));
        double[] byX = a == null ? null : Series.integrate(a, y / q, Series.divide(b, q, qs, y / q));
        return Series.subtract(byY, byX);
    }

    public static double[] fma(double x, double[] a, double y, double[] b, double w, double[] d, double z) {
        return Series.add(Series.multiply(x, a, y, b), d);
    }

    /** At zero the derivative used is zero, at a tie of two that of the second, as in first derivatives. */
    public static double[] abs(double x, double[] a, double z) {
        return x == 0 ? null : x < 0 ? Series.negate(a) : a;
    }

    public static double[] max(double x, double[] a, double y, double[] b, double z) {
        return x > y ? a : b;
    }

    public static double[] min(double x, double[] a, double y, double[] b, double z) {
        return x < y ? a : b;
    }
}
