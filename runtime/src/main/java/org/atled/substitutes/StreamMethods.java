package org.atled.substitutes;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where streams of references come from. */
@InsteadOf(Stream.class)
@SuppressWarnings("unchecked")
public final class StreamMethods {
    private StreamMethods() {}

    public static <T> Stream<T> empty() {
        return ArraysMethods.stream((T[]) new Object[0]);
    }

    public static <T> Stream<T> of(T t) {
        return ArraysMethods.stream((T[]) new Object[] {t});
    }

    public static <T> Stream<T> ofNullable(T t) {
        return t == null ? empty() : of(t);
    }

    public static <T> Stream<T> of(T[] values) {
        return ArraysMethods.stream(values);
    }

    public static <T> Stream<T> iterate(T seed, UnaryOperator<T> f) {
        Objects.requireNonNull(f);
        return new ObjectPipeline<>(new Iterated.Objects(seed, (UnaryOperator<Object>) f));
    }

    public static <T> Stream<T> iterate(T seed, Predicate<? super T> hasNext, UnaryOperator<T> next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return new ObjectPipeline<>(new TakenWhile.Objects(
                new Iterated.Objects(seed, (UnaryOperator<Object>) next), (Predicate<Object>) hasNext));
    }

    public static <T> Stream<T> generate(Supplier<? extends T> s) {
        Objects.requireNonNull(s);
        return new ObjectPipeline<>(new Generated.Objects(s));
    }

    public static <T> Stream<T> concat(Stream<? extends T> a, Stream<? extends T> b) {
        return new ObjectPipeline<>(new Concatenated(ObjectPipeline.elementsOf(a), ObjectPipeline.elementsOf(b)));
    }
}
