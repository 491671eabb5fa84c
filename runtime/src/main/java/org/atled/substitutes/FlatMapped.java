package org.atled.substitutes;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For each element the elements of a stream that a function makes of it. */
public final class FlatMapped {
    private FlatMapped() {}

    /** Of numbers. */
    public static final class Doubles extends Elements {
        public final Elements source;
        public final DoubleFunction<? extends DoubleStream> mapper;
        public Elements inner;

        public Doubles(Elements source, DoubleFunction<? extends DoubleStream> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            while (inner == null || !inner.advance()) {
                if (!source.advance()) {
                    return false;
                }
                DoubleStream stream = mapper.apply(source.number);
                inner = stream == null ? null : DoublePipeline.elementsOf(stream);
            }
            number = inner.number;
            return true;
        }
    }

    /** Of integers. */
    public static final class Ints extends Elements {
        public final Elements source;
        public final IntFunction<? extends IntStream> mapper;
        public Elements inner;

        public Ints(Elements source, IntFunction<? extends IntStream> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            while (inner == null || !inner.advance()) {
                if (!source.advance()) {
                    return false;
                }
                IntStream stream = mapper.apply(source.integer);
                inner = stream == null ? null : IntPipeline.elementsOf(stream);
            }
            integer = inner.integer;
            return true;
        }
    }

    /** Of references. */
    public static final class Objects extends Elements {
        public final Elements source;
        public final Function<Object, ? extends Stream<?>> mapper;
        public Elements inner;

        public Objects(Elements source, Function<Object, ? extends Stream<?>> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            while (inner == null || !inner.advance()) {
                if (!source.advance()) {
                    return false;
                }
                Stream<?> stream = mapper.apply(source.object);
                inner = stream == null ? null : ObjectPipeline.elementsOf(stream);
            }
            object = inner.object;
            return true;
        }
    }

    /** Numbers of references. */
    public static final class ToDoubles extends Elements {
        public final Elements source;
        public final Function<Object, ? extends DoubleStream> mapper;
        public Elements inner;

        public ToDoubles(Elements source, Function<Object, ? extends DoubleStream> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            while (inner == null || !inner.advance()) {
                if (!source.advance()) {
                    return false;
                }
                DoubleStream stream = mapper.apply(source.object);
                inner = stream == null ? null : DoublePipeline.elementsOf(stream);
            }
            number = inner.number;
            return true;
        }
    }
}
