package org.atled.substitutes;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** What functions make of each element of a stream of references. */
public final class ObjectMappings {
    private ObjectMappings() {}

    /** References. */
    public static final class ToObjects extends Elements {
        public final Elements source;
        public final Function<Object, ?> mapper;

        public ToObjects(Elements source, Function<Object, ?> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            object = mapper.apply(source.object);
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
        public final ToDoubleFunction<Object> mapper;

        public ToDoubles(Elements source, ToDoubleFunction<Object> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            number = mapper.applyAsDouble(source.object);
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
        public final ToIntFunction<Object> mapper;

        public ToInts(Elements source, ToIntFunction<Object> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        public boolean advance() {
            if (!source.advance()) {
                return false;
            }
            integer = mapper.applyAsInt(source.object);
            return true;
        }

        @Override
        public long size() {
            return source.size();
        }
    }
}
