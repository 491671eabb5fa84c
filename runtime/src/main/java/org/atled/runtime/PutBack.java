package org.atled.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in arrays and fields, to be put back there however often they are written in between. Not thread-safe. */
final class PutBack {
    private final Map<Object, Object> copies = new IdentityHashMap<>();
    private final Map<Object, Set<StateField>> fields = new IdentityHashMap<>();
    private final List<Runnable> assignments = new ArrayList<>();

    /** Saves what is in an array; what was saved first counts. */
    void save(Object array) {
        if (!copies.containsKey(array)) {
            int length = Array.getLength(array);
            Object copy = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, copy, 0, length);
            copies.put(array, copy);
        }
    }

    /** Saves what is in a field of an object; what was saved first counts. */
    void save(Object object, StateField field) {
        if (fields.computeIfAbsent(object, key -> new HashSet<>()).add(field)) {
            Object value = field.get(object);
            assignments.add(() -> field.set(object, value));
        }
    }

    /** Puts everything back. */
    void restore() {
        copies.forEach((array, copy) -> System.arraycopy(copy, 0, array, 0, Array.getLength(array)));
        assignments.forEach(Runnable::run);
    }
}
