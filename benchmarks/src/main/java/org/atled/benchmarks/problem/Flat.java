package org.atled.benchmarks.problem;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** One array out of several. */
public final class Flat {
    private Flat() {}

    /** The elements of all arrays, one array after the other, in a new array. */
    public static double[] of(double[]... arrays) {
        return Arrays.stream(arrays).flatMapToDouble(DoubleStream::of).toArray();
    }
}
