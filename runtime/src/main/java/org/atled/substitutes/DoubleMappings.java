package org.atled.substitutes;

import java.util.function.DoubleFunction;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;

/** What functions make of each element of a stream of numbers. */
public final class DoubleMappings {
    private DoubleMappings() {}

    /** Numbers. */
    public static final class ToDoubles extends Elements {
        public final Elements source;
        public final DoubleUnaryOperator mapper;

        public ToDoubles(Elements source, DoubleUnaryOperator mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            number = mapper.applyAsDouble(source.number);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** Integers. */
    public static final class ToInts extends Elements {
        public final Elements source;
        public final DoubleToIntFunction mapper;

        public ToInts(Elements source, DoubleToIntFunction mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            integer = mapper.applyAsInt(source.number);
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
        public final DoubleFunction<?> mapper;

        public ToObjects(Elements source, DoubleFunction<?> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            object = mapper.apply(source.number);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** The numbers as objects. */
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
            object = Double.valueOf(source.number);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }
}
