package org.atled.substitutes;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An {@link IntStream} whose code can be differentiated: the operations that are, the others being inherited. */
public final class IntPipeline extends OtherIntOperations {
    public final Elements elements;
    public boolean used;

    public IntPipeline(Elements elements) {
        this.elements = elements;
    }

    /** The elements of a stream. */
    public static Elements elementsOf(IntStream stream) {
        return stream instanceof IntPipeline pipeline ? pipeline.use() : ForeignStreams.elements(stream);
    }

    public static int[] collect(Elements elements) {
        int[] all = new int[10];
        int count = 0;
        while (elements.advance()) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = elements.integer;
        }
        return Arrays.copyOf(all, count);
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
    public IntStream filter(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new IntPipeline(new Filtered.Ints(use(), predicate));
    }

    @Override
    public IntStream map(IntUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipeline(new IntMappings.ToInts(use(), mapper));
    }

    @Override
    public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return new ObjectPipeline<>(new IntMappings.ToObjects(use(), mapper));
    }

    @Override
    public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipeline(new IntMappings.ToDoubles(use(), mapper));
    }

    @Override
    public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipeline(new FlatMapped.Ints(use(), mapper));
    }

    @Override
    public IntStream sorted() {
        return new IntPipeline(new Sorted.Ints(use()));
    }

    @Override
    public IntStream peek(IntConsumer action) {
        Objects.requireNonNull(action);
        return new IntPipeline(new Peeked.Ints(use(), action));
    }

    @Override
    public IntStream limit(long maxSize) {
        return new IntPipeline(new Limited(use(), maxSize));
    }

    @Override
    public IntStream skip(long n) {
        return new IntPipeline(new Skipped(use(), n));
    }

    @Override
    public IntStream takeWhile(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new IntPipeline(new TakenWhile.Ints(use(), predicate));
    }

    @Override
    public DoubleStream asDoubleStream() {
        return new DoublePipeline(new IntMappings.Widened(use()));
    }

    @Override
    public Stream<Integer> boxed() {
        return new ObjectPipeline<>(new IntMappings.Boxed(use()));
    }

    @Override
    public IntStream sequential() {
        return this;
    }

    /** Stays sequential. */
    @Override
    public IntStream parallel() {
        return this;
    }

    @Override
    public IntStream unordered() {
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
    public void forEach(IntConsumer action) {
        Elements all = use();
        while (all.advance()) {
            action.accept(all.integer);
        }
    }

    @Override
    public void forEachOrdered(IntConsumer action) {
        forEach(action);
    }

    @Override
    public int[] toArray() {
        return collect(use());
    }

    @Override
    public int reduce(int identity, IntBinaryOperator op) {
        Elements all = use();
        int result = identity;
        while (all.advance()) {
            result = op.applyAsInt(result, all.integer);
        }
        return result;
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        Elements all = use();
        if (!all.advance()) {
            return OptionalInt.empty();
        }
        int result = all.integer;
        while (all.advance()) {
            result = op.applyAsInt(result, all.integer);
        }
        return OptionalInt.of(result);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Elements all = use();
        R container = supplier.get();
        while (all.advance()) {
            accumulator.accept(container, all.integer);
        }
        return container;
    }

    @Override
    public int sum() {
        return reduce(0, Integer::sum);
    }

    @Override
    public OptionalInt min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalInt max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return Pipelines.count(use());
    }

    @Override
    public boolean anyMatch(IntPredicate predicate) {
        Elements all = use();
        while (all.advance()) {
            if (predicate.test(all.integer)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        Elements all = use();
        while (all.advance()) {
            if (!predicate.test(all.integer)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        return !anyMatch(predicate);
    }

    @Override
    public OptionalInt findFirst() {
        Elements all = use();
        return all.advance() ? OptionalInt.of(all.integer) : OptionalInt.empty();
    }

    @Override
    public OptionalInt findAny() {
        return findFirst();
    }
}
