package org.atled.substitutes;

import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Where streams of numbers come from. */
@InsteadOf(DoubleStream.class)
public final class DoubleStreamMethods {
    private DoubleStreamMethods() {}

    public static DoubleStream empty() {
        return of(new double[0]);
    }

    public static DoubleStream of(double t) {
        return of(new double[] {t});
    }

    public static DoubleStream of(double[] values) {
        return ArraysMethods.stream(values);
    }

    public static DoubleStream iterate(double seed, DoubleUnaryOperator f) {
        Objects.requireNonNull(f);
        return new DoublePipeline(new Iterated.Doubles(seed, f));
    }

    public static DoubleStream iterate(double seed, DoublePredicate hasNext, DoubleUnaryOperator next) {
        Objects.requireNonNull(next);
        Objects.requireNonNull(hasNext);
        return new DoublePipeline(new TakenWhile.Doubles(new Iterated.Doubles(seed, next), hasNext));
    }

    public static DoubleStream generate(DoubleSupplier s) {
        Objects.requireNonNull(s);
        return new DoublePipeline(new Generated.Doubles(s));
    }

    public static DoubleStream concat(DoubleStream a, DoubleStream b) {
        return new DoublePipeline(new Concatenated(DoublePipeline.elementsOf(a), DoublePipeline.elementsOf(b)));
    }
}
