package org.atled.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.runtime.StateShape.Node;

/**
 * A checkpoint: what was in everything a loop may change, at the beginning of an iteration. Objects are restored in place, so
 * that they are the same ones. Of shadows it has the references, not the numbers, which are no part of the primal. Can be
 * used again for another iteration without allocating what has the same size. Not thread-safe.
 */
final class LoopState {
    /** An object header and a reference to it, roughly. */
    private static final int OVERHEAD = 24;

    private long iteration;
    private long bytes;
    private final List<Object> arrays = new ArrayList<>();
    private final List<Object> copies = new ArrayList<>();
    private int saved;
    private boolean isInput;
    private final List<FieldValue> fields = new ArrayList<>();
    private final Map<Object, Object[]> shadowReferences = new IdentityHashMap<>();
    private final Map<Object, Set<Node>> seen = new IdentityHashMap<>();
    private final Deque<Visit> pending = new ArrayDeque<>();

    private record FieldValue(Object object, StateField field, Object value) {}

    private record Visit(Object primal, Object shadow, Node node) {}

    /** How many iterations had been run. */
    long iteration() {
        return iteration;
    }

    /** How much memory it takes, roughly. */
    long bytes() {
        return bytes;
    }

    /**
     * Saves what iterations may change of all that their arguments lead to.
     *
     * @param iterations how many have been run
     */
    void save(long iterations, StateShape shape, Object[] arguments) {
        isInput = false;
        saveAll(iterations, shape, arguments);
    }

    /** Saves what no iteration changes, but what runs after the loop may. */
    void saveInputs(StateShape shape, Object[] arguments) {
        isInput = true;
        saveAll(0, shape, arguments);
    }

    private void saveAll(long iterations, StateShape shape, Object[] arguments) {
        iteration = iterations;
        bytes = OVERHEAD;
        saved = 0;
        fields.clear();
        shadowReferences.clear();
        seen.clear();
        for (int i = 0; i < arguments.length; i++) {
            visit(arguments[i], shape.isShadow(i + 1) ? arguments[i + 1] : null, shape.argument(i));
        }
        while (!pending.isEmpty()) {
            Visit next = pending.pop();
            save(next.primal, next.shadow, next.node);
        }
        seen.clear();
    }

    private void visit(Object primal, Object shadow, Node node) {
        if (primal != null
                && node != null
                && seen.computeIfAbsent(primal, key -> new HashSet<>(2)).add(node)) {
            pending.push(new Visit(primal, shadow, node));
        }
    }

    private void save(Object primal, Object shadow, Node node) {
        if (primal.getClass().isArray()) {
            saveArray(primal, shadow, node);
        } else if (Layout.isMirrored(primal)) {
            saveFields(primal, shadow, node);
        } else if (primal instanceof Collection<?> elements && !node.changes()) {
            visitElements(elements, shadow, node.of(StateShape.ELEMENTS));
        } else if (primal instanceof Map<?, ?> map && !node.changes()) {
            Node below = node.of(StateShape.ELEMENTS);
            map.forEach((key, value) -> {
                visit(key, null, below);
                visit(value, shadow instanceof Map<?, ?> shadows ? shadows.get(key) : null, below);
            });
        } else if (!isValue(primal)) {
            throw new IllegalStateException(
                    "a loop that is to be differentiated within a tape budget may change an object of "
                            + primal.getClass().getName()
                            + ", which cannot be set back: keep what changes in arrays and fields, or"
                            + " take the budget away from the method.");
        }
    }

    private void visitElements(Collection<?> elements, Object shadow, Node below) {
        Iterator<?> shadows = shadow instanceof Collection<?> each ? each.iterator() : Collections.emptyIterator();
        for (Object element : elements) {
            Object own =
                    shadow instanceof ElementShadows of ? of.get(element) : shadows.hasNext() ? shadows.next() : null;
            visit(element, own, below);
        }
    }

    private static boolean isValue(Object object) {
        return object instanceof Number
                || object instanceof String
                || object instanceof Character
                || object instanceof Boolean
                || object instanceof Enum
                || object instanceof Throwable
                || object instanceof Class;
    }

    private boolean isSaved(Node node, boolean changes) {
        return isInput ? node.isUnsteady() && !changes : changes;
    }

    private void saveArray(Object primal, Object shadow, Node node) {
        boolean changes = isSaved(node, node.changes(StateShape.ELEMENTS));
        if (changes) {
            copy(primal);
        }
        if (!(primal instanceof Object[] elements)) {
            return;
        }
        Object[] shadows = shadow instanceof Object[] of ? of : null;
        if (changes && shadows != null) {
            shadowReferences.put(shadows, (Object[]) copy(shadows));
        }
        Node below = node.of(StateShape.ELEMENTS);
        for (int i = 0; below != null && i < elements.length; i++) {
            visit(elements[i], shadows == null ? null : shadows[i], below);
        }
    }

    private void saveFields(Object primal, Object shadow, Node node) {
        Shadow places = shadow instanceof Shadow of ? of : null;
        boolean changesReferences = false;
        for (StateField field : StateFields.of(primal.getClass())) {
            if (isSaved(node, changes(field, node))
                    && !Modifier.isFinal(field.field().getModifiers())) {
                fields.add(new FieldValue(primal, field, field.get(primal)));
                bytes += OVERHEAD;
                changesReferences |= field.isReference();
            }
            Node below = field.isReference() ? below(field, node) : null;
            if (below != null) {
                visit(field.get(primal), places == null ? null : shadow(places, primal, field), below);
            }
        }
        if (changesReferences && places != null) {
            shadowReferences.put(places, (Object[]) copy(places.references));
        }
    }

    private static Object shadow(Shadow places, Object primal, StateField field) {
        for (FieldSlot slot : Layout.of(primal.getClass()).references()) {
            if (slot.field().equals(field.field())) {
                return places.references[slot.slot()];
            }
        }
        return null;
    }

    /** A field that is no part of the derivative is named otherwise by the compiler. */
    private static Node below(StateField field, Node node) {
        Node plain = node.of(field.pointee());
        return plain == null ? node.of("@" + field.pointee()) : plain;
    }

    /** A field without a place in shadows is named otherwise by the compiler. */
    private static boolean changes(StateField field, Node node) {
        return node.changes(field.name()) || node.changes("#" + field.name());
    }

    private Object copy(Object array) {
        int length = Array.getLength(array);
        Object copy = saved < copies.size() ? copies.get(saved) : null;
        if (copy == null || copy.getClass() != array.getClass() || Array.getLength(copy) != length) {
            copy = Array.newInstance(array.getClass().getComponentType(), length);
            keep(copy);
        }
        System.arraycopy(array, 0, copy, 0, length);
        if (saved < arrays.size()) {
            arrays.set(saved, array);
        } else {
            arrays.add(array);
        }
        saved++;
        bytes += OVERHEAD + (long) length * TapeSize.ofElement(array.getClass().getComponentType());
        return copy;
    }

    private void keep(Object copy) {
        if (saved < copies.size()) {
            copies.set(saved, copy);
        } else {
            copies.add(copy);
        }
    }

    /** Puts everything back. */
    void restore() {
        for (int i = 0; i < saved; i++) {
            Object array = arrays.get(i);
            System.arraycopy(copies.get(i), 0, array, 0, Array.getLength(array));
        }
        for (FieldValue each : fields) {
            each.field.set(each.object, each.value);
        }
    }

    /** Has what is now in everything that this would put back saved, too. */
    void saveTo(PutBack present) {
        for (int i = 0; i < saved; i++) {
            present.save(arrays.get(i));
        }
        fields.forEach(each -> present.save(each.object, each.field));
    }

    /** What a shadow referred to, by its elements or its {@link Shadow#references}; {@code null} if it refers to the same still. */
    Object[] references(Object shadow) {
        return shadowReferences.get(shadow);
    }

    /** Whether any shadow may refer to others by now. */
    boolean movesReferences() {
        return !shadowReferences.isEmpty();
    }
}
