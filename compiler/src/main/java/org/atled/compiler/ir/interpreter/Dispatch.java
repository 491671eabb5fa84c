package org.atled.compiler.ir.interpreter;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;

/** Which body a call runs: the method the JVM would select, if the program has it. */
final class Dispatch {
    private final Classes classes;
    private final Program program;
    private final Map<Key, Optional<Function>> selected = new HashMap<>();

    private record Key(Op.Invoke call, Class<?> receiver) {}

    Dispatch(Classes classes, Program program) {
        this.classes = classes;
        this.program = program;
    }

    /** The body, or {@code null} if compiled code is called (also on a null receiver, which fails there). */
    Function select(Op.Invoke call, List<Object> operands) {
        boolean isVirtual = call.kind() == Op.InvokeKind.VIRTUAL || call.kind() == Op.InvokeKind.INTERFACE;
        if (call.kind() != Op.InvokeKind.STATIC && operands.get(0) == null) {
            return null;
        }
        Key key = new Key(call, isVirtual ? operands.get(0).getClass() : null);
        Optional<Function> known = selected.get(key);
        if (known == null) {
            known = Optional.ofNullable(isVirtual ? overriding(key) : inherited(call.method()));
            selected.put(key, known);
        }
        return known.orElse(null);
    }

    /** Of a static or special call: the named method, or the one its class inherits. */
    private Function inherited(MethodReference method) {
        Function exact = body(method);
        return exact != null ? exact : search(classes.named(method.owner()), method, any -> true);
    }

    private Function overriding(Key key) {
        MethodReference method = key.call().method();
        Class<?> named = classes.named(method.owner());
        if (declares(named, method, any -> Modifier.isPrivate(any.getModifiers()))) {
            return body(method);
        }
        Function found = search(key.receiver(), method, Dispatch::canOverride);
        boolean maybeDefault = found == null && named.isInterface() && !isDeclaredAbove(key.receiver(), method);
        return maybeDefault ? body(method) : found;
    }

    /** The first class upwards that the program knows or that declares the method decides. */
    private Function search(Class<?> start, MethodReference method, Predicate<Method> eligible) {
        for (Class<?> at = start; at != null; at = at.getSuperclass()) {
            Function body = body(in(at, method));
            if (body != null || declares(at, method, eligible)) {
                return body;
            }
        }
        return null;
    }

    private boolean isDeclaredAbove(Class<?> start, MethodReference method) {
        for (Class<?> at = start; at != null; at = at.getSuperclass()) {
            if (declares(at, method, Dispatch::canOverride)) {
                return true;
            }
        }
        return false;
    }

    private boolean declares(Class<?> owner, MethodReference method, Predicate<Method> eligible) {
        MethodType type = classes.methodType(method.descriptor());
        for (Method candidate : owner.getDeclaredMethods()) {
            if (candidate.getName().equals(method.name())
                    && eligible.test(candidate)
                    && MethodType.methodType(candidate.getReturnType(), candidate.getParameterTypes())
                            .equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** The body in the program, unless its class is closed: interpreted, it could not access its own fields. */
    private Function body(MethodReference method) {
        Function body = program.body(method);
        return body == null || isClosed(body.name().owner()) ? null : body;
    }

    private boolean isClosed(String owner) {
        try {
            Class<?> named = classes.named(owner);
            return !named.getModule().isOpen(named.getPackageName(), Dispatch.class.getModule());
        } catch (NoClassDefFoundError generated) {
            return false;
        }
    }

    private static boolean canOverride(Method method) {
        return !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
    }

    private static MethodReference in(Class<?> owner, MethodReference method) {
        return new MethodReference(owner.getName().replace('.', '/'), method.name(), method.descriptor());
    }
}
