package org.atled.runtime;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Consumer;
import org.atled.Tangent;
import org.atled.runtime.Shadows.Place;

/**
 * Makes the shadows of objects out of the tangents a user passed for them. Shadows that tangents show are used
 * themselves, and completed where the object has come to refer to something since; records, numbers and containers are
 * turned into shadows. One object must be given one tangent, wherever it stands.
 */
final class GivenShadows {
    private final Shadows arrays;
    private final Zeros zeros = new Zeros();
    private final Map<Object, Task> byObject = new IdentityHashMap<>();
    private final Map<Shadow, Task> byShadow = new IdentityHashMap<>();
    private final Deque<Task> pending = new ArrayDeque<>();

    GivenShadows(Shadows arrays) {
        this.arrays = arrays;
    }

    /** The shadow of what stands at a place. */
    Object mirror(Place place, Object primal, Place shadowPlace, Object given) {
        Object[] root = new Object[1];
        pending.add(new Task(place, primal, shadowPlace, given, shadow -> root[0] = shadow));
        while (!pending.isEmpty()) {
            Task task = pending.remove();
            task.sink.accept(shadow(task));
        }
        return root[0];
    }

    Object zeros(Object primal) {
        return zeros.of(primal);
    }

    void know(Object primal, Object shadow) {
        if (zeros.known(primal) == null) {
            zeros.know(primal, shadow);
        }
    }

    /** Refuses an array that has another shadow as part of an object for which no tangent was given. */
    void requireMade(Place place, Object primal, Object shadow) {
        if (zeros.known(primal) != shadow) {
            throw twice(place.toString(), "part of an object that was given none");
        }
    }

    private Object shadow(Task task) {
        Object primal = task.primal;
        if (primal == null) {
            if (task.given != null) {
                throw new IllegalArgumentException(task.shadowPlace + " is not null, but " + task.place
                        + " is null: pass null, or a tangent made for the object as it is now.");
            }
            return null;
        }
        if (task.given == null) {
            return zeros.of(primal);
        }
        if (Zeros.isNumbers(primal.getClass())) {
            require(task, task.given.getClass() == primal.getClass());
            return arrays.mirror(task.place, primal, task.shadowPlace, task.given);
        }
        if (primal instanceof Double || primal instanceof Float) {
            return number(task);
        }
        Task known = byObject.get(primal);
        return known != null ? same(known, task) : fresh(task);
    }

    private static Object number(Task task) {
        if (task.given instanceof double[] raw && raw.length == 1) {
            return raw;
        }
        require(task, task.given instanceof Double || task.given instanceof Float);
        return new double[] {((Number) task.given).doubleValue()};
    }

    private Object same(Task known, Task task) {
        if (identity(known.given) != identity(task.given) && !known.given.equals(task.given)) {
            throw new IllegalArgumentException(known.place + " and " + task.place + " are the same object, but "
                    + known.shadowPlace + " and " + task.shadowPlace + " are not: pass the same for both.");
        }
        return zeros.known(task.primal);
    }

    private static Object identity(Object given) {
        return given instanceof Tangent tangent ? tangent.shadow() : given;
    }

    private Object fresh(Task task) {
        if (zeros.known(task.primal) != null) {
            throw twice(task.place.toString(), "an object that was given none");
        }
        Object shadow = Zeros.empty(task.primal);
        if (shadow instanceof Shadow) {
            shadow = object(task, (Shadow) shadow);
        }
        if (shadow != null) {
            byObject.put(task.primal, task);
            zeros.know(task.primal, shadow);
            pushParts(task, shadow);
        }
        return shadow;
    }

    private static IllegalArgumentException twice(String place, String other) {
        return new IllegalArgumentException(
                place + " has a tangent of its own, but is also " + other + ": pass a tangent for that, too.");
    }

    /** The shadow to use for an object: the one given, or a new one with the numbers of a record. */
    private Shadow object(Task task, Shadow empty) {
        Layout layout = Layout.of(task.primal.getClass());
        Object given = identity(task.given);
        if (given instanceof Shadow shadow) {
            require(task, layout.isOf(shadow));
            Task other = byShadow.putIfAbsent(shadow, task);
            if (other != null) {
                throw new IllegalArgumentException(task.shadowPlace + " and " + other.shadowPlace
                        + " are the same tangent, but " + task.place + " and " + other.place
                        + " are not the same object: pass two.");
            }
            return shadow;
        }
        require(task, given instanceof Record && given.getClass() == task.primal.getClass());
        layout.numbers().forEach(field -> empty.numbers[field.slot()] = field.number(given));
        return empty;
    }

    private void pushParts(Task task, Object shadow) {
        if (shadow instanceof Shadow object) {
            pushFields(task, object);
        } else if (task.primal instanceof Object[] elements) {
            Object[] shadows = (Object[]) shadow;
            require(task, task.given instanceof Object[]);
            Object[] given = (Object[]) task.given;
            Arguments.requireLength(task.shadowPlace, given.length, task.place, elements.length);
            for (int i = 0; i < elements.length; i++) {
                int index = i;
                pending.add(task.element(i, elements[i], given[i], part -> shadows[index] = part));
            }
        } else if (task.primal instanceof Map<?, ?> map) {
            pushValues(task, map, shadow);
        } else {
            pushElements(task, (Collection<?>) task.primal, shadow);
        }
    }

    private void pushFields(Task task, Shadow shadow) {
        for (FieldSlot field : Layout.of(task.primal.getClass()).references()) {
            Object given = task.given instanceof Record ? field.reference(task.given) : shadow.references[field.slot()];
            Object part = field.reference(task.primal);
            if (part == null || Zeros.empty(part) == null) {
                shadow.references[field.slot()] = null;
            } else {
                pending.add(new Task(
                        task.place.field(field.name()),
                        part,
                        task.shadowPlace.field(field.name()),
                        given,
                        made -> shadow.references[field.slot()] = made));
            }
        }
    }

    @SuppressWarnings("unchecked") // shadows of maps are made for the keys of their primals
    private void pushValues(Task task, Map<?, ?> map, Object shadow) {
        require(task, task.given instanceof Map<?, ?> given && given.keySet().equals(map.keySet()));
        Map<?, ?> given = (Map<?, ?>) task.given;
        map.forEach((key, value) -> {
            ((Map<Object, Object>) shadow).put(key, null);
            pending.add(new Task(
                    task.place.field("get(" + key + ")"),
                    value,
                    task.shadowPlace.field("get(" + key + ")"),
                    given.get(key),
                    part -> ((Map<Object, Object>) shadow).put(key, part)));
        });
    }

    @SuppressWarnings("unchecked") // shadows of collections hold shadows
    private void pushElements(Task task, Collection<?> elements, Object shadow) {
        require(task, task.given instanceof Collection);
        Collection<?> given = (Collection<?>) task.given;
        Arguments.requireLength(task.shadowPlace, given.size(), task.place, elements.size());
        ((Collection<Object>) shadow).addAll(Collections.nCopies(elements.size(), null));
        // Tasks of one container follow each other, so the places are filled in order.
        ListIterator<Object> places = ((List<Object>) shadow).listIterator();
        Consumer<Object> fill = part -> {
            places.next();
            places.set(part);
        };
        Iterator<?> parts = given.iterator();
        int index = 0;
        for (Object element : elements) {
            pending.add(task.element(index++, element, parts.next(), fill));
        }
    }

    private static void require(Task task, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException(task.shadowPlace + " is of "
                    + task.given.getClass().getTypeName() + ", which is no tangent of " + task.place + ", of "
                    + task.primal.getClass().getTypeName() + ": pass one made for it.");
        }
    }

    /** Something whose shadow is still to be found, and what to do with it then. */
    private record Task(Place place, Object primal, Place shadowPlace, Object given, Consumer<Object> sink) {
        Task element(int index, Object element, Object part, Consumer<Object> use) {
            return new Task(place.element(index), element, shadowPlace.element(index), part, use);
        }
    }
}
