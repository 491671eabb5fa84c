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
            throw new ArithmeticException("a differentiated loop ran more than 2147483646 times in one call; "
                    + "differentiate a part of it at a time");
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

    private static int longer(int length, int index) {
        int doubled = length > (1 << 29) ? Integer.MAX_VALUE - 8 : 2 * length;
        return Math.max(doubled, index + 1);
    }
}
