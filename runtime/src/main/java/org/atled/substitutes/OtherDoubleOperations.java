package org.atled.substitutes;

import java.util.DoubleSummaryStatistics;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * The operations of a {@link DoubleStream} through which no derivative is followed: they hand over to a stream of the
 * JDK. The build refuses them where active values take part.
 */
public abstract class OtherDoubleOperations implements DoubleStream {
    /** The elements, for the one operation that may use them. */
    public abstract Elements use();

    private DoubleStream ofJdk() {
        return StreamSupport.doubleStream(spliterator(), false);
    }

    @Override
    public PrimitiveIterator.OfDouble iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator.OfDouble spliterator() {
        Elements elements = use();
        return new Spliterators.AbstractDoubleSpliterator(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(DoubleConsumer action) {
                boolean found = elements.advance();
                if (found) {
                    action.accept(elements.number);
                }
                return found;
            }
        };
    }

    @Override
    public LongStream mapToLong(DoubleToLongFunction mapper) {
        return ofJdk().mapToLong(mapper);
    }

    @Override
    public DoubleStream distinct() {
        return ofJdk().distinct();
    }

    @Override
    public DoubleStream dropWhile(DoublePredicate predicate) {
        return ofJdk().dropWhile(predicate);
    }

    @Override
    public DoubleSummaryStatistics summaryStatistics() {
        return ofJdk().summaryStatistics();
    }

    @Override
    public DoubleStream onClose(Runnable closeHandler) {
        return ofJdk().onClose(closeHandler);
    }
}
