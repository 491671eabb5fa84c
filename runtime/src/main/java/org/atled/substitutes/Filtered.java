package org.atled.substitutes;

import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The elements for which a condition holds. */
public final class Filtered {
    private Filtered() {}

    /** Of numbers. */
    public static final class Doubles extends Elements {
        public final Elements source;
        public final DoublePredicate predicate;

        public Doubles(Elements source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean advance() {
            while (source.advance()) {
                if (predicate.test(source.number)) {
                    number = source.number;
                    return true;
                }
            }
            return false;
        }
    }

    /** Of integers. */
    public static final class Ints extends Elements {
        public final Elements source;
        public final IntPredicate predicate;

        public Ints(Elements source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean advance() {
            while (source.advance()) {
                if (predicate.test(source.integer)) {
                    integer = source.integer;
                    return true;
                }
            }
            return false;
        }
    }

    /** Of references. */
    public static final class Objects extends Elements {
        public final Elements source;
        public final Predicate<Object> predicate;

        public Objects(Elements source, Predicate<Object> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean advance() {
            while (source.advance()) {
                if (predicate.test(source.object)) {
                    object = source.object;
                    return true;
                }
            }
            return false;
        }
    }
}
