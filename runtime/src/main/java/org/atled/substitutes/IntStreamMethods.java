package org.atled.substitutes;

import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Where streams of integers come from. */
@InsteadOf(IntStream.class)
public final class IntStreamMethods {
    private IntStreamMethods() {}

    public static IntStream empty() {
        return of(new int[0]);
    }

    public static IntStream of(int t) {
        return of(new int[] {t});
    }

    public static IntStream of(int[] values) {
        return ArraysMethods.stream(values);
    }

    public static IntStream range(int startInclusive, int endExclusive) {
        return new IntPipeline(new Range(startInclusive, endExclusive));
    }

    public static IntStream rangeClosed(int startInclusive, int endInclusive) {
        return new IntPipeline(new Range(startInclusive, endInclusive + 1L));
    }

    public static IntStream iterate(int seed, IntUnaryOperator f) {
        Objects.requireNonNull(f);
        return new IntPipeline(new Iterated.Ints(seed, f));
    }

    public static IntStream iterate(int seed, IntPredicate hasNext, IntUnaryOperator next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return new IntPipeline(new TakenWhile.Ints(new Iterated.Ints(seed, next), hasNext));
    }

    public static IntStream generate(IntSupplier s) {
        Objects.requireNonNull(s);
        return new IntPipeline(new Generated.Ints(s));
    }

    public static IntStream concat(IntStream a, IntStream b) {
        return new IntPipeline(new Concatenated(IntPipeline.elementsOf(a), IntPipeline.elementsOf(b)));
    }
}
