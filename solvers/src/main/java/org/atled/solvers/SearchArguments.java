package org.atled.solvers;

/** The checks of searches: arguments, what functions return, and whether a residual is small enough. */
final class SearchArguments {
    private SearchArguments() {}

    static void check(String name, Object equations, double[] start, double tolerance) {
        requireFunction(name, equations);
        if (start == null || start.length == 0) {
            throw new IllegalArgumentException(
                    "start is " + (start == null ? "null" : "empty") + ". Give a number for each equation.");
        }
        if (!(tolerance > 0) || tolerance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "tolerance is " + tolerance + ". Give a small positive number, such as 1e-12.");
        }
    }

    static void requireFunction(String name, Object function) {
        if (function == null) {
            throw new IllegalArgumentException(name + " is null. Give a function.");
        }
    }

    /** Refuses what has another length. */
    static double[] checked(String name, double[] values, int n) {
        if (values == null || values.length != n) {
            throw new IllegalArgumentException(
                    name + " returned " + (values == null ? "null" : values.length + " numbers") + " for " + n
                            + ". Let it return as many as it is given.");
        }
        return values;
    }

    /** The first component whose residual is too large or no number, or -1. */
    static int worst(double[] residual, double[] u, double tolerance) {
        for (int i = 0; i < u.length; i++) {
            if (!(Math.abs(residual[i]) <= tolerance * Math.max(1, Math.abs(u[i]))) || Double.isInfinite(u[i])) {
                return i;
            }
        }
        return -1;
    }

    static ArithmeticException notConverged(
            String search, double[] residual, double[] u, double tolerance, String remedy) {
        int i = worst(residual, u, tolerance);
        return new ArithmeticException(search + " found no solution: component " + i + " is " + u[i]
                + " with a residual of " + residual[i] + ", and the tolerance is " + tolerance
                + ". Its derivative would be wrong. Give a larger tolerance if this is as good as it gets; else "
                + remedy
                + ", or differentiate the iteration itself by Implicit.iterate.");
    }
}
