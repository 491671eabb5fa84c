package org.atled.rules;

import java.util.Arrays;

/** The sum of an array as streams compute it. The compiler puts it in place of {@code Arrays.stream(array).sum()}. */
public final class StreamSums {
    private StreamSums() {}

    /**
     * {@code Arrays.stream(array).sum()}, bit for bit: a compensated sum.
     *
     * @throws NullPointerException if {@code array} is {@code null}
     */
    public static double sum(double[] array) {
        return Arrays.stream(array).sum();
    }
}
