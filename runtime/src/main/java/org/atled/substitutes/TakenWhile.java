package org.atled.substitutes;

import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The elements before the first for which a condition fails. */
public final class TakenWhile {
    private TakenWhile() {}

    /** Of numbers. */
    public static final class Doubles extends Elements {
        public final Elements source;
        public final DoublePredicate predicate;
        public boolean finished;

        public Doubles(Elements source, DoublePredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean advance() {
            if (finished || !source.advance()) {
                return false;
            }
            number = source.number;
            finished = !predicate.test(number);
            return !finished;
        }
    }

    /** Of integers. */
    public static final class Ints extends Elements {
        public final Elements source;
        public final IntPredicate predicate;
        public boolean finished;

        public Ints(Elements source, IntPredicate predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean advance() {
            if (finished || !source.advance()) {
                return false;
            }
            integer = source.integer;
            finished = !predicate.test(integer);
            return !finished;
        }
    }

    /** Of references. */
    public static final class Objects extends Elements {
        public final Elements source;
        public final Predicate<Object> predicate;
        public boolean finished;

        public Objects(Elements source, Predicate<Object> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean advance() {
            if (finished || !source.advance()) {
                return false;
            }
            object = source.object;
            finished = !predicate.test(object);
            return !finished;
        }
    }
}
