package org.atled.substitutes;

import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The elements of streams that were made in code that is not differentiated. Nothing of them is active; derivative code
 * that comes upon them where they should be refuses them by their class.
 */
public final class ForeignStreams {
    private ForeignStreams() {}

    public static Elements elements(DoubleStream stream) {
        PrimitiveIterator.OfDouble iterator = stream.iterator();
        return new Elements() {
            @Override
            public boolean advance() {
                boolean found = iterator.hasNext();
                if (found) {
                    number = iterator.nextDouble();
                }
                return found;
            }
        };
    }

    public static Elements elements(IntStream stream) {
        PrimitiveIterator.OfInt iterator = stream.iterator();
        return new Elements() {
            @Override
            public boolean advance() {
                boolean found = iterator.hasNext();
                if (found) {
                    integer = iterator.nextInt();
                }
                return found;
            }
        };
    }

    public static Elements elements(Stream<?> stream) {
        Iterator<?> iterator = stream.iterator();
        return new Elements() {
            @Override
            public boolean advance() {
                boolean found = iterator.hasNext();
                if (found) {
                    object = iterator.next();
                }
                return found;
            }
        };
    }
}
