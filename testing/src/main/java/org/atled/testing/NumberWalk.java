package org.atled.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.atled.NoDerivative;
import org.atled.runtime.ElementShadows;
import org.atled.runtime.Layout;
import org.atled.runtime.Shadow;
import org.atled.runtime.Zeros;

/**
 * One pass over all numbers in arguments or results that have a derivative, in an order that depends on the shape alone.
 * It lists them; or it replaces each by a number given for it, in copies of arrays, in new records and in the fields of
 * objects themselves.
 */
final class NumberWalk {
    private final DoubleSupplier replacements;
    private final Zeros zeros = new Zeros();
    private final Map<Object, Object> seen = new IdentityHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<Object> owners = Collections.newSetFromMap(new IdentityHashMap<>());

    private NumberWalk(DoubleSupplier replacements) {
        this.replacements = replacements;
    }

    /** A pass that only looks. */
    static NumberWalk reading() {
        return new NumberWalk(null);
    }

    /** A pass that puts other numbers in their places. */
    static NumberWalk replacing(DoubleSupplier replacements) {
        return new NumberWalk(replacements);
    }

    /** What was found, in order. */
    List<Place> places() {
        return places;
    }

    /** The objects and containers that hold numbers themselves or by an array, and so are changed when one is replaced. */
    Set<Object> owners() {
        return owners;
    }

    /** A constant, to be visited last: its arrays are copied as well, those that are also part of a variable only once. */
    Object constant(Object value) {
        return value != null && seen.containsKey(value)
                ? seen.get(value)
                : replacements != null && value != null && value.getClass().isArray() ? copied(value) : value;
    }

    private Object copied(Object array) {
        Object copy = copy(array);
        seen.put(array, copy);
        if (copy instanceof Object[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = constant(elements[i]);
            }
        }
        return copy;
    }

    /**
     * Visits a value with all it refers to.
     *
     * @param shadow null for zeros
     * @return what stands for it after replacements
     */
    Object visit(Name name, Object value, Object shadow) {
        if (value == null) {
            return null;
        }
        Object own = shadow == null ? zeros.of(value) : shadow;
        if (own == null) {
            return value;
        }
        if (value instanceof Number number) {
            return boxed(name, number, own);
        }
        Object known = seen.get(value);
        return known != null ? known : fresh(name, value, own);
    }

    private Object fresh(Name name, Object value, Object shadow) {
        if (value.getClass().isArray()) {
            return array(name, value, shadow);
        }
        seen.put(value, value);
        if (shadow instanceof Shadow places) {
            return value instanceof Record ? record(name, value, places) : object(name, value, places);
        }
        owners.add(value);
        if (value instanceof Map<?, ?> map) {
            return map(name, map, (Map<?, ?>) shadow);
        }
        return value instanceof Collection<?> elements ? elements(name, elements, (Collection<?>) shadow) : value;
    }

    private double next(double old) {
        return replacements == null ? old : replacements.getAsDouble();
    }

    private Object boxed(Name name, Number value, Object shadow) {
        places.add(new Place(name, new Place.Fixed(value), new Place.Element(shadow, 0)));
        if (replacements == null) {
            return value;
        }
        double next = next(value.doubleValue());
        return value instanceof Float ? (Object) (float) next : (Object) next;
    }

    private static Object copy(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private Object array(Name name, Object array, Object shadow) {
        Object own = replacements == null ? array : copy(array);
        seen.put(array, own);
        if (own instanceof Object[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = visit(name.element(i), elements[i], ((Object[]) shadow)[i]);
            }
        } else {
            for (int i = 0; i < Array.getLength(own); i++) {
                add(name.element(i), new Place.Element(own, i), new Place.Element(shadow, i));
            }
        }
        return own;
    }

    private void add(Name name, Place.Cell number, Place.Cell shadow) {
        places.add(new Place(name, number, shadow));
        if (replacements != null) {
            number.set(next(number.get()));
        }
    }

    private Object object(Name name, Object object, Shadow shadow) {
        if (holdsNumbers(shadow)) {
            owners.add(object);
        }
        for (Field field : fields(object.getClass())) {
            Name part = name.field(field.getName());
            String owner = field.getDeclaringClass().getName();
            Layout layout = Layout.of(object.getClass());
            if (field.getType().isPrimitive()) {
                boolean isVariable = !Modifier.isFinal(field.getModifiers());
                add(
                        part,
                        new Place.Member(object, opened(field), isVariable),
                        new Place.Element(shadow.numbers, layout.number(owner, field.getName())));
            } else {
                Object old = get(field, object);
                Object value = visit(part, old, shadow.references[layout.reference(owner, field.getName())]);
                if (value != old) {
                    set(field, object, value);
                }
            }
        }
        return object;
    }

    private static boolean holdsNumbers(Shadow shadow) {
        boolean holds = shadow.numbers.length > 0;
        for (Object reference : shadow.references) {
            holds |= reference != null;
        }
        return holds;
    }

    /** Those that a shadow has places for, from the topmost class down. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null && !c.getName().startsWith("java."); c = c.getSuperclass()) {
            List<Field> own = new ArrayList<>();
            for (Field field : c.getDeclaredFields()) {
                if (hasShadow(field)) {
                    own.add(field);
                }
            }
            fields.addAll(0, own);
        }
        return fields;
    }

    private static boolean hasShadow(Field field) {
        Class<?> type = field.getType();
        boolean holds = type == double.class || type == float.class || !type.isPrimitive();
        return holds && !Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(NoDerivative.class);
    }

    private static Object get(Field field, Object object) {
        try {
            return opened(field).get(object);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("cannot read " + field, closed);
        }
    }

    private static void set(Field field, Object object, Object value) {
        try {
            opened(field).set(object, value);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("cannot write " + field, closed);
        }
    }

    /** Shadows are made by reflection as well, which says what to open if this does not work. */
    private static Field opened(Field field) {
        field.setAccessible(true);
        return field;
    }

    private Object record(Name name, Object record, Shadow shadow) {
        Layout layout = Layout.of(record.getClass());
        String owner = record.getClass().getName();
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String component = components[i].getName();
            Field field = field(record.getClass(), component);
            values[i] = get(field, record);
            if (!hasShadow(field)) {
                continue;
            }
            Object part = field.getType().isPrimitive()
                    ? new double[] {shadow.numbers[layout.number(owner, component)]}
                    : shadow.references[layout.reference(owner, component)];
            int before = places.size();
            values[i] = visit(name.field(component), values[i], part);
            if (field.getType().isPrimitive()) {
                Place place = places.get(before);
                Place.Cell cell = new Place.Element(shadow.numbers, layout.number(owner, component));
                places.set(before, new Place(place.name(), place.number(), cell));
            }
        }
        Object made = replacements == null ? record : construct(record.getClass(), components, values);
        seen.put(record, made);
        return made;
    }

    private static Field field(Class<?> record, String component) {
        try {
            return record.getDeclaredField(component);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("a record without the field of a component", impossible); // JLS 8.10.3
        }
    }

    private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    "the constructor of " + type.getName() + " refuses numbers near those of the example: "
                            + refused.getCause(),
                    refused.getCause());
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("cannot make a " + type.getName(), closed);
        }
    }

    @SuppressWarnings("unchecked") // the values are replaced by others of their own classes
    private Object map(Name name, Map<?, ?> map, Map<?, ?> shadows) {
        Map<Object, Object> values = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = visit(name.key(entry.getKey()), entry.getValue(), shadows.get(entry.getKey()));
            changed |= value != entry.getValue();
            values.put(entry.getKey(), value);
        }
        if (!changed) {
            return map;
        }
        try {
            ((Map<Object, Object>) map).putAll(values);
            return map;
        } catch (UnsupportedOperationException immutable) {
            seen.put(map, values);
            return values;
        }
    }

    @SuppressWarnings("unchecked") // the elements are replaced by others of their own classes
    private Object elements(Name name, Collection<?> elements, Collection<?> shadows) {
        Iterator<?> parts = shadows instanceof ElementShadows places ? places.along(elements) : shadows.iterator();
        List<Object> values = new ArrayList<>();
        boolean changed = false;
        int index = 0;
        for (Object element : elements) {
            Object value = visit(name.element(index++), element, parts.next());
            changed |= value != element;
            values.add(value);
        }
        if (!changed) {
            return elements;
        }
        try {
            elements.clear();
            ((Collection<Object>) elements).addAll(values);
            return elements;
        } catch (UnsupportedOperationException immutable) {
            seen.put(elements, values);
            return values;
        }
    }
}
