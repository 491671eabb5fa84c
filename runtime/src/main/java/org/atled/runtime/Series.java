package org.atled.runtime;

/**
 * Truncated power series in one variable, for derivative code that carries them. A series is its value and, apart from it, the
 * coefficients of order 1 to k; {@code null} stands for zeros, so that constants cost nothing. The recurrences are those of
 * Griewank and Walther, Evaluating Derivatives (2008), section 13.2. Not for use by hand.
 */
public final class Series {
    /** Every operation takes time in the square of the order. */
    private static final int HIGHEST = 1000;

    private Series() {}

    /** Refuses an order that is negative or would take for ever. */
    public static void requireOrder(String name, int order) {
        if (order < 0 || order > HIGHEST) {
            throw new IllegalArgumentException(
                    name + " is " + order + ", but it is the highest order wanted: pass 0 to " + HIGHEST + ".");
        }
    }

    /** The coefficients of a variable that moves at this speed. */
    public static double[] line(double speed, int order) {
        if (order == 0) {
            return null;
        }
        double[] line = new double[order];
        line[0] = speed;
        return line;
    }

    /** All coefficients, the value first. */
    public static double[] coefficients(double value, Object higher, int order) {
        double[] all = new double[order + 1];
        all[0] = value;
        if (higher != null) {
            System.arraycopy(higher, 0, all, 1, order);
        }
        return all;
    }

    public static double[] negate(double[] a) {
        return scale(-1, a);
    }

    public static double[] scale(double factor, double[] a) {
        if (a == null) {
            return null;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            c[j] = factor * a[j];
        }
        return c;
    }

    public static double[] add(double[] a, double[] b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            c[j] = a[j] + b[j];
        }
        return c;
    }

    public static double[] subtract(double[] a, double[] b) {
        if (a == null || b == null) {
            return a == null ? negate(b) : a;
        }
        double[] c = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            c[j] = a[j] - b[j];
        }
        return c;
    }

    public static double[] multiply(double x, double[] a, double y, double[] b) {
        if (a == null || b == null) {
            return a == null ? scale(x, b) : scale(y, a);
        }
        double[] c = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            double sum = x * b[j] + a[j] * y;
            for (int i = 0; i < j; i++) {
                sum += a[i] * b[j - 1 - i];
            }
            c[j] = sum;
        }
        return c;
    }

    /** Of the quotient z = x / y. */
    public static double[] divide(double[] a, double y, double[] b, double z) {
        if (a == null && b == null) {
            return null;
        }
        double[] c = new double[a == null ? b.length : a.length];
        for (int j = 0; j < c.length; j++) {
            double sum = a == null ? 0 : a[j];
            if (b != null) {
                sum -= b[j] * z;
                for (int i = 0; i < j; i++) {
                    sum -= b[i] * c[j - 1 - i];
                }
            }
            c[j] = sum / y;
        }
        return c;
    }

    /** What has the derivative p with respect to the series a: the integral of p·a′. */
    static double[] integrate(double[] a, double p, double[] ps) {
        double[] c = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            c[j] = coefficient(a, p, ps, j);
        }
        return c;
    }

    /** One coefficient of that, number j + 1; it takes the coefficients of p up to number j. */
    static double coefficient(double[] a, double p, double[] ps, int j) {
        double sum = (j + 1) * a[j] * p;
        for (int i = 0; ps != null && i < j; i++) {
            sum += (i + 1) * a[i] * ps[j - 1 - i];
        }
        return sum / (j + 1);
    }
}
