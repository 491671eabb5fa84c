package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/**
 * What a call of {@code java.lang.invoke.LambdaMetafactory} asks for: an object that implements an interface by calling
 * a method.
 *
 * @param interfaces internal names: the functional interface, then the markers
 * @param captures types of the values that come before the interface method's arguments
 * @param method name of the interface method
 * @param descriptors of that method: as the interface declares it, then of its bridges
 * @param instantiated the descriptor with the interface's type arguments put in
 */
record LambdaSite(
        List<String> interfaces,
        List<Type> captures,
        String method,
        List<String> descriptors,
        String instantiated,
        Constant.Handle implementation,
        boolean isSerializable) {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String SERIALIZABLE = "java/io/Serializable";
    /** The flags of {@code altMetafactory}. */
    private static final int FLAG_SERIALIZABLE = 1;

    private static final int FLAG_MARKERS = 2;
    private static final int FLAG_BRIDGES = 4;

    LambdaSite {
        interfaces = List.copyOf(interfaces);
        captures = List.copyOf(captures);
        descriptors = List.copyOf(descriptors);
    }

    /** Reads a call site; empty if it asks for something else: a concatenation, a switch, a record's methods. */
    static Optional<LambdaSite> of(Op.InvokeDynamic call) {
        if (BuiltCallSites.isBuilt(call.bootstrap().owner())) {
            return of(BuiltCallSites.asCompiled(call));
        }
        if (!call.bootstrap().owner().equals(FACTORY) || call.arguments().size() < 3) {
            return Optional.empty();
        }
        return switch (call.bootstrap().name()) {
            case "metafactory" -> Optional.of(of(call, 0, List.of()));
            case "altMetafactory" -> Optional.of(alternative(call));
            default -> Optional.empty();
        };
    }

    private static LambdaSite alternative(Op.InvokeDynamic call) {
        List<Constant> arguments = call.arguments();
        return of(call, intAt(arguments, 3), arguments.subList(4, arguments.size()));
    }

    /** Markers and bridges each follow their number, if there are any. */
    private static LambdaSite of(Op.InvokeDynamic call, int flags, List<Constant> more) {
        Set<String> interfaces = new LinkedHashSet<>();
        interfaces.add(Type.resultOf(call.descriptor()).internalName());
        Set<String> descriptors = new LinkedHashSet<>();
        descriptors.add(descriptorAt(call.arguments(), 0));
        int at = 0;
        if ((flags & FLAG_MARKERS) != 0) {
            int end = at + 1 + intAt(more, at);
            for (at++; at < end; at++) {
                interfaces.add(((Constant.OfClass) more.get(at)).of().internalName());
            }
        }
        if ((flags & FLAG_BRIDGES) != 0) {
            int end = at + 1 + intAt(more, at);
            for (at++; at < end; at++) {
                descriptors.add(descriptorAt(more, at));
            }
        }
        boolean isSerializable = (flags & FLAG_SERIALIZABLE) != 0;
        if (isSerializable) {
            interfaces.add(SERIALIZABLE);
        }
        return new LambdaSite(
                List.copyOf(interfaces),
                Type.parametersOf(call.descriptor()),
                call.name(),
                List.copyOf(descriptors),
                descriptorAt(call.arguments(), 2),
                (Constant.Handle) call.arguments().get(1),
                isSerializable);
    }

    private static int intAt(List<Constant> arguments, int index) {
        return ((Constant.OfInt) arguments.get(index)).value();
    }

    private static String descriptorAt(List<Constant> arguments, int index) {
        return ((Constant.OfMethodType) arguments.get(index)).descriptor();
    }

    /** The method that is called, where its handle names it. */
    MethodReference called() {
        return new MethodReference(implementation.owner(), implementation.name(), implementation.descriptor());
    }

    boolean isConstructor() {
        return implementation.kind() == 8;
    }

    boolean isStatic() {
        return implementation.kind() == 6;
    }

    /** Whether the handle calls one method exactly, as a super call does. */
    boolean isSpecial() {
        return implementation.kind() == 7;
    }

    /** What the implementation takes, the receiver first unless it has none. */
    List<Type> taken() {
        List<Type> taken = new ArrayList<>();
        if (!isStatic() && !isConstructor()) {
            taken.add(Type.ofClassEntry(implementation.owner()));
        }
        taken.addAll(called().parameters());
        return taken;
    }

    /** What the implementation gives: a constructor the new object. */
    Type given() {
        return isConstructor() ? Type.object(implementation.owner()) : called().result();
    }
}
