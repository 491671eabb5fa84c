package org.atled.substitutes;

import java.util.IntSummaryStatistics;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** The operations of an {@link IntStream} that hand over to a stream of the JDK, as {@link OtherDoubleOperations} do. */
public abstract class OtherIntOperations implements IntStream {
    /** The elements, for the one operation that may use them. */
    public abstract Elements use();

    private IntStream ofJdk() {
        return StreamSupport.intStream(spliterator(), false);
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator.OfInt spliterator() {
        Elements elements = use();
        return new Spliterators.AbstractIntSpliterator(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(IntConsumer action) {
                boolean found = elements.advance();
                if (found) {
                    action.accept(elements.integer);
                }
                return found;
            }
        };
    }

    @Override
    public LongStream mapToLong(IntToLongFunction mapper) {
        return ofJdk().mapToLong(mapper);
    }

    @Override
    public LongStream asLongStream() {
        return ofJdk().asLongStream();
    }

    @Override
    public IntStream distinct() {
        return ofJdk().distinct();
    }

    @Override
    public IntStream dropWhile(IntPredicate predicate) {
        return ofJdk().dropWhile(predicate);
    }

    @Override
    public OptionalDouble average() {
        return ofJdk().average();
    }

    @Override
    public IntSummaryStatistics summaryStatistics() {
        return ofJdk().summaryStatistics();
    }

    @Override
    public IntStream onClose(Runnable closeHandler) {
        return ofJdk().onClose(closeHandler);
    }
}
