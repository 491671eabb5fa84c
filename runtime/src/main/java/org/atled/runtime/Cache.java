package org.atled.runtime;

import java.util.Arrays;

/**
 * Arrays in which a loop keeps the values its reverse needs, one element per iteration. Called by derivative code; not
 * for use by hand.
 */
public final class Cache {
    private Cache() {}

    /**
     * The number of the next iteration.
     *
     * @throws ArithmeticException if there were 2³¹ − 1 iterations, more than an array can keep values of
     */
    public static int next(int iteration) {
        if (iteration == Integer.MAX_VALUE) {
            throw tooMany();
        }
        return iteration + 1;
    }

    /** The same array if it has an element at this index, else a longer copy. */
    public static double[] ensure(double[] cache, int index) {
        return index < cache.length ? cache : Arrays.copyOf(cache, longer(cache.length, index));
    }

    /** The same array if it has an element at this index, else a longer copy. */
    public static float[] ensure(float[] cache, int index) {
        return index < cache.length ? cache : Arrays.copyOf(cache, longer(cache.length, index));
    }

    /** The same array if it has an element at this index, else a longer copy. */
    public static int[] ensure(int[] cache, int index) {
        return index < cache.length ? cache : Arrays.copyOf(cache, longer(cache.length, index));
    }

    /** The same array if it has an element at this index, else a longer copy. */
    public static long[] ensure(long[] cache, int index) {
        return index < cache.length ? cache : Arrays.copyOf(cache, longer(cache.length, index));
    }

    /** The same array if it has an element at this index, else a longer copy. */
    public static Object[] ensure(Object[] cache, int index) {
        return index < cache.length ? cache : Arrays.copyOf(cache, longer(cache.length, index));
    }

    /** Number of the iteration in which the condition fails. */
    private static int last(int first, int iterations) {
        if (first + iterations < 0) {
            throw tooMany();
        }
        return first + iterations;
    }

    /** How often {@code for (int i = initial; i < bound; i += step)} runs, for a positive step. */
    public static int tripsBelow(int initial, int bound, int step) {
        return trips((long) bound - initial, step);
    }

    /** How often {@code for (int i = initial; i <= bound; i += step)} runs, for a positive step. */
    public static int tripsUpTo(int initial, int bound, int step) {
        return trips((long) bound - initial + 1, step);
    }

    /** How often {@code for (int i = initial; i > bound; i -= step)} runs, for a positive step. */
    public static int tripsAbove(int initial, int bound, int step) {
        return trips((long) initial - bound, step);
    }

    /** How often {@code for (int i = initial; i >= bound; i -= step)} runs, for a positive step. */
    public static int tripsDownTo(int initial, int bound, int step) {
        return trips((long) initial - bound + 1, step);
    }

    private static int trips(long distance, int step) {
        if (distance <= 0) {
            return 0;
        }
        long trips = step == 1 ? distance : (distance + step - 1) / step;
        if (trips == (int) trips) {
            return (int) trips;
        }
        throw tooMany();
    }

    private static ArithmeticException tooMany() {
        return new ArithmeticException("a differentiated loop ran more than 2147483646 times in one call; "
                + "differentiate a part of it at a time");
    }

    /** The same array if it has room for these iterations, else a longer copy. */
    public static double[] reserve(double[] cache, int first, int iterations) {
        return ensure(cache, last(first, iterations));
    }

    /** The same array if it has room for these iterations, else a longer copy. */
    public static float[] reserve(float[] cache, int first, int iterations) {
        return ensure(cache, last(first, iterations));
    }

    /** The same array if it has room for these iterations, else a longer copy. */
    public static int[] reserve(int[] cache, int first, int iterations) {
        return ensure(cache, last(first, iterations));
    }

    /** The same array if it has room for these iterations, else a longer copy. */
    public static long[] reserve(long[] cache, int first, int iterations) {
        return ensure(cache, last(first, iterations));
    }

    /** The same array if it has room for these iterations, else a longer copy. */
    public static Object[] reserve(Object[] cache, int first, int iterations) {
        return ensure(cache, last(first, iterations));
    }

    private static int longer(int length, int index) {
        int doubled = length > (1 << 29) ? Integer.MAX_VALUE - 8 : 2 * length;
        return Math.max(doubled, index + 1);
    }
}
