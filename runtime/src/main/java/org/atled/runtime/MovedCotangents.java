package org.atled.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Iterations that run again make new objects in place of those they made before. Moves the cotangents of the old ones, which the
 * pullback of what followed has found, to the new ones. Not thread-safe.
 */
final class MovedCotangents {
    private final LoopState before;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object[]> pending = new ArrayDeque<>();

    /**
     * @param before the state at the same place, with what shadows referred to then
     */
    private MovedCotangents(LoopState before) {
        this.before = before;
    }

    /**
     * Moves all.
     *
     * @param before the state where iterations have come to again
     * @param shape which arguments are shadows
     */
    static void move(LoopState before, StateShape shape, Object[] arguments) {
        if (!before.movesReferences()) {
            return;
        }
        MovedCotangents move = new MovedCotangents(before);
        for (int i = 0; i < arguments.length; i++) {
            if (shape.isShadow(i)) {
                move.visit(arguments[i], arguments[i]);
            }
        }
        while (!move.pending.isEmpty()) {
            Object[] next = move.pending.pop();
            move.move(next[0], next[1]);
        }
    }

    private void visit(Object old, Object now) {
        if (old != null && now != null && seen.add(old)) {
            pending.push(new Object[] {old, now});
        }
    }

    private void move(Object old, Object now) {
        if (old != now) {
            moveNumbers(old, now);
        }
        if (old instanceof Shadow object && now instanceof Shadow place) {
            visitAll(references(object, object.references), Arrays.asList(place.references));
        } else if (old instanceof Object[] elements && now instanceof Object[] places) {
            visitAll(references(elements, elements), Arrays.asList(places));
        } else if (old instanceof Map<?, ?> map && now instanceof Map<?, ?> places) {
            map.forEach((key, value) -> visit(value, places.get(key)));
        } else if (old instanceof Collection<?> elements && now instanceof Collection<?> places) {
            visitAll(elements, places);
        }
    }

    private List<Object> references(Object old, Object[] present) {
        Object[] then = before.references(old);
        return Arrays.asList(then == null ? present : then);
    }

    private void visitAll(Collection<?> old, Collection<?> now) {
        Iterator<?> places = now.iterator();
        for (Object each : old) {
            if (!places.hasNext()) {
                return;
            }
            visit(each, places.next());
        }
    }

    private static void moveNumbers(Object old, Object now) {
        if (old instanceof Shadow object && now instanceof Shadow place) {
            moveNumbers(object.numbers, place.numbers);
        } else if (old instanceof double[] || old instanceof float[]) {
            Cotangents.addNumbers(now, old);
            Cotangents.clearNumbers(old);
        }
    }
}
