package org.atled.testing;

import java.lang.invoke.MethodType;

/** The conversions of Java Language Specification 5.3 from a box to a primitive type, as a call of a method makes them. */
final class Primitives {
    private Primitives() {}

    /** The value in the box of the type; null if a call would not convert it. */
    static Object widened(Class<?> type, Object value) {
        if (MethodType.methodType(type).wrap().returnType().isInstance(value)) {
            return value;
        }
        if (value instanceof Character c) {
            return widened(type, (int) c);
        }
        boolean isWhole = value instanceof Byte || value instanceof Short || value instanceof Integer;
        if (type == double.class && (isWhole || value instanceof Long || value instanceof Float)) {
            return ((Number) value).doubleValue();
        }
        if (type == float.class && (isWhole || value instanceof Long)) {
            return ((Number) value).floatValue();
        }
        if (type == long.class && isWhole) {
            return ((Number) value).longValue();
        }
        return type == int.class && isWhole ? (Object) ((Number) value).intValue() : null;
    }
}
