package org.atled.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Shadows as users want to see them: records, numbers, and arrays, lists and maps of them or of tangents. Called by
 * generated methods; not for use by hand.
 */
public final class Gradients {
    private Gradients() {}

    /**
     * How a part of a gradient is shown.
     *
     * @param <T> as what
     */
    @FunctionalInterface
    public interface Show<T> {
        /**
         * What to show for one shadow.
         *
         * @param primal what the shadow belongs to; null if not known
         * @param shadow may be null
         */
        T show(Object primal, Object shadow);
    }

    /**
     * A copy of the arrays, lists and maps around the numbers and objects of a shadow, to be made before derivative code
     * moves elements about: gradients stand where the elements stood on entry.
     */
    @SuppressWarnings("unchecked") // a copy of the same class, or of another implementation of it
    public static <S> S onEntry(S shadow) {
        if (shadow instanceof Object[] elements) {
            Object[] copy = elements.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = onEntry(copy[i]);
            }
            return (S) copy;
        }
        if (shadow instanceof ArrayList || shadow instanceof LinkedList) {
            List<Object> copy = new ArrayList<>();
            ((Collection<?>) shadow).forEach(element -> copy.add(onEntry(element)));
            return (S) (Object) copy;
        }
        if (shadow instanceof Map<?, ?> map) {
            Map<Object, Object> copy = map instanceof IdentityHashMap ? new IdentityHashMap<>() : new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, onEntry(value)));
            return (S) copy;
        }
        return shadow;
    }

    /** The derivative by a {@link Double}. */
    public static Double number(Object shadow) {
        return shadow instanceof double[] number ? number[0] : null;
    }

    /** The derivative by a {@link Float}. */
    public static Float single(Object shadow) {
        return shadow instanceof double[] number ? (Float) (float) number[0] : null;
    }

    /**
     * The derivative by a record, as a record: numbers and arrays of numbers are derivatives; all else, and what is
     * {@link org.atled.NoDerivative}, is the argument's.
     *
     * @throws IllegalStateException if the constructor of the record refuses such values
     */
    @SuppressWarnings("unchecked") // made by the class of the record itself
    public static <R> R record(R primal, Object shadow) {
        return shadow == null ? null : (R) new RecordGradients().of(primal, shadow);
    }

    /** The derivatives by the elements of a list or another collection, in order, in a new list. */
    public static <T> List<T> list(Object primal, Object shadow, Show<T> elements) {
        if (!(shadow instanceof Collection<?> shadows)) {
            return null;
        }
        List<T> shown = new ArrayList<>(shadows.size());
        Iterator<?> primals = primal instanceof Collection<?> all ? all.iterator() : Collections.emptyIterator();
        for (Object element : shadows) {
            shown.add(elements.show(primals.hasNext() ? primals.next() : null, element));
        }
        return shown;
    }

    /** The derivatives by the values of a map, in a new map with the same keys. */
    @SuppressWarnings("unchecked") // the keys are those of the primal
    public static <K, T> Map<K, T> map(Object primal, Object shadow, Show<T> values) {
        if (!(shadow instanceof Map<?, ?> shadows)) {
            return null;
        }
        Map<K, T> shown = shadows instanceof IdentityHashMap ? new IdentityHashMap<>() : new LinkedHashMap<>();
        shadows.forEach((key, value) ->
                shown.put((K) key, values.show(primal instanceof Map<?, ?> map ? map.get(key) : null, value)));
        return shown;
    }

    /** The derivatives by the elements of an array; what was one object is shown as one. */
    public static <T> T[] array(Class<T[]> type, Object primal, Object shadow, Show<T> elements) {
        if (!(shadow instanceof Object[] shadows)) {
            return null;
        }
        Object[] primals = primal instanceof Object[] all ? all : new Object[0];
        T[] shown = type.cast(Array.newInstance(type.getComponentType(), shadows.length));
        Map<Object, T> known = new IdentityHashMap<>();
        for (int i = 0; i < shown.length; i++) {
            Object element = i < primals.length ? primals[i] : null;
            Object part = shadows[i];
            shown[i] = part == null ? null : known.computeIfAbsent(part, key -> elements.show(element, key));
        }
        return shown;
    }

    /**
     * A tangent in words: numbers and arrays of numbers, not what other objects hold.
     *
     * @param fields name and value of each
     */
    public static String text(String name, Object... fields) {
        StringJoiner text = new StringJoiner(", ", name + "[", "]");
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            if (value instanceof Number) {
                text.add(fields[i] + "=" + value);
            } else if (value != null && Zeros.isNumbers(value.getClass())) {
                String array = Arrays.deepToString(new Object[] {value});
                text.add(fields[i] + "=" + array.substring(1, array.length() - 1));
            } else {
                text.add(fields[i] + (value == null ? "=null" : "=…"));
            }
        }
        return text.toString();
    }
}
