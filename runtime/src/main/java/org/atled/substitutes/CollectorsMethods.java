package org.atled.substitutes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.atled.rules.StreamSums;

/** The collectors whose code can be differentiated. */
@InsteadOf(Collectors.class)
public final class CollectorsMethods {
    private CollectorsMethods() {}

    public static <T, A, R> Collector<T, ?, R> collector(
            Supplier<A> supplier, BiConsumer<A, T> accumulator, Function<A, R> finisher) {
        return new Collecting<>(supplier, accumulator, finisher);
    }

    public static <T> Collector<T, ?, List<T>> toList() {
        return CollectorsMethods.<T, List<T>, List<T>>collector(ArrayList::new, List::add, list -> list);
    }

    public static <T> Collector<T, ?, List<T>> toUnmodifiableList() {
        return CollectorsMethods.<T, List<T>, List<T>>collector(
                ArrayList::new, List::add, Collections::unmodifiableList);
    }

    public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> collectionFactory) {
        return CollectorsMethods.<T, C, C>collector(collectionFactory, Collection::add, collection -> collection);
    }

    public static <T> Collector<T, ?, Double> summingDouble(ToDoubleFunction<? super T> mapper) {
        return CollectorsMethods.<T, List<Double>, Double>collector(
                ArrayList::new, (list, each) -> list.add(mapper.applyAsDouble(each)), CollectorsMethods::sum);
    }

    public static <T> Collector<T, ?, Double> averagingDouble(ToDoubleFunction<? super T> mapper) {
        return CollectorsMethods.<T, List<Double>, Double>collector(
                ArrayList::new,
                (list, each) -> list.add(mapper.applyAsDouble(each)),
                list -> list.isEmpty() ? 0.0 : sum(list) / list.size());
    }

    public static double sum(List<Double> list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i);
        }
        return StreamSums.sum(numbers);
    }

    public static <T, A, R> Collector<T, ?, R> mapping(
            Function<? super T, ? extends A> mapper, Collector<? super A, ?, R> downstream) {
        @SuppressWarnings("unchecked")
        Collector<A, Object, R> inner = (Collector<A, Object, R>) downstream;
        BiConsumer<Object, A> accumulator = inner.accumulator();
        return CollectorsMethods.<T, Object, R>collector(
                inner.supplier(),
                (container, each) -> accumulator.accept(container, mapper.apply(each)),
                inner.finisher());
    }
}
