package org.atled.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Bootstrap methods of dynamic constants (JEP 309) through which derivative code uses members of other classes that are
 * not accessible to it: a private table of a helper class, say. Resolved once, then as fast as the member itself. Not for
 * use by hand.
 *
 * <p>The descriptor that a member is declared with is a text, as it may name classes that the caller cannot; the type of the
 * handle has classes above them in their place.
 */
public final class PrivateMembers {
    private PrivateMembers() {}

    /** The class object of a class that the caller cannot name, or of an array type. */
    public static Class<?> type(Lookup caller, String name, Class<?> type, String of) throws ClassNotFoundException {
        return Class.forName(of, false, caller.lookupClass().getClassLoader());
    }

    /** A handle that reads a static field. */
    public static MethodHandle staticGetter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findStaticGetter(inside.lookupClass(), name, field(inside, declared))
                .asType(called);
    }

    /** A handle that calls a static method. */
    public static MethodHandle staticMethod(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findStatic(inside.lookupClass(), name, method(inside, declared))
                .asType(called);
    }

    /** A handle that writes a static field. */
    public static MethodHandle staticSetter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findStaticSetter(inside.lookupClass(), name, field(inside, declared))
                .asType(called);
    }

    /** A handle that writes a field of the object it is given. */
    public static MethodHandle setter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findSetter(inside.lookupClass(), name, field(inside, declared))
                .asType(called);
    }

    /** A handle that writes a final field of the object it is given, one made by {@link #blank}. */
    public static MethodHandle finalSetter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        return Blank.setter(inside(caller, owner).lookupClass(), name).asType(called);
    }

    /** A handle that makes an object without a constructor. */
    public static MethodHandle blank(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        return Blank.of(inside(caller, owner).lookupClass()).asType(called);
    }

    /** A handle that reads a field of the object it is given. */
    public static MethodHandle getter(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findGetter(inside.lookupClass(), name, field(inside, declared))
                .asType(called);
    }

    /** A handle that calls a method of the object it is given first, chosen by the class of that object. */
    public static MethodHandle method(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findVirtual(inside.lookupClass(), name, method(inside, declared))
                .asType(called);
    }

    /** A handle that calls the method of this very class on the object it is given first, as {@code super} does. */
    public static MethodHandle exactMethod(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        Class<?> in = inside.lookupClass();
        return inside.findSpecial(in, name, method(inside, declared), in).asType(called);
    }

    /** A handle that calls the method which {@code super} means in a class, for one declared where no lookup reaches. */
    public static MethodHandle superMethod(
            Lookup caller,
            String name,
            Class<MethodHandle> type,
            String owner,
            String declared,
            MethodType called,
            String declaring)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        Class<?> in = inside.lookupClass();
        Class<?> above = Class.forName(declaring, false, in.getClassLoader());
        return inside.findSpecial(above, name, method(inside, declared), in).asType(called);
    }

    /** A handle that makes an object. */
    public static MethodHandle constructor(
            Lookup caller, String name, Class<MethodHandle> type, String owner, String declared, MethodType called)
            throws ReflectiveOperationException {
        Lookup inside = inside(caller, owner);
        return inside.findConstructor(inside.lookupClass(), method(inside, declared))
                .asType(called);
    }

    private static MethodType method(Lookup inside, String descriptor) {
        return MethodType.fromMethodDescriptorString(
                descriptor, inside.lookupClass().getClassLoader());
    }

    private static Class<?> field(Lookup inside, String descriptor) {
        return method(inside, "()" + descriptor).returnType();
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
