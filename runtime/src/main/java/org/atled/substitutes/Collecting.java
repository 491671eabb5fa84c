package org.atled.substitutes;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** A collector for one thread: nothing is combined. */
public final class Collecting<T, A, R> implements Collector<T, A, R> {
    public final Supplier<A> supplier;
    public final BiConsumer<A, T> accumulator;
    public final Function<A, R> finisher;

    public Collecting(Supplier<A> supplier, BiConsumer<A, T> accumulator, Function<A, R> finisher) {
        this.supplier = supplier;
        this.accumulator = accumulator;
        this.finisher = finisher;
    }

    @Override
    public Supplier<A> supplier() {
        return supplier;
    }

    @Override
    public BiConsumer<A, T> accumulator() {
        return accumulator;
    }

    /** Streams of the JDK ask for it, and use it only if they are parallel. */
    @Override
    public BinaryOperator<A> combiner() {
        return (one, other) -> {
            throw new UnsupportedOperationException("this collector is for sequential streams");
        };
    }

    @Override
    public Function<A, R> finisher() {
        return finisher;
    }

    @Override
    public Set<Characteristics> characteristics() {
        return Set.of();
    }
}
