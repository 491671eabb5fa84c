package org.atled.substitutes;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** What functions make of each element of a stream of integers. */
public final class IntMappings {
    private IntMappings() {}

    /** Integers. */
    public static final class ToInts extends Elements {
        public final Elements source;
        public final IntUnaryOperator mapper;

        public ToInts(Elements source, IntUnaryOperator mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            integer = mapper.applyAsInt(source.integer);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** Numbers. */
    public static final class ToDoubles extends Elements {
        public final Elements source;
        public final IntToDoubleFunction mapper;

        public ToDoubles(Elements source, IntToDoubleFunction mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            number = mapper.applyAsDouble(source.integer);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** References. */
    public static final class ToObjects extends Elements {
        public final Elements source;
        public final IntFunction<?> mapper;

        public ToObjects(Elements source, IntFunction<?> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            object = mapper.apply(source.integer);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** The integers as objects. */
    public static final class Boxed extends Elements {
        public final Elements source;

        public Boxed(Elements source) {
            this.source = source;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            object = Integer.valueOf(source.integer);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** The integers as numbers. */
    public static final class Widened extends Elements {
        public final Elements source;

        public Widened(Elements source) {
            this.source = source;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            number = source.integer;
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }
}
