package org.atled.substitutes;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operations of a {@link Stream} that hand over to a stream of the JDK, as {@link OtherDoubleOperations} do. */
public abstract class OtherObjectOperations<T> implements Stream<T> {
    /** The elements, for the one operation that may use them. */
    public abstract Elements use();

    private Stream<T> ofJdk() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator<T> spliterator() {
        Elements elements = use();
        return new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            @SuppressWarnings("unchecked")
            public boolean tryAdvance(Consumer<? super T> action) {
                boolean found = elements.advance();
                if (found) {
                    action.accept((T) elements.object);
                }
                return found;
            }
        };
    }

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        return ofJdk().mapToLong(mapper);
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        return ofJdk().flatMapToInt(mapper);
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        return ofJdk().flatMapToLong(mapper);
    }

    @Override
    public Stream<T> distinct() {
        return ofJdk().distinct();
    }

    @Override
    public Stream<T> dropWhile(Predicate<? super T> predicate) {
        return ofJdk().dropWhile(predicate);
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        return ofJdk().onClose(closeHandler);
    }
}
