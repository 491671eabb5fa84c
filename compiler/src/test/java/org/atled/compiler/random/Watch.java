package org.atled.compiler.random;

import java.lang.reflect.Array;

/**
 * Records the decisions and the largest number of a run of one program, to tell whether it is smooth around its input: if
 * it decides the same at shifted inputs. One run at a time.
 */
public final class Watch {
    private static final int MOST_DECISIONS = 3000;

    private static long decisions;
    private static int count;
    private static double largest;

    private Watch() {}

    /** What one run did. */
    record Trace(long decisions, double largest) {}

    static void start() {
        decisions = 0;
        count = 0;
        largest = 0;
    }

    static Trace trace() {
        return new Trace(decisions, largest);
    }

    private static void decide(long decision) {
        decisions = decisions * 1_000_003 + decision + 1;
        if (++count > MOST_DECISIONS) {
            throw new TooLongError();
        }
    }

    public static boolean condition(boolean outcome) {
        decide(outcome ? 1 : 0);
        return outcome;
    }

    public static int integer(int number) {
        decide(number);
        return number;
    }

    public static double step(double number) {
        decide(Double.doubleToLongBits(number));
        return number;
    }

    public static double max(double a, double b) {
        condition(a > b);
        return Math.max(a, b);
    }

    public static double min(double a, double b) {
        condition(a < b);
        return Math.min(a, b);
    }

    public static double abs(double a) {
        condition(a > 0);
        return Math.abs(a);
    }

    public static double value(double number) {
        largest = Double.isNaN(number) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(number));
        if (++count > MOST_DECISIONS) {
            throw new TooLongError();
        }
        return number;
    }

    /** Looks at all numbers in arrays. */
    static void values(Object value) {
        if (value instanceof Double || value instanceof Float) {
            value(((Number) value).doubleValue());
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                values(Array.get(value, i));
            }
        }
    }

    static final class TooLongError extends Error {
        private static final long serialVersionUID = 1;
    }
}
