package org.atled.substitutes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The methods of {@link Arrays} that make streams, sort and call back. */
@InsteadOf(Arrays.class)
public final class ArraysMethods {
    private ArraysMethods() {}

    public static DoubleStream stream(double[] array) {
        return stream(array, 0, array.length);
    }

    public static DoubleStream stream(double[] array, int startInclusive, int endExclusive) {
        ArrayElements.check(array.length, startInclusive, endExclusive);
        return new DoublePipeline(new ArrayElements.Doubles(array, startInclusive, endExclusive));
    }

    public static IntStream stream(int[] array) {
        return stream(array, 0, array.length);
    }

    public static IntStream stream(int[] array, int startInclusive, int endExclusive) {
        ArrayElements.check(array.length, startInclusive, endExclusive);
        return new IntPipeline(new ArrayElements.Ints(array, startInclusive, endExclusive));
    }

    public static <T> Stream<T> stream(T[] array) {
        return stream(array, 0, array.length);
    }

    public static <T> Stream<T> stream(T[] array, int startInclusive, int endExclusive) {
        ArrayElements.check(array.length, startInclusive, endExclusive);
        return new ObjectPipeline<>(new ArrayElements.Objects(array, startInclusive, endExclusive));
    }

    public static void sort(double[] a) {
        int[] order = Orders.of(a);
        double[] before = Arrays.copyOf(a, a.length);
        for (int i = 0; i < order.length; i++) {
            a[i] = before[order[i]];
        }
    }

    public static void sort(Object[] a) {
        sort(a, null);
    }

    public static <T> void sort(T[] a, Comparator<? super T> c) {
        int[] order = Orders.of(a, c);
        T[] before = Arrays.copyOf(a, a.length);
        for (int i = 0; i < order.length; i++) {
            a[i] = before[order[i]];
        }
    }

    public static void setAll(double[] array, IntToDoubleFunction generator) {
        for (int i = 0; i < array.length; i++) {
            array[i] = generator.applyAsDouble(i);
        }
    }

    public static <T> void setAll(T[] array, IntFunction<? extends T> generator) {
        for (int i = 0; i < array.length; i++) {
            array[i] = generator.apply(i);
        }
    }
}
