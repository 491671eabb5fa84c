package org.atled.substitutes;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atled.rules.StreamSums;

/** A {@link DoubleStream} whose code can be differentiated: the operations that are, the others being inherited. */
public final class DoublePipeline extends OtherDoubleOperations {
    public final Elements elements;
    public boolean used;

    public DoublePipeline(Elements elements) {
        this.elements = elements;
    }

    /** The elements of a stream. */
    public static Elements elementsOf(DoubleStream stream) {
        return stream instanceof DoublePipeline pipeline ? pipeline.use() : ForeignStreams.elements(stream);
    }

    public static double[] collect(Elements elements) {
        double[] all = new double[10];
        int count = 0;
        while (elements.advance()) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = elements.number;
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
    public DoubleStream filter(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return new DoublePipeline(new Filtered.Doubles(use(), predicate));
    }

    @Override
    public DoubleStream map(DoubleUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipeline(new DoubleMappings.ToDoubles(use(), mapper));
    }

    @Override
    public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return new ObjectPipeline<>(new DoubleMappings.ToObjects(use(), mapper));
    }

    @Override
    public IntStream mapToInt(DoubleToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new IntPipeline(new DoubleMappings.ToInts(use(), mapper));
    }

    @Override
    public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return new DoublePipeline(new FlatMapped.Doubles(use(), mapper));
    }

    @Override
    public DoubleStream sorted() {
        return new DoublePipeline(new Sorted.Doubles(use()));
    }

    @Override
    public DoubleStream peek(DoubleConsumer action) {
        Objects.requireNonNull(action);
        return new DoublePipeline(new Peeked.Doubles(use(), action));
    }

    @Override
    public DoubleStream limit(long maxSize) {
        return new DoublePipeline(new Limited(use(), maxSize));
    }

    @Override
    public DoubleStream skip(long n) {
        return new DoublePipeline(new Skipped(use(), n));
    }

    @Override
    public DoubleStream takeWhile(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return new DoublePipeline(new TakenWhile.Doubles(use(), predicate));
    }

    @Override
    public Stream<Double> boxed() {
        return new ObjectPipeline<>(new DoubleMappings.Boxed(use()));
    }

    @Override
    public DoubleStream sequential() {
        return this;
    }

    /** Stays sequential. */
    @Override
    public DoubleStream parallel() {
        return this;
    }

    @Override
    public DoubleStream unordered() {
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
    public void forEach(DoubleConsumer action) {
        Elements all = use();
        while (all.advance()) {
            action.accept(all.number);
        }
    }

    @Override
    public void forEachOrdered(DoubleConsumer action) {
        forEach(action);
    }

    @Override
    public double[] toArray() {
        return collect(use());
    }

    @Override
    public double reduce(double identity, DoubleBinaryOperator op) {
        Elements all = use();
        double result = identity;
        while (all.advance()) {
            result = op.applyAsDouble(result, all.number);
        }
        return result;
    }

    @Override
    public OptionalDouble reduce(DoubleBinaryOperator op) {
        Elements all = use();
        if (!all.advance()) {
            return OptionalDouble.empty();
        }
        double result = all.number;
        while (all.advance()) {
            result = op.applyAsDouble(result, all.number);
        }
        return OptionalDouble.of(result);
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Elements all = use();
        R container = supplier.get();
        while (all.advance()) {
            accumulator.accept(container, all.number);
        }
        return container;
    }

    @Override
    public double sum() {
        return StreamSums.sum(toArray());
    }

    @Override
    public OptionalDouble average() {
        double[] all = toArray();
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(StreamSums.sum(all) / all.length);
    }

    @Override
    public OptionalDouble min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalDouble max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return Pipelines.count(use());
    }

    @Override
    public boolean anyMatch(DoublePredicate predicate) {
        Elements all = use();
        while (all.advance()) {
            if (predicate.test(all.number)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean allMatch(DoublePredicate predicate) {
        Elements all = use();
        while (all.advance()) {
            if (!predicate.test(all.number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean noneMatch(DoublePredicate predicate) {
        return !anyMatch(predicate);
    }

    @Override
    public OptionalDouble findFirst() {
        Elements all = use();
        return all.advance() ? OptionalDouble.of(all.number) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble findAny() {
        return findFirst();
    }
}
