package org.atled.runtime;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Shadows of arrays and objects, all zero, which mirror aliasing: wherever the same array or object stands in the
 * originals, the same shadow stands in the shadows. Null stays null, cycles end, and the depth of a graph does not
 * matter. A {@link Double} or {@link Float} has no identity: each place that holds one has its own shadow. Not for use by
 * hand; not thread-safe.
 *
 * <p>Of the JDK's classes lists, deques and maps are mirrored, as containers of shadows: a deque by a {@link LinkedList}, a
 * list by an {@link ArrayList}, a map by one with the same keys, a priority queue by {@link ElementShadows}.
 */
public final class Zeros {
    private final Map<Object, Object> shadows = new IdentityHashMap<>();
    /** What has a shadow that is not filled yet. */
    private final Deque<Object> pending = new ArrayDeque<>();

    /**
     * Zeros of the shape of an array.
     *
     * @throws IllegalArgumentException if it is null, naming it
     */
    @SuppressWarnings("unchecked") // made by the class of the array itself
    public <A> A like(String name, A array) {
        Arguments.requireNonNull(name, array);
        return (A) of(array);
    }

    /** The shadow of any object with everything it refers to; null if it holds no numbers. */
    public Object of(Object primal) {
        Object shadow = shadow(primal);
        while (!pending.isEmpty()) {
            fill(pending.pop());
        }
        return shadow;
    }

    /**
     * Refuses a constant that is also part of an argument. To be called after every {@code like} and {@code of}.
     *
     * @param array of numbers, of any rank, or null
     */
    public void requireConstant(String name, Object array) {
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                requireConstant(name + "[" + i + "]", rows[i]);
            }
        }
        if (shadows.containsKey(array)) {
            Arguments.requireConstant("part of a variable", array, name, array);
        }
    }

    /** Takes a shadow for one that someone else made, with all it refers to. */
    void know(Object primal, Object shadow) {
        shadows.put(primal, shadow);
    }

    /** Goes through all originals that have a shadow of their own. */
    void forEach(BiConsumer<Object, Object> each) {
        shadows.forEach(each);
    }

    Object known(Object primal) {
        return shadows.get(primal);
    }

    private Object shadow(Object primal) {
        if (primal == null) {
            return null;
        }
        Object known = shadows.get(primal);
        if (known != null) {
            return known;
        }
        Object fresh = empty(primal);
        if (fresh != null && !(primal instanceof Number)) {
            shadows.put(primal, fresh);
            if (!(primal instanceof double[] || primal instanceof float[])) {
                pending.push(primal);
            }
        }
        return fresh;
    }

    /** A shadow without what it refers to; null for what has none. */
    static Object empty(Object primal) {
        Class<?> type = primal.getClass();
        if (type.isArray()) {
            return emptyArray(primal, type.getComponentType());
        }
        if (primal instanceof Double || primal instanceof Float) {
            return new double[1];
        }
        if (Layout.isMirrored(primal)) {
            return Layout.of(type).empty();
        }
        return Layout.isPlatform(type) ? emptyContainer(primal) : null;
    }

    private static Object emptyArray(Object primal, Class<?> component) {
        if (isNumbers(component)) {
            return Array.newInstance(component, Array.getLength(primal));
        }
        return component.isPrimitive() ? null : new Object[Array.getLength(primal)];
    }

    /** Whether a type is {@code double} or {@code float} or an array of them, of any rank. */
    static boolean isNumbers(Class<?> type) {
        Class<?> leaf = type;
        while (leaf.isArray()) {
            leaf = leaf.getComponentType();
        }
        return leaf == double.class || leaf == float.class;
    }

    private static Object emptyContainer(Object primal) {
        if (primal instanceof PriorityQueue) {
            return new ElementShadows();
        }
        if (primal instanceof Deque) {
            return new LinkedList<>();
        }
        if (primal instanceof List<?> list) {
            return new ArrayList<>(list.size());
        }
        if (primal instanceof IdentityHashMap) {
            return new IdentityHashMap<>();
        }
        if (primal instanceof SortedMap<?, ?> map) {
            return new TreeMap<>(comparator(map));
        }
        return primal instanceof Map ? new LinkedHashMap<>() : null;
    }

    @SuppressWarnings("unchecked") // it compares the same keys
    private static Comparator<Object> comparator(SortedMap<?, ?> map) {
        return (Comparator<Object>) map.comparator();
    }

    @SuppressWarnings("unchecked") // shadows are made above
    private void fill(Object primal) {
        Object shadow = shadows.get(primal);
        if (primal instanceof Object[] elements) {
            for (int i = 0; i < elements.length; i++) {
                ((Object[]) shadow)[i] = shadow(elements[i]);
            }
        } else if (shadow instanceof Shadow places) {
            for (FieldSlot field : Layout.of(primal.getClass()).references()) {
                places.references[field.slot()] = shadow(field.reference(primal));
            }
        } else if (primal instanceof Map<?, ?> map) {
            map.forEach((key, value) -> ((Map<Object, Object>) shadow).put(key, shadow(value)));
        } else if (shadow instanceof ElementShadows elements) {
            ((Collection<?>) primal).forEach(element -> elements.put(element, shadow(element)));
        } else {
            ((Collection<?>) primal).forEach(element -> ((Collection<Object>) shadow).add(shadow(element)));
        }
    }
}
