package org.atled.compiler.ir;

import java.util.List;

/**
 * What an instruction does. Operands are listed in the order of the operand stack, the receiver or array first.
 * Everything that ends a block is a {@link Terminator} instead.
 */
public sealed interface Op {

    /** Loads a constant. No operands. */
    record Literal(Constant constant) implements Op {}

    /** Primitive arithmetic, comparison or conversion. */
    record Arithmetic(Operator operator) implements Op {}

    /**
     * Adds two contributions to a cotangent, of type {@code float} or {@code double}. Arithmetically an addition whose
     * exact identity is the literal {@code 0.0}: a first contribution is stored, not added to zero. Operands: both
     * contributions.
     */
    record Accumulate(Type type) implements Op {}

    /** {@code a.length}. */
    record ArrayLength() implements Op {}

    /** {@code a[i]}. Operands: array, index. {@code element} is the type the opcode names; references load as such. */
    record ArrayLoad(Type element) implements Op {}

    /** {@code a[i] = v}. Operands: array, index, value. No result. */
    record ArrayStore(Type element) implements Op {}

    /** {@code new T[n]...[m]}. Operands: one {@code int} per allocated dimension, outermost first. */
    record NewArray(Type type) implements Op {}

    /** {@code new T} before its constructor has run; the constructor is an {@link Invoke} on the result. */
    record New(Type type) implements Op {}

    /**
     * {@code new T(…)}: allocation and constructor as one step, so that no value is an object half made. Operands: the
     * arguments.
     */
    record Create(MethodReference constructor) implements Op {
        private static final String NONE = "(Lorg/atled/runtime/Blank;)V";

        public Create {
            if (!constructor.name().equals("<init>")) {
                throw new IllegalArgumentException(constructor + " is no constructor");
            }
        }

        /** Allocation without a constructor: all fields are zero. The one operand, {@code null}, stands for none. */
        public static Create blank(Type type) {
            return new Create(new MethodReference(type.internalName(), "<init>", NONE));
        }

        public boolean isBlank() {
            return constructor.descriptor().equals(NONE);
        }
    }

    /** Operands: the receiver, or none for a static field. */
    record GetField(FieldReference field, boolean isStatic) implements Op {}

    /** Operands: the receiver unless static, then the value. No result. */
    record PutField(FieldReference field, boolean isStatic) implements Op {}

    /** Operands: the receiver unless static, then the arguments. No result if the method is {@code void}. */
    record Invoke(InvokeKind kind, MethodReference method, boolean ownerIsInterface) implements Op {
        public Invoke {
            if (kind == InvokeKind.INTERFACE && !ownerIsInterface) {
                throw new IllegalArgumentException("invokeinterface of " + method + ", whose owner is no interface");
            }
        }
    }

    /** Operands: the arguments of the call site's descriptor. No result if it returns {@code void}. */
    record InvokeDynamic(String name, String descriptor, Constant.Handle bootstrap, List<Constant> arguments)
            implements Op {
        public InvokeDynamic {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Operand: a reference; the result is the same reference, typed.
     *
     * @param isExact whether the object is known to be of this very class, so that it is known what its methods are
     */
    record CheckCast(Type type, boolean isExact) implements Op {
        public CheckCast(Type type) {
            this(type, false);
        }
    }

    /** Operand: a reference; the result is 0 or 1. */
    record InstanceOf(Type type) implements Op {}

    /** {@code monitorenter} or {@code monitorexit}. Operand: the object. No result. */
    record Monitor(boolean enter) implements Op {}

    /**
     * The constructor of an object has left a value in this field. Nothing happens in a primal, which has called the
     * constructor before; a derivative moves the value's tangent or shadow into the shadow of the object. Operands: the
     * object, the value. No result. It is never lowered.
     *
     * @param field by the class that declares it
     */
    record Initialized(FieldReference field) implements Op {}

    /** How a method is called. */
    enum InvokeKind {
        STATIC,
        VIRTUAL,
        INTERFACE,
        SPECIAL
    }

    /** Whether this reads nothing, writes nothing and throws nothing: equal operands give equal results, any time. */
    default boolean isPure() {
        if (this instanceof Arithmetic arithmetic) {
            return !arithmetic.operator().mayThrow();
        }
        if (this instanceof Literal literal) {
            return literal.constant().isPure();
        }
        return this instanceof Accumulate || this instanceof InstanceOf;
    }

    /** Whether this writes no element and no field, and lets no other code run that could; it may throw. */
    default boolean leavesMemory() {
        return isPure()
                || this instanceof Arithmetic
                || this instanceof ArrayLoad
                || this instanceof ArrayLength
                || this instanceof NewArray
                || this instanceof CheckCast;
    }
}
