package org.atled.compiler.rule;

import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.rules.Constructor;

/**
 * The name, parameter names and types of a primal: what a class file of the JDK does not tell and a rule has to.
 *
 * @param names one per operand, the receiver's included
 */
record PrimalSignature(String name, boolean isConstructor, List<String> names, List<Type> types, Type result) {
    static final String RECEIVER = "receiver";

    PrimalSignature {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    /** The signature an abstract method of a rule class declares. */
    static PrimalSignature declaredBy(Method method) {
        return new PrimalSignature(
                method.reference().name(),
                method.annotation(Constructor.class).isPresent(),
                method.parameters().orElseThrow(),
                method.reference().parameters(),
                method.reference().result());
    }

    /** A static method of this signature. */
    static PrimalSignature ofStatic(String name, List<String> names, List<Type> types, Type result) {
        return new PrimalSignature(name, false, names, types, result);
    }

    /** The method with this signature in a class or array type. */
    MethodReference in(Type owner) {
        return in(owner, result);
    }

    /** The method with this signature in a class where it returns something more special. */
    MethodReference in(Type owner, Type returned) {
        return isConstructor
                ? new MethodReference(owner.internalName(), "<init>", Type.methodDescriptor(types, Type.VOID))
                : new MethodReference(owner.internalName(), name, Type.methodDescriptor(declaredTypes(), returned));
    }

    boolean hasReceiver() {
        return !names.isEmpty() && names.get(0).equals(RECEIVER);
    }

    /** Whether it takes or gives numbers, or arrays of numbers. */
    boolean hasNumbers() {
        return Stream.concat(types.stream(), Stream.of(result))
                .anyMatch(type -> type.leaf().isFloating());
    }

    /** Parameter types of the method as its class declares it: without the receiver. */
    List<Type> declaredTypes() {
        return hasReceiver() ? types.subList(1, types.size()) : types;
    }

    int indexOf(String parameter) {
        return names.indexOf(parameter);
    }

    @Override
    public String toString() {
        List<String> parameters = Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                .map(i -> simpleName(types.get(i)) + " " + names.get(i))
                .toList();
        return simpleName(result) + " " + name + "(" + String.join(", ", parameters) + ")";
    }

    /** As in source that imports it. */
    static String simpleName(Type type) {
        String name = type.toString();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
