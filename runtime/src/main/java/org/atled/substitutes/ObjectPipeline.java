package org.atled.substitutes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@link Stream} whose code can be differentiated: the operations that are, the others being inherited. */
@SuppressWarnings("unchecked")
public final class ObjectPipeline<T> extends OtherObjectOperations<T> {
    public final Elements elements;
    public boolean used;

    public ObjectPipeline(Elements elements) {
        this.elements = elements;
    }

    /** The elements of a stream. */
    public static Elements elementsOf(Stream<?> stream) {
        return stream instanceof ObjectPipeline<?> pipeline ? pipeline.use() : ForeignStreams.elements(stream);
    }

    @Override
    public Elements use() {
        if (used) {
            throw Pipelines.used();
        }
        used = true;
        return elements;
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return new ObjectPipeline<>(new Filtered.Objects(use(), (Predicate<Object>) predicate));
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        Objects.requireNonNull(mapper);
        return new ObjectPipeline<>(new ObjectMappings.ToObjects(use(), (Function<Object, ?>) mapper));
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipeline(new ObjectMappings.ToDoubles(use(), (ToDoubleFunction<Object>) mapper));
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipeline(new ObjectMappings.ToInts(use(), (ToIntFunction<Object>) mapper));
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        Objects.requireNonNull(mapper);
        return new ObjectPipeline<>(
                new FlatMapped.Objects(use(), (Function<Object, ? extends Stream<?>>) (Function<?, ?>) mapper));
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipeline(new FlatMapped.ToDoubles(use(), (Function<Object, ? extends DoubleStream>) mapper));
    }

    @Override
    public Stream<T> sorted() {
        return new ObjectPipeline<>(new Sorted.Objects(use(), null));
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        return new ObjectPipeline<>(new Sorted.Objects(use(), (Comparator<Object>) comparator));
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        return new ObjectPipeline<>(new Peeked.Objects(use(), (Consumer<Object>) action));
    }

    @Override
    public Stream<T> limit(long maxSize) {
        return new ObjectPipeline<>(new Limited(use(), maxSize));
    }

    @Override
    public Stream<T> skip(long n) {
        return new ObjectPipeline<>(new Skipped(use(), n));
    }

    @Override
    public Stream<T> takeWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return new ObjectPipeline<>(new TakenWhile.Objects(use(), (Predicate<Object>) predicate));
    }

    @Override
    public Stream<T> sequential() {
        return this;
    }

    /** Stays sequential. */
    @Override
    public Stream<T> parallel() {
        return this;
    }

    @Override
    public Stream<T> unordered() {
        return this;
    }

    @Override
    public boolean isParallel() {
        return false;
    }

    @Override
    public void close() {
        used = true;
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        Elements all = use();
        while (all.advance()) {
            action.accept((T) all.object);
        }
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        forEach(action);
    }

    public ArrayList<T> list() {
        Elements all = use();
        ArrayList<T> list = new ArrayList<>();
        while (all.advance()) {
            list.add((T) all.object);
        }
        return list;
    }

    @Override
    public List<T> toList() {
        return Collections.unmodifiableList(list());
    }

    @Override
    public Object[] toArray() {
        return toArray(Object[]::new);
    }

    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        ArrayList<T> list = list();
        A[] array = generator.apply(list.size());
        for (int i = 0; i < array.length; i++) {
            array[i] = (A) list.get(i);
        }
        return array;
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        Elements all = use();
        T result = identity;
        while (all.advance()) {
            result = accumulator.apply(result, (T) all.object);
        }
        return result;
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        Elements all = use();
        if (!all.advance()) {
            return Optional.empty();
        }
        T result = (T) all.object;
        while (all.advance()) {
            result = accumulator.apply(result, (T) all.object);
        }
        return Optional.of(result);
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        Elements all = use();
        U result = identity;
        while (all.advance()) {
            result = accumulator.apply(result, (T) all.object);
        }
        return result;
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        Elements all = use();
        R container = supplier.get();
        while (all.advance()) {
            accumulator.accept(container, (T) all.object);
        }
        return container;
    }

    @Override
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        Elements all = use();
        A container = collector.supplier().get();
        BiConsumer<A, ? super T> accumulator = collector.accumulator();
        while (all.advance()) {
            accumulator.accept(container, (T) all.object);
        }
        return collector.finisher().apply(container);
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return reduce((a, b) -> comparator.compare(a, b) <= 0 ? a : b);
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return reduce((a, b) -> comparator.compare(a, b) >= 0 ? a : b);
    }

    @Override
    public long count() {
        return Pipelines.count(use());
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        Elements all = use();
        while (all.advance()) {
            if (predicate.test((T) all.object)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        Elements all = use();
        while (all.advance()) {
            if (!predicate.test((T) all.object)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return !anyMatch(predicate);
    }

    @Override
    public Optional<T> findFirst() {
        Elements all = use();
        return all.advance() ? Optional.of((T) all.object) : Optional.empty();
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
    }
}
