package org.atled.runtime;

import java.lang.reflect.Field;

/**
 * A field of an object that a loop may change.
 *
 * @param name as the compiler names it where it is assigned
 * @param pointee as the compiler names it where it leads to something
 */
record StateField(Field field, String name, String pointee) {
    static StateField of(Field field) {
        String plain = field.getDeclaringClass().getName().replace('.', '/') + "." + field.getName();
        return new StateField(field, plain, plain + ":" + field.getType().descriptorString());
    }

    boolean isReference() {
        return !field.getType().isPrimitive();
    }

    Object get(Object object) {
        try {
            return opened().get(object);
        } catch (IllegalAccessException closed) {
            throw FieldSlot.closed(field, closed);
        }
    }

    void set(Object object, Object value) {
        try {
            opened().set(object, value);
        } catch (IllegalAccessException closed) {
            throw FieldSlot.closed(field, closed);
        }
    }

    private Field opened() {
        if (!field.trySetAccessible()) {
            throw FieldSlot.closed(field, null);
        }
        return field;
    }
}
