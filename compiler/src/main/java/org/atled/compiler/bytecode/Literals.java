package org.atled.compiler.bytecode;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.FCONST_0;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.SIPUSH;

import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Constant;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Loads constants by the shortest instruction, and writes them as arguments of bootstrap methods. */
final class Literals {
    /** The classes whose field {@code TYPE} is the class of a primitive type, as javac compiles {@code int.class}. */
    private static final Map<String, String> BOXES = Map.of(
            "Z",
            "Boolean",
            "B",
            "Byte",
            "C",
            "Character",
            "S",
            "Short",
            "I",
            "Integer",
            "J",
            "Long",
            "F",
            "Float",
            "D",
            "Double",
            "V",
            "Void");

    private Literals() {}

    static void push(Constant constant, MethodVisitor out) {
        int shortForm = shortForm(constant);
        if (shortForm >= 0) {
            out.visitInsn(shortForm);
        } else if (constant instanceof Constant.OfInt literal && literal.value() == (byte) literal.value()) {
            out.visitIntInsn(BIPUSH, literal.value());
        } else if (constant instanceof Constant.OfInt literal && literal.value() == (short) literal.value()) {
            out.visitIntInsn(SIPUSH, literal.value());
        } else if (constant instanceof Constant.OfClass literal && !literal.of().isReference()) {
            String box = BOXES.get(literal.of().descriptor());
            out.visitFieldInsn(GETSTATIC, "java/lang/" + box, "TYPE", "Ljava/lang/Class;");
        } else {
            out.visitLdcInsn(poolEntry(constant));
        }
    }

    /** Opcode of the one-byte instruction that loads this constant, or -1. */
    private static int shortForm(Constant constant) {
        if (constant instanceof Constant.Null) {
            return ACONST_NULL;
        }
        if (constant instanceof Constant.OfInt literal && literal.value() >= -1 && literal.value() <= 5) {
            return ICONST_0 + literal.value();
        }
        if (constant instanceof Constant.OfLong literal && (literal.value() == 0 || literal.value() == 1)) {
            return LCONST_0 + (int) literal.value();
        }
        // By bits: -0.0 has no short form.
        for (int i = 0; i <= 2; i++) {
            if (constant.equals(new Constant.OfFloat(i))) {
                return FCONST_0 + i;
            }
            if (i < 2 && constant.equals(new Constant.OfDouble(i))) {
                return DCONST_0 + i;
            }
        }
        return -1;
    }

    /**
     * The constant as ASM represents it.
     *
     * @throws IllegalArgumentException for {@code null} and the class of a primitive type: no entry of a constant pool
     *     stands for them
     */
    static Object poolEntry(Constant constant) {
        if (constant.number() != null) {
            return constant.number();
        } else if (constant instanceof Constant.OfString literal) {
            return literal.value();
        }
        return symbol(constant);
    }

    private static Object symbol(Constant constant) {
        if (constant instanceof Constant.OfClass literal && literal.of().isReference()) {
            return Type.getType(literal.of().descriptor());
        } else if (constant instanceof Constant.OfMethodType literal) {
            return Type.getMethodType(literal.descriptor());
        } else if (constant instanceof Constant.Handle literal) {
            return handle(literal);
        } else if (constant instanceof Constant.Dynamic literal) {
            return new ConstantDynamic(
                    literal.name(),
                    literal.descriptor(),
                    handle(literal.bootstrap()),
                    poolEntries(literal.arguments()));
        }
        throw new IllegalArgumentException(constant + " cannot be an entry of a constant pool");
    }

    static Object[] poolEntries(List<Constant> constants) {
        return constants.stream().map(Literals::poolEntry).toArray();
    }

    static Handle handle(Constant.Handle handle) {
        return new Handle(handle.kind(), handle.owner(), handle.name(), handle.descriptor(), handle.ownerIsInterface());
    }
}
