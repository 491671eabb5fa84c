package org.atled.compiler.ir.interpreter;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.runtime.Blank;

/**
 * Resolves the fields, methods and constants that the code of one class names, with the access that this class has;
 * failing that, with the access of the class that owns the member, for derivative code is given access to its primal's
 * class only when it is built. What cannot be resolved fails with the error the JVM would throw.
 */
final class Linker {
    private final Classes classes;
    private final Class<?> caller;
    private final Lookup lookup;

    /** {@code owner} is the internal name of the class whose code is run; it need not exist. */
    Linker(Classes classes, String owner) {
        this.classes = classes;
        this.caller = find(owner);
        this.lookup = accessOf(caller);
    }

    private interface Search {
        MethodHandle in(Lookup lookup) throws ReflectiveOperationException;
    }

    MethodHandle method(Op.Invoke call) {
        MethodReference method = call.method();
        Class<?> owner = methodOwner(method.owner());
        MethodType type = classes.methodType(method.descriptor());
        if (method.name().equals("<init>")) {
            return resolve(owner, in -> in.findConstructor(owner, type)).asFixedArity();
        }
        return switch (call.kind()) {
            case STATIC ->
                resolve(owner, in -> in.findStatic(owner, method.name(), type)).asFixedArity();
            case SPECIAL -> special(owner, method.name(), type).asFixedArity();
            default ->
                resolve(owner, in -> in.findVirtual(owner, method.name(), type)).asFixedArity();
        };
    }

    /** Arrays of a class that is not public have the methods of {@code Object[]}, where anyone can find them. */
    private Class<?> methodOwner(String name) {
        Class<?> owner = classes.named(name);
        boolean hasReferences = owner.isArray() && !owner.getComponentType().isPrimitive();
        return hasReferences ? Object[].class : owner;
    }

    MethodHandle getter(FieldReference field, boolean isStatic) {
        Class<?> owner = classes.named(field.owner());
        Class<?> type = classes.of(field.type());
        return resolve(
                owner,
                in -> isStatic
                        ? in.findStaticGetter(owner, field.name(), type)
                        : in.findGetter(owner, field.name(), type));
    }

    MethodHandle setter(FieldReference field, boolean isStatic) {
        Class<?> owner = classes.named(field.owner());
        Class<?> type = classes.of(field.type());
        if (!isStatic && isFinal(owner, field.name())) {
            return finalSetter(owner, field.name());
        }
        return resolve(
                owner,
                in -> isStatic
                        ? in.findStaticSetter(owner, field.name(), type)
                        : in.findSetter(owner, field.name(), type));
    }

    private static boolean isFinal(Class<?> owner, String field) {
        return Stream.of(owner.getDeclaredFields())
                .anyMatch(each -> each.getName().equals(field) && Modifier.isFinal(each.getModifiers()));
    }

    /** Of an object that no constructor has made. */
    private static MethodHandle finalSetter(Class<?> owner, String field) {
        try {
            return Blank.setter(owner, field);
        } catch (ReflectiveOperationException failure) {
            throw asError(failure);
        }
    }

    /** Makes an object without a constructor. */
    MethodHandle blank(Op.Create creation) {
        try {
            return Blank.of(classes.named(creation.constructor().owner()));
        } catch (ReflectiveOperationException failure) {
            throw asError(failure);
        }
    }

    /** The target of a dynamic call site. */
    MethodHandle callSite(Op.InvokeDynamic call) {
        MethodType type = classes.methodType(call.descriptor());
        return ((CallSite) bootstrap(call.bootstrap(), call.name(), type, call.arguments())).dynamicInvoker();
    }

    Object constant(Constant constant) {
        if (constant.number() != null) {
            return constant.number();
        } else if (constant instanceof Constant.OfString c) {
            return c.value().intern();
        } else if (constant instanceof Constant.Null) {
            return null;
        } else if (constant instanceof Constant.OfClass c) {
            return classes.of(c.of());
        } else if (constant instanceof Constant.OfMethodType c) {
            return classes.methodType(c.descriptor());
        } else if (constant instanceof Constant.Handle c) {
            return handle(c);
        } else if (constant instanceof Constant.Dynamic c) {
            return dynamic(c);
        }
        throw new AssertionError(constant);
    }

    private Object dynamic(Constant.Dynamic constant) {
        Type type = new Type(constant.descriptor());
        Object value = bootstrap(constant.bootstrap(), constant.name(), classes.of(type), constant.arguments());
        return Representation.toStack(ConstantBootstraps.explicitCast(lookup, "_", classes.of(type), value), type);
    }

    private MethodHandle handle(Constant.Handle handle) {
        FieldReference field = new FieldReference(handle.owner(), handle.name(), new Type(handle.descriptor()));
        return switch (handle.kind()) {
            case 1, 2 -> getter(field, handle.kind() == 2);
            case 3, 4 -> setter(field, handle.kind() == 4);
            default -> methodHandle(handle);
        };
    }

    private MethodHandle methodHandle(Constant.Handle handle) {
        Class<?> owner = methodOwner(handle.owner());
        MethodType type = classes.methodType(handle.descriptor());
        return switch (handle.kind()) {
            case 6 -> resolve(owner, in -> in.findStatic(owner, handle.name(), type));
            case 7 -> special(owner, handle.name(), type);
            case 8 -> resolve(owner, in -> in.findConstructor(owner, type));
            default -> resolve(owner, in -> in.findVirtual(owner, handle.name(), type));
        };
    }

    private MethodHandle special(Class<?> owner, String name, MethodType type) {
        if (caller == null) {
            throw new NoClassDefFoundError(
                    "The class that calls " + owner.getName() + "." + name + " by invokespecial");
        }
        return resolve(owner, in -> in.findSpecial(owner, name, type, in.lookupClass()));
    }

    /** Runs a bootstrap method (JVMS 5.4.3.6). */
    private Object bootstrap(Constant.Handle method, String name, Object type, List<Constant> arguments) {
        List<Object> all = new ArrayList<>(List.of(lookup, name, type));
        arguments.forEach(argument -> all.add(constant(argument)));
        try {
            return handle(method).invokeWithArguments(all);
        } catch (Error error) {
            throw error;
        } catch (Throwable failure) {
            throw new BootstrapMethodError("Bootstrap method " + method.owner() + "." + method.name(), failure);
        }
    }

    private MethodHandle resolve(Class<?> owner, Search search) {
        try {
            // A caller's lookup takes the clone() of an array for Object's, good for receivers of its own class only.
            return search.in(owner.isArray() ? MethodHandles.publicLookup() : lookup);
        } catch (IllegalAccessException noAccess) {
            return resolveOtherwise(owner, search, noAccess);
        } catch (ReflectiveOperationException missing) {
            throw asError(missing);
        }
    }

    private MethodHandle resolveOtherwise(Class<?> owner, Search search, IllegalAccessException noAccess) {
        try {
            return search.in(caller == null ? MethodHandles.lookup() : CallerLookup.ofNeighbour(caller));
        } catch (ReflectiveOperationException callerDoesNotMatter) {
            try {
                return search.in(accessOf(owner));
            } catch (ReflectiveOperationException stillNone) {
                throw asError(noAccess);
            }
        }
    }

    private static Error asError(ReflectiveOperationException failure) {
        Error error;
        if (failure instanceof NoSuchMethodException) {
            error = new NoSuchMethodError(failure.getMessage());
        } else if (failure instanceof NoSuchFieldException) {
            error = new NoSuchFieldError(failure.getMessage());
        } else {
            error = new IllegalAccessError(failure.getMessage());
        }
        error.initCause(failure);
        return error;
    }

    private Class<?> find(String owner) {
        try {
            return classes.named(owner);
        } catch (NoClassDefFoundError generated) {
            return null;
        }
    }

    private static Lookup accessOf(Class<?> owner) {
        if (owner == null) {
            return MethodHandles.publicLookup();
        }
        try {
            return CallerLookup.of(owner);
        } catch (IllegalAccessException closedModule) {
            return MethodHandles.publicLookup().in(owner);
        }
    }
}
