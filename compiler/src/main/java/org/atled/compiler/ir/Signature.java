package org.atled.compiler.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an operation takes and gives, by category: {@code int}, {@code long}, {@code float}, {@code double} or some
 * reference ({@link Type#OBJECT}); {@link Type#VOID} if it gives nothing.
 */
record Signature(List<Type> operands, Type result) {
    private static final List<Type> REFERENCE = List.of(Type.OBJECT);

    /** The signature of an operation; {@code count} is how many operands it has where it can have several. */
    static Signature of(Op op, int count) {
        if (op instanceof Op.Literal o) {
            return new Signature(List.of(), o.constant().type());
        } else if (op instanceof Op.Arithmetic o) {
            return new Signature(o.operator().operands(), o.operator().result());
        } else if (op instanceof Op.Accumulate o) {
            return new Signature(List.of(o.type(), o.type()), o.type());
        } else if (op instanceof Op.ArrayLength) {
            return new Signature(REFERENCE, Type.INT);
        } else if (op instanceof Op.ArrayLoad o) {
            return new Signature(List.of(Type.OBJECT, Type.INT), o.element().onStack());
        } else if (op instanceof Op.ArrayStore o) {
            return new Signature(List.of(Type.OBJECT, Type.INT, o.element().onStack()), Type.VOID);
        } else if (op instanceof Op.NewArray o) {
            int dimensions = Math.max(1, Math.min(count, o.type().rank()));
            return new Signature(Collections.nCopies(dimensions, Type.INT), o.type());
        } else if (op instanceof Op.New o) {
            return new Signature(List.of(), o.type());
        } else if (op instanceof Op.Create o) {
            Type created = Type.object(o.constructor().owner());
            return new Signature(ofCall(false, o.constructor().descriptor()).operands(), created);
        } else if (op instanceof Op.GetField o) {
            return new Signature(
                    o.isStatic() ? List.of() : REFERENCE, o.field().type().onStack());
        } else if (op instanceof Op.PutField o) {
            Type value = o.field().type().onStack();
            return new Signature(o.isStatic() ? List.of(value) : List.of(Type.OBJECT, value), Type.VOID);
        } else if (op instanceof Op.Initialized o) {
            return new Signature(List.of(Type.OBJECT, o.field().type().onStack()), Type.VOID);
        } else if (op instanceof Op.Invoke o) {
            return ofCall(o.kind() != Op.InvokeKind.STATIC, o.method().descriptor());
        } else if (op instanceof Op.InvokeDynamic o) {
            return ofCall(false, o.descriptor());
        } else if (op instanceof Op.CheckCast o) {
            return new Signature(REFERENCE, o.type());
        } else if (op instanceof Op.InstanceOf) {
            return new Signature(REFERENCE, Type.INT);
        } else if (op instanceof Op.Monitor) {
            return new Signature(REFERENCE, Type.VOID);
        }
        throw new AssertionError(op);
    }

    static Signature ofCall(boolean hasReceiver, String descriptor) {
        List<Type> operands = new ArrayList<>(hasReceiver ? REFERENCE : List.of());
        Type.parametersOf(descriptor).forEach(parameter -> operands.add(parameter.onStack()));
        return new Signature(operands, Type.resultOf(descriptor).onStack());
    }

    static List<Type> operands(Terminator.Condition condition) {
        return switch (condition) {
            case IFNULL, IFNONNULL -> REFERENCE;
            case IF_ACMPEQ, IF_ACMPNE -> List.of(Type.OBJECT, Type.OBJECT);
            default -> Collections.nCopies(condition.arity(), Type.INT);
        };
    }

    static boolean sameCategory(Type a, Type b) {
        return a.isReference() ? b.isReference() : a.equals(b);
    }
}
