package org.atled.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * One pass over everything a shadow refers to, alone or beside the same parts of another shadow. Each is visited once,
 * however many paths lead to it.
 */
final class ShadowWalk {
    private final Set<Pair> seen = new HashSet<>();
    private final Deque<Pair> pending = new ArrayDeque<>();

    /** Sets every number to zero. */
    void clear(Object shadow) {
        visit(shadow, null);
        while (!pending.isEmpty()) {
            Object next = pending.pop().shadow;
            if (!Cotangents.clearNumbers(next)) {
                clearParts(next);
            }
        }
    }

    private void clearParts(Object shadow) {
        if (shadow instanceof Shadow object) {
            Arrays.fill(object.numbers, 0.0);
            visitAll(Arrays.asList(object.references));
        } else if (shadow instanceof Object[] elements) {
            visitAll(Arrays.asList(elements));
        } else if (shadow instanceof Collection<?> elements) {
            visitAll(elements);
        } else if (shadow instanceof Map<?, ?> map) {
            visitAll(map.values());
        }
    }

    private void visitAll(Collection<?> shadows) {
        shadows.forEach(shadow -> visit(shadow, null));
    }

    /** Adds every number of the seed to its counterpart. */
    void seed(Object shadow, Object seed) {
        visit(shadow, seed);
        while (!pending.isEmpty()) {
            Pair next = pending.pop();
            if (next.seed != null && !Cotangents.addNumbers(next.shadow, next.seed)) {
                seedParts(next.shadow, next.seed);
            }
        }
    }

    private void seedParts(Object shadow, Object seed) {
        if (shadow instanceof Shadow object && seed instanceof Shadow seeds) {
            Cotangents.addNumbers(object.numbers, seeds.numbers);
            visitPairs(Arrays.asList(object.references), Arrays.asList(seeds.references));
        } else if (shadow instanceof Object[] elements && seed instanceof Object[] seeds) {
            visitPairs(Arrays.asList(elements), Arrays.asList(seeds));
        } else if (shadow instanceof ElementShadows elements && seed instanceof ElementShadows seeds) {
            elements.forEach((element, of) -> visit(of, seeds.get(element)));
        } else if (shadow instanceof Collection<?> elements && seed instanceof Collection<?> seeds) {
            visitPairs(elements, seeds);
        } else if (shadow instanceof Map<?, ?> map && seed instanceof Map<?, ?> seeds) {
            map.forEach((key, value) -> visit(value, seeds.get(key)));
        }
    }

    private void visitPairs(Collection<?> shadows, Collection<?> seeds) {
        Iterator<?> other = seeds.iterator();
        for (Iterator<?> own = shadows.iterator(); own.hasNext() && other.hasNext(); ) {
            visit(own.next(), other.next());
        }
    }

    private void visit(Object shadow, Object seed) {
        if (shadow != null && seen.add(new Pair(shadow, seed))) {
            pending.push(new Pair(shadow, seed));
        }
    }

    /** A shadow of the same numbers and the same sharing. */
    Object copy(Object shadow) {
        Map<Object, Object> copies = new IdentityHashMap<>();
        Object root = copy(shadow, copies);
        while (!pending.isEmpty()) {
            Pair next = pending.pop();
            fill(next.shadow, next.seed, copies);
        }
        return root;
    }

    /** A copy without its parts, which are pending then. */
    private Object copy(Object shadow, Map<Object, Object> copies) {
        Object known = copies.get(shadow);
        if (known != null || shadow == null) {
            return known;
        }
        boolean isRow = shadow instanceof double[] || shadow instanceof float[];
        Object copy = isRow ? Shadows.copy(shadow) : emptyCopy(shadow);
        copies.put(shadow, copy);
        pending.push(new Pair(shadow, copy));
        return copy;
    }

    private static Object emptyCopy(Object shadow) {
        if (shadow instanceof Shadow object) {
            return new Shadow(object.numbers.length, object.references.length);
        }
        return shadow instanceof ElementShadows ? new ElementShadows() : Zeros.empty(shadow);
    }

    @SuppressWarnings("unchecked") // copies are made by the class of what they are copies of
    private void fill(Object shadow, Object copy, Map<Object, Object> copies) {
        if (shadow instanceof Shadow object) {
            System.arraycopy(object.numbers, 0, ((Shadow) copy).numbers, 0, object.numbers.length);
            fill(object.references, ((Shadow) copy).references, copies);
        } else if (shadow instanceof Object[] elements) {
            for (int i = 0; i < elements.length; i++) {
                ((Object[]) copy)[i] = copy(elements[i], copies);
            }
        } else if (shadow instanceof ElementShadows elements) {
            elements.forEach((element, of) -> ((ElementShadows) copy).put(element, copy(of, copies)));
        } else if (shadow instanceof Collection<?> elements) {
            elements.forEach(element -> ((Collection<Object>) copy).add(copy(element, copies)));
        } else if (shadow instanceof Map<?, ?> map) {
            map.forEach((key, value) -> ((Map<Object, Object>) copy).put(key, copy(value, copies)));
        }
    }

    /** Two shadows, told apart by identity. */
    private record Pair(Object shadow, Object seed) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.shadow == shadow && pair.seed == seed;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(shadow) + System.identityHashCode(seed);
        }
    }
}
