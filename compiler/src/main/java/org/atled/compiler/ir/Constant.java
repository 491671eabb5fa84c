package org.atled.compiler.ir;

import java.util.List;

/** A constant: a literal operand of an instruction, or a static argument of a bootstrap method. */
public sealed interface Constant {
    /** The type of the value this constant loads. */
    Type type();

    /** Whether loading it can neither fail nor run code; resolving a class or a dynamic constant can do both. */
    default boolean isPure() {
        return number() != null || this instanceof OfString || this instanceof Null;
    }

    /** The number this constant is, boxed; {@code null} if it is none. */
    default Number number() {
        if (this instanceof OfInt literal) {
            return literal.value;
        } else if (this instanceof OfLong literal) {
            return literal.value;
        } else if (this instanceof OfFloat literal) {
            return literal.value;
        }
        return this instanceof OfDouble literal ? Double.valueOf(literal.value) : null;
    }

    /** {@code int}, and every smaller integer and {@code boolean}. */
    record OfInt(int value) implements Constant {
        @Override
        public Type type() {
            return Type.INT;
        }
    }

    record OfLong(long value) implements Constant {
        @Override
        public Type type() {
            return Type.LONG;
        }
    }

    /** Equal only if the bits are equal: {@code 0.0} and {@code -0.0} differ, {@code NaN} equals itself. */
    record OfFloat(float value) implements Constant {
        @Override
        public Type type() {
            return Type.FLOAT;
        }
    }

    /** Equal only if the bits are equal: {@code 0.0} and {@code -0.0} differ, {@code NaN} equals itself. */
    record OfDouble(double value) implements Constant {
        @Override
        public Type type() {
            return Type.DOUBLE;
        }
    }

    record OfString(String value) implements Constant {
        @Override
        public Type type() {
            return Type.STRING;
        }
    }

    record Null() implements Constant {
        @Override
        public Type type() {
            return Type.NULL;
        }
    }

    /** The {@link Class} of a type. */
    record OfClass(Type of) implements Constant {
        @Override
        public Type type() {
            return Type.CLASS;
        }
    }

    /** A {@code MethodType} with this descriptor. */
    record OfMethodType(String descriptor) implements Constant {
        @Override
        public Type type() {
            return Type.object("java/lang/invoke/MethodType");
        }
    }

    /**
     * A {@code MethodHandle}.
     *
     * @param kind reference kind of JVMS 4.4.8, 1 to 9
     * @param descriptor field or method descriptor
     */
    record Handle(int kind, String owner, String name, String descriptor, boolean ownerIsInterface)
            implements Constant {
        public Handle {
            if (kind < 1 || kind > 9) {
                throw new IllegalArgumentException("Reference kind " + kind + " is not one of 1 to 9");
            }
        }

        @Override
        public Type type() {
            return Type.object("java/lang/invoke/MethodHandle");
        }
    }

    /** A dynamically computed constant (JEP 309). {@code descriptor} is a field descriptor. */
    record Dynamic(String name, String descriptor, Handle bootstrap, List<Constant> arguments) implements Constant {
        public Dynamic {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return new Type(descriptor).onStack();
        }
    }
}
