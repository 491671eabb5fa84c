package org.atled.runtime;

import java.lang.reflect.Field;

/**
 * A field and its place in shadows.
 *
 * @param slot index into the numbers or the references of a {@link Shadow}
 */
record FieldSlot(Field field, int slot) {
    String name() {
        return field.getName();
    }

    /** What the field of this object refers to, private or not. */
    Object reference(Object object) {
        try {
            return opened().get(object);
        } catch (IllegalAccessException closed) {
            throw closed(field, closed);
        }
    }

    /** The number in the field of this object. */
    double number(Object object) {
        try {
            return opened().getDouble(object);
        } catch (IllegalAccessException closed) {
            throw closed(field, closed);
        }
    }

    private Field opened() {
        if (!field.trySetAccessible()) {
            throw closed(field, null);
        }
        return field;
    }

    /** What to do about a field that its module does not let us see. */
    static IllegalStateException closed(Field field, Throwable cause) {
        Class<?> owner = field.getDeclaringClass();
        String home = owner.getPackageName();
        String module = owner.getModule().getName();
        return new IllegalStateException(
                "the derivative by an object of class " + owner.getName() + " needs its field " + field.getName()
                        + ", but module " + module + " does not open package " + home + ": add `opens " + home
                        + ";` to its module-info.java, or run Java with --add-opens " + module + "/" + home + "="
                        + (FieldSlot.class.getModule().isNamed()
                                ? FieldSlot.class.getModule().getName()
                                : "ALL-UNNAMED")
                        + ".",
                cause);
    }
}
