package org.atled.compiler.rule;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/** The methods of the running JDK and of Atled itself, by reflection: what the rules that come with Atled are for. */
final class PlatformMethods implements PrimalMethods {
    @Override
    public Optional<Found> find(Type owner, String name, List<Type> parameters) {
        Class<?> type = classOf(owner);
        Class<?>[] types = parameters.stream().map(PlatformMethods::classOf).toArray(Class<?>[]::new);
        try {
            if (name.equals("<init>")) {
                type.getConstructor(types);
                return Optional.of(found(owner, name, parameters, Type.VOID, false));
            }
            Method method = type.getMethod(name, types);
            Type result = new Type(method.getReturnType().descriptorString());
            return Optional.of(found(owner, name, parameters, result, Modifier.isStatic(method.getModifiers())));
        } catch (NoSuchMethodException absent) {
            return Optional.empty();
        }
    }

    private static Found found(Type owner, String name, List<Type> parameters, Type result, boolean isStatic) {
        String descriptor = Type.methodDescriptor(parameters, result);
        return new Found(new MethodReference(owner.internalName(), name, descriptor), isStatic);
    }

    @Override
    public boolean isSubtype(Type type, Type supertype) {
        return classOf(supertype).isAssignableFrom(classOf(type));
    }

    private static Class<?> classOf(Type type) {
        return MethodType.fromMethodDescriptorString("()" + type.descriptor(), PlatformMethods.class.getClassLoader())
                .returnType();
    }
}
