package org.atled.substitutes;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/** The elements, each shown to an action when it is asked for. */
public final class Peeked {
    private Peeked() {}

    /** Of numbers. */
    public static final class Doubles extends Elements {
        public final Elements source;
        public final DoubleConsumer action;

        public Doubles(Elements source, DoubleConsumer action) {
            this.source = source;
            this.action = action;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            number = source.number;
            action.accept(number);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** Of integers. */
    public static final class Ints extends Elements {
        public final Elements source;
        public final IntConsumer action;

        public Ints(Elements source, IntConsumer action) {
            this.source = source;
            this.action = action;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            integer = source.integer;
            action.accept(integer);
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
        public final Consumer<Object> action;

        public Objects(Elements source, Consumer<Object> action) {
            this.source = source;
            this.action = action;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            object = source.object;
            action.accept(object);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }
}
