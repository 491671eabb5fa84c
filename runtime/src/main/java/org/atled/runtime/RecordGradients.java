package org.atled.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.atled.NoDerivative;

/**
 * Makes records out of shadows of records, by their canonical constructors: innermost first, without recursion, so that
 * long chains are no problem.
 */
final class RecordGradients {
    private final Map<Object, Object> made = new IdentityHashMap<>();
    private final Set<Object> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Part> pending = new ArrayDeque<>();

    Object of(Object primal, Object shadow) {
        pending.push(new Part(primal, (Shadow) shadow));
        while (!pending.isEmpty()) {
            Part part = pending.peek();
            if (made.containsKey(part.shadow)) {
                pending.pop();
            } else {
                make(part);
            }
        }
        return made.get(shadow);
    }

    /** Makes one record if all it consists of is made; else puts those records first. */
    private void make(Part part) {
        begun.add(part.shadow);
        int waiting = pending.size();
        RecordComponent[] components = part.primal.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(part, components[i]);
        }
        if (pending.size() == waiting) {
            made.put(part.shadow, construct(part.primal.getClass(), components, values));
        }
    }

    private Object component(Part part, RecordComponent component) {
        Class<?> owner = component.getDeclaringRecord();
        Layout layout = Layout.of(owner);
        Class<?> type = component.getType();
        boolean constant = component.isAnnotationPresent(NoDerivative.class);
        if (!constant && type == double.class) {
            return part.shadow.numbers[layout.number(owner.getName(), component.getName())];
        }
        if (!constant && type == float.class) {
            return (float) part.shadow.numbers[layout.number(owner.getName(), component.getName())];
        }
        Object own = own(part.primal, component);
        return constant || type.isPrimitive()
                ? own
                : value(own, part.shadow.references[layout.reference(owner.getName(), component.getName())]);
    }

    private static Object own(Object primal, RecordComponent component) {
        try {
            return new FieldSlot(primal.getClass().getDeclaredField(component.getName()), -1).reference(primal);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("a record without the field of a component", impossible); // JLS 8.10.3
        }
    }

    /** What to show for a value; meaningless as long as a record in it is pending. */
    private Object value(Object primal, Object shadow) {
        if (primal == null || shadow == null) {
            return primal;
        }
        if (Zeros.isNumbers(primal.getClass())) {
            return shadow;
        }
        if (primal instanceof Record) {
            return record(primal, (Shadow) shadow);
        }
        if (primal instanceof Number) {
            return primal instanceof Float ? Gradients.single(shadow) : (Object) Gradients.number(shadow);
        }
        if (primal instanceof Object[] elements) {
            return array(elements, (Object[]) shadow);
        }
        if (primal instanceof Map && shadow instanceof Map) {
            return Gradients.map(primal, shadow, this::value);
        }
        return primal instanceof Collection ? Gradients.list(primal, shadow, this::value) : primal;
    }

    private Object record(Object primal, Shadow shadow) {
        if (made.containsKey(shadow)) {
            return made.get(shadow);
        }
        if (begun.contains(shadow)) {
            throw new IllegalStateException("the gradient by a "
                    + primal.getClass().getName() + " cannot be one, as it contains itself: make it a class.");
        }
        pending.push(new Part(primal, shadow));
        return null;
    }

    private Object array(Object[] elements, Object[] shadows) {
        Object[] values = (Object[]) Array.newInstance(elements.getClass().getComponentType(), shadows.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = value(elements[i], shadows[i]);
        }
        return values;
    }

    private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible(); // its fields have been read, so it is open
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(
                    "the gradient cannot be a " + type.getName() + ", as its constructor refuses derivatives: "
                            + refused.getCause() + ". Let it accept any number, or make it a class, whose gradient is"
                            + " a tangent.",
                    refused.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException closed) {
            throw new IllegalStateException(
                    "the gradient cannot be a " + type.getName() + ": its canonical constructor cannot be called ("
                            + closed.getMessage() + "). Open its package to reflection, or make it a class.",
                    closed);
        }
    }

    /** A record still to be made. */
    private record Part(Object primal, Shadow shadow) {}
}
