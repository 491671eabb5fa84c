package org.atled.substitutes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** All elements in order: none is given before all are taken in. */
public final class Sorted {
    private Sorted() {}

    /** Of numbers, in their natural order. */
    public static final class Doubles extends Elements {
        public final Elements source;
        public double[] sorted;
        public int next;

        public Doubles(Elements source) {
            this.source = source;
        }

        @Override
        public boolean advance() {
            if (sorted == null) {
                sorted = DoublePipeline.collect(source);
                ArraysMethods.sort(sorted);
            }
            if (next >= sorted.length) {
                return false;
            }
            number = sorted[next++];
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** Of integers, in their natural order. */
    public static final class Ints extends Elements {
        public final Elements source;
        public int[] sorted;
        public int next;

        public Ints(Elements source) {
            this.source = source;
        }

        @Override
        public boolean advance() {
            if (sorted == null) {
                sorted = IntPipeline.collect(source);
                Arrays.sort(sorted);
            }
            if (next >= sorted.length) {
                return false;
            }
            integer = sorted[next++];
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** Of references. */
    public static final class Objects extends Elements {
        public final Elements source;
        public final Comparator<Object> comparator;
        public List<Object> sorted;
        public int next;

        /** {@code comparator} is {@code null} for the natural order. */
        public Objects(Elements source, Comparator<Object> comparator) {
            this.source = source;
            this.comparator = comparator;
        }

        @Override
        public boolean advance() {
            if (sorted == null) {
                sorted = new ArrayList<>();
                while (source.advance()) {
                    sorted.add(source.object);
                }
                ListMethods.sort(sorted, comparator);
            }
            if (next >= sorted.size()) {
                return false;
            }
            object = sorted.get(next++);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }
}
