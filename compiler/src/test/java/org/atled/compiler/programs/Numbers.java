package org.atled.compiler.programs;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The numbers in an argument list, and copies of it, with arrays that are one object staying one object. */
final class Numbers {
    private Numbers() {}

    /** Deep copies of arrays; what is one array stays one array. */
    static Object[] copy(Object[] arguments) {
        return map(arguments, (type, number) -> number);
    }

    /** Arguments of the same shape, with other numbers. */
    static Object[] map(Object[] arguments, Change change) {
        Map<Object, Object> known = new IdentityHashMap<>();
        Object[] mapped = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            mapped[i] = map(arguments[i], known, change);
        }
        return mapped;
    }

    private static Object map(Object value, Map<Object, Object> known, Change change) {
        if (value instanceof Double || value instanceof Float) {
            return number(value.getClass(), change.apply(value.getClass(), ((Number) value).doubleValue()));
        }
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        Object mapped = known.get(value);
        if (mapped == null) {
            int length = Array.getLength(value);
            mapped = Array.newInstance(value.getClass().getComponentType(), length);
            known.put(value, mapped);
            for (int i = 0; i < length; i++) {
                Array.set(mapped, i, map(Array.get(value, i), known, change));
            }
        }
        return mapped;
    }

    private static Object number(Class<?> type, double value) {
        return type == Float.class ? (Object) (float) value : (Object) value;
    }

    /** A deep copy in which every row is an array of its own: a cotangent has one number per place in the result. */
    static Object unshared(Object value) {
        if (!(value instanceof Object[] rows)) {
            return value;
        }
        Object[] copy = rows.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] instanceof Object[] ? unshared(copy[i]) : copy(new Object[] {copy[i]})[0];
        }
        return copy;
    }

    /**
     * The arrays of numbers among some arguments and in them, one list per array argument. Numbers belong to these
     * objects, wherever in the arguments a program moves them to.
     */
    static Object[] rows(Object[] arguments) {
        Object[] rows = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            rows[i] = arguments[i] instanceof Object[] outer ? innermost(outer).toArray() : arguments[i];
        }
        return rows;
    }

    private static List<Object> innermost(Object[] outer) {
        List<Object> rows = new ArrayList<>();
        for (Object element : outer) {
            if (element instanceof Object[] deeper) {
                rows.addAll(innermost(deeper));
            } else {
                rows.add(element);
            }
        }
        return rows;
    }

    /** Random numbers of the same shape, all between 0.5 and 1.5 in magnitude. */
    static Object[] random(Object[] arguments, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return map(arguments, (type, number) -> {
            double magnitude = 0.5 + random.nextDouble();
            return random.nextBoolean() ? magnitude : -magnitude;
        });
    }

    /** All numbers, in order; those of an array that occurs twice only once. */
    static List<Double> list(Object... arguments) {
        List<Double> numbers = new ArrayList<>();
        map(arguments, (type, number) -> {
            numbers.add(number);
            return number;
        });
        return numbers;
    }

    static double dot(List<Double> one, List<Double> other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException(one + " and " + other + " have different lengths");
        }
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += one.get(i) * other.get(i);
        }
        return sum;
    }

    interface Change {
        double apply(Class<?> type, double number);
    }
}
