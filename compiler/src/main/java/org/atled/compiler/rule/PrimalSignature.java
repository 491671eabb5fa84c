package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.rules.Constructor;

/**
 * The name, parameter names and types of a primal: what a class file of the JDK does not tell and a rule has to.
 *
 * @param names one per operand, the receiver's included
 */
record PrimalSignature(String name, boolean isConstructor, List<String> names, List<Class<?>> types, Class<?> result) {
    static final String RECEIVER = "receiver";

    PrimalSignature {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    /** The signature an abstract method of a rule class declares. */
    static PrimalSignature declaredBy(Method method) {
        return new PrimalSignature(
                method.getName(),
                method.isAnnotationPresent(Constructor.class),
                namesOf(method),
                List.of(method.getParameterTypes()),
                method.getReturnType());
    }

    static List<String> namesOf(Method method) {
        return Stream.of(method.getParameters()).map(Parameter::getName).toList();
    }

    static MethodReference reference(Method method) {
        return new MethodReference(
                internalName(method.getDeclaringClass()),
                method.getName(),
                descriptor(List.of(method.getParameterTypes()), method.getReturnType()));
    }

    /** A static method of this signature. */
    static PrimalSignature ofStatic(String name, List<String> names, List<Class<?>> types, Class<?> result) {
        return new PrimalSignature(name, false, names, types, result);
    }

    /** The method with this signature in a class or array type. */
    MethodReference in(Class<?> owner) {
        return in(owner, result);
    }

    /** The method with this signature in a class where it returns something more special. */
    MethodReference in(Class<?> owner, Class<?> returned) {
        return isConstructor
                ? new MethodReference(internalName(owner), "<init>", descriptor(types, void.class))
                : new MethodReference(internalName(owner), name, descriptor(declaredTypes(), returned));
    }

    boolean hasReceiver() {
        return !names.isEmpty() && names.get(0).equals(RECEIVER);
    }

    /** Whether it takes or gives numbers, or arrays of numbers. */
    boolean hasNumbers() {
        return Stream.concat(types.stream(), Stream.of(result)).anyMatch(PrimalSignature::isNumbers);
    }

    private static boolean isNumbers(Class<?> type) {
        return new Type(type.descriptorString()).leaf().isFloating();
    }

    /** Parameter types of the method as its class declares it: without the receiver. */
    List<Class<?>> declaredTypes() {
        return hasReceiver() ? types.subList(1, types.size()) : types;
    }

    int indexOf(String parameter) {
        return names.indexOf(parameter);
    }

    @Override
    public String toString() {
        List<String> parameters = Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                .map(i -> types.get(i).getSimpleName() + " " + names.get(i))
                .toList();
        return result.getSimpleName() + " " + name + "(" + String.join(", ", parameters) + ")";
    }

    private static String descriptor(List<Class<?>> parameters, Class<?> result) {
        return Type.methodDescriptor(
                parameters.stream()
                        .map(parameter -> new Type(parameter.descriptorString()))
                        .toList(),
                new Type(result.descriptorString()));
    }

    private static String internalName(Class<?> type) {
        return Type.ofClassEntry(type.getName().replace('.', '/')).internalName();
    }
}
