package org.atled.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.atled.runtime.Cotangents;
import org.atled.runtime.ElementShadows;

/**
 * The shadows of the JDK's containers: a list has a {@link List} of the shadows of its elements at the same places, a deque
 * a {@link LinkedList}, which allows {@code null}, a map a {@link Map} of the shadows of its values by the same keys. A rule
 * does to the shadow what the primal did to the container. A priority queue, which puts its elements where it wants, has
 * {@link ElementShadows}. Sets have none.
 *
 * <p>Where a container has no shadow, none of its elements may have one. That is checked when the code runs: which class
 * stands behind a {@code Collection} is not known before.
 */
final class ContainerShadows {
    private ContainerShadows() {}

    /** The shadow of an empty map, which finds keys as the map does. */
    static Map<Object, Object> emptyMap(Map<?, ?> map) {
        return map instanceof SortedMap<?, ?> sorted ? new TreeMap<>(comparator(sorted)) : new HashMap<>();
    }

    @SuppressWarnings("unchecked") // it compares the same keys
    private static Comparator<Object> comparator(SortedMap<?, ?> map) {
        return (Comparator<Object>) map.comparator();
    }

    /** The shadow of a list that had one element after the other added, or took them over from another container. */
    static List<Object> empty(Object container) {
        return container instanceof Deque ? new LinkedList<>() : new ArrayList<>();
    }

    /** The shadow of a container with the elements of another one, in the order of the latter. */
    static List<Object> copy(Object container, Collection<?> original, Object originalShadow) {
        List<Object> shadow = empty(container);
        shadow.addAll(elements(original, originalShadow));
        return shadow;
    }

    /** The shadows of the elements, in the order of the container. */
    static Collection<Object> elements(Collection<?> container, Object shadow) {
        Collection<Object> known = collection(container, shadow);
        if (known != null) {
            return known;
        }
        List<Object> none = new ArrayList<>();
        container.forEach(element -> none.add(missing(container, element)));
        return none;
    }

    @SuppressWarnings("unchecked") // made by these rules
    static Collection<Object> collection(Object container, Object shadow) {
        return (Collection<Object>) checked(container, shadow, Collection.class);
    }

    @SuppressWarnings("unchecked") // made by these rules
    static List<Object> list(Object container, Object shadow) {
        return (List<Object>) checked(container, shadow, List.class);
    }

    @SuppressWarnings("unchecked") // made by these rules
    static Deque<Object> deque(Object container, Object shadow) {
        return (Deque<Object>) checked(container, shadow, Deque.class);
    }

    @SuppressWarnings("unchecked") // made by these rules
    static Iterator<Object> iterator(Object container, Object shadow) {
        return (Iterator<Object>) checked(container, shadow, Iterator.class);
    }

    @SuppressWarnings("unchecked") // made by these rules
    static ListIterator<Object> listIterator(Object container, Object shadow) {
        return (ListIterator<Object>) checked(container, shadow, ListIterator.class);
    }

    static EntryShadow entry(Object entry, Object shadow) {
        return (EntryShadow) checked(entry, shadow, EntryShadow.class);
    }

    @SuppressWarnings("unchecked") // made by these rules
    static Map<Object, Object> map(Object container, Object shadow) {
        return (Map<Object, Object>) checked(container, shadow, Map.class);
    }

    private static Object checked(Object container, Object shadow, Class<?> expected) {
        if (shadow != null
                && (!expected.isInstance(shadow) || container.getClass().getClassLoader() != null)) {
            throw unsupported(container);
        }
        return shadow;
    }

    /** The shadow of an element of a container that has none. */
    static Object missing(Object container, Object element) {
        if (Cotangents.zerosLike(element) != null) {
            throw unsupported(container);
        }
        return null;
    }

    /** Refuses to put something with a shadow into a container that has none. */
    static void requireNone(Object container, Object elementShadow) {
        if (elementShadow != null) {
            throw unsupported(container);
        }
    }

    static UnsupportedOperationException unsupported(Object container) {
        return new UnsupportedOperationException("values that are differentiated are in a container of "
                + container.getClass() + ", and where that puts its elements is not known. Keep them in an ArrayList, "
                + "an ArrayDeque or a HashMap.");
    }
}
