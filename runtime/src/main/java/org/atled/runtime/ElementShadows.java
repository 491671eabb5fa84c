package org.atled.runtime;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.BiConsumer;

/**
 * The shadow of a container that puts its elements where it wants, such as a priority queue: the shadow of an element is
 * found by the element itself. One that is there several times has as many shadows, first in, first out. Called by
 * derivative code; not for use by hand. Not thread-safe.
 */
public final class ElementShadows extends AbstractCollection<Object> {
    private final Map<Object, Queue<Object>> shadows = new IdentityHashMap<>();

    /** Notes the shadow of an element that was added; may be {@code null}. */
    public void put(Object element, Object shadow) {
        shadows.computeIfAbsent(element, first -> new LinkedList<>()).add(shadow);
    }

    /** The shadow of an element; {@code null} if it is not there. */
    public Object get(Object element) {
        Queue<Object> of = shadows.get(element);
        return of == null ? null : of.peek();
    }

    /** The same for an element that was taken out. */
    public Object take(Object element) {
        Queue<Object> of = shadows.get(element);
        if (of == null) {
            return null;
        }
        Object shadow = of.poll();
        if (of.isEmpty()) {
            shadows.remove(element);
        }
        return shadow;
    }

    /** The shadows of some elements, in the order of these. */
    public Iterator<Object> along(Iterable<?> elements) {
        List<Object> ordered = new ArrayList<>();
        elements.forEach(ordered::add);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < ordered.size();
            }

            @Override
            public Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return get(ordered.get(next++));
            }

            @Override
            public void remove() {
                take(ordered.get(next - 1));
            }
        };
    }

    /** Takes each element with each shadow it has. */
    void forEach(BiConsumer<Object, Object> action) {
        shadows.forEach((element, of) -> of.forEach(shadow -> action.accept(element, shadow)));
    }

    @Override
    public void clear() {
        shadows.clear();
    }

    @Override
    public Iterator<Object> iterator() {
        List<Object> all = new ArrayList<>();
        shadows.values().forEach(all::addAll);
        return all.iterator();
    }

    @Override
    public int size() {
        return shadows.values().stream().mapToInt(Queue::size).sum();
    }
}
