package org.atled.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Objects without a constructor, and their final fields: derivative code makes an object this way where it has to follow
 * what its constructor does. It is the type of no object; a constructor that takes it stands for none. Not for use by hand.
 */
public final class Blank {
    private Blank() {}

    /** A handle that makes blank objects, typed as {@code Object}. */
    public static MethodHandle of(Class<?> type) throws ReflectiveOperationException {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return MethodHandles.publicLookup()
                    .findVirtual(unsafe, "allocateInstance", MethodType.methodType(Object.class, Class.class))
                    .bindTo(instance.get(null))
                    .bindTo(type);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "derivative code makes an object of " + type.getName()
                            + " field by field, for which it needs the module"
                            + " jdk.unsupported: add it to the run-time image.",
                    missing);
        }
    }

    /** A handle that sets a field of objects of a class, final or not. */
    public static MethodHandle setter(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = declared(type, name);
        try {
            field.setAccessible(true);
        } catch (RuntimeException closed) {
            throw new IllegalStateException(
                    "derivative code sets field " + name + " of " + type.getName()
                            + ", which is not accessible to it; open"
                            + " package " + type.getPackageName() + " of " + type.getModule() + " to "
                            + Blank.class.getModule(),
                    closed);
        }
        return MethodHandles.lookup().unreflectSetter(field);
    }

    private static Field declared(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
    }
}
