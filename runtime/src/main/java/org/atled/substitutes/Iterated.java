package org.atled.substitutes;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** A first element, and from each the next one, without end. */
public final class Iterated {
    private Iterated() {}

    /** Of numbers. */
    public static final class Doubles extends Elements {
        public final DoubleUnaryOperator next;
        public boolean started;

        public Doubles(double seed, DoubleUnaryOperator next) {
            this.next = next;
            this.number = seed;
        }

        @Override
        public boolean advance() {
            if (started) {
                number = next.applyAsDouble(number);
            }
            started = true;
            return true;
        }
    }

    /** Of integers. */
    public static final class Ints extends Elements {
        public final IntUnaryOperator next;
        public boolean started;

        public Ints(int seed, IntUnaryOperator next) {
            this.next = next;
            this.integer = seed;
        }

        @Override
        public boolean advance() {
            if (started) {
                integer = next.applyAsInt(integer);
            }
            started = true;
            return true;
        }
    }

    /** Of references. */
    public static final class Objects extends Elements {
        public final UnaryOperator<Object> next;
        public boolean started;

        public Objects(Object seed, UnaryOperator<Object> next) {
            this.next = next;
            this.object = seed;
        }

        @Override
        public boolean advance() {
            if (started) {
                object = next.apply(object);
            }
            started = true;
            return true;
        }
    }
}
