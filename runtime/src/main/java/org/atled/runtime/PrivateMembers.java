package org.atled.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Bootstrap methods of dynamic constants (JEP 309) through which derivative code uses members of other classes that are
 * not accessible to it: a private table of a helper class, say. Resolved once, then as fast as the member itself. Not for
 * use by hand.
 */
public final class PrivateMembers {
    private PrivateMembers() {}

    /** A handle that reads a static field of this type. */
    public static MethodHandle staticGetter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType getter)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findStaticGetter(inside.lookupClass(), name, getter.returnType());
    }

    /** A handle that calls a static method. */
    public static MethodHandle staticMethod(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType method)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findStatic(inside.lookupClass(), name, method);
    }

    /** A handle that writes a static field. */
    public static MethodHandle staticSetter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType setter)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findStaticSetter(inside.lookupClass(), name, setter.lastParameterType());
    }

    /** A handle that writes a field of the object it is given. */
    public static MethodHandle setter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType setter)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findSetter(inside.lookupClass(), name, setter.lastParameterType())
                .asType(setter);
    }

    /** A handle that reads a field of the object it is given. */
    public static MethodHandle getter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType getter)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findGetter(inside.lookupClass(), name, getter.returnType())
                .asType(getter);
    }

    /** A handle that calls a method of the object it is given first. */
    public static MethodHandle method(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType method)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        MethodType declared = method.dropParameterTypes(0, 1);
        return inside.findVirtual(inside.lookupClass(), name, declared).asType(method);
    }

    /** A handle that makes an object. */
    public static MethodHandle constructor(
            Lookup caller, String name, Class<MethodHandle> type, String owner, MethodType constructor)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findConstructor(inside.lookupClass(), constructor.changeReturnType(void.class));
    }

    private static Lookup inside(Lookup caller, String owner) throws ClassNotFoundException {
        Class<?> type = Class.forName(owner, false, caller.lookupClass().getClassLoader());
        try {
            return MethodHandles.privateLookupIn(type, caller);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(
                    "derivative code needs a member of " + owner + " that is not accessible to it; open package "
                            + type.getPackageName() + " of " + type.getModule() + " to "
                            + caller.lookupClass().getModule(),
                    closed);
        }
    }
}
