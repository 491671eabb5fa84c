package org.atled.compiler.bytecode;

import java.util.Map;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Converts the value on the stack as {@code LambdaMetafactory} does between the method of an interface and the one that
 * implements it: widens, boxes, unboxes and casts.
 */
final class Adaptation {
    private static final String NUMBER = "java/lang/Number";
    private static final Map<Type, String> BOXES = Map.of(
            Type.BOOLEAN, "java/lang/Boolean",
            Type.BYTE, "java/lang/Byte",
            Type.CHAR, "java/lang/Character",
            Type.SHORT, "java/lang/Short",
            Type.INT, "java/lang/Integer",
            Type.LONG, "java/lang/Long",
            Type.FLOAT, "java/lang/Float",
            Type.DOUBLE, "java/lang/Double");

    private final MethodVisitor out;

    Adaptation(MethodVisitor out) {
        this.out = out;
    }

    /**
     * Converts.
     *
     * @param from what is on the stack, as declared; nothing is done to {@code void}
     * @param to what is wanted; what is not wanted at all is dropped
     * @param known what a reference on the stack is known to be by the type arguments of the interface: it is cast to
     *     that, so that a caller who broke them learns it here
     */
    void convert(Type from, Type to, Type known) {
        if (from.equals(Type.VOID)) {
            return;
        }
        if (to.equals(Type.VOID)) {
            out.visitInsn(from.slots() == 2 ? Opcodes.POP2 : Opcodes.POP);
        } else if (from.isReference()) {
            convertReference(from, to, known);
        } else if (to.isReference()) {
            box(from, to);
        } else {
            widen(from, to);
        }
    }

    private void convertReference(Type from, Type to, Type known) {
        Type source = known.isReference() ? known : from;
        cast(from, source);
        if (to.isReference()) {
            cast(source, to);
        } else {
            unbox(source, to);
        }
    }

    private void cast(Type from, Type to) {
        if (!to.equals(from) && !to.equals(Type.OBJECT)) {
            out.visitTypeInsn(Opcodes.CHECKCAST, to.internalName());
        }
    }

    private void box(Type from, Type to) {
        Type boxed = primitiveOf(to);
        if (boxed == null) {
            boxed = from;
        }
        widen(from, boxed);
        String box = BOXES.get(boxed);
        out.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", "(" + boxed.descriptor() + ")L" + box + ";", false);
    }

    private void unbox(Type source, Type to) {
        Type boxed = primitiveOf(source);
        if (boxed == null) {
            // Object, Number or Comparable, say: of a number any box will do, as long as it is one.
            String box = isNumber(to) ? NUMBER : BOXES.get(to);
            cast(source, Type.object(box));
            value(box, to);
        } else if (isNumber(boxed)) {
            value(BOXES.get(boxed), to);
        } else {
            value(BOXES.get(boxed), boxed);
            widen(boxed, to);
        }
    }

    private void value(String box, Type primitive) {
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, primitive + "Value", "()" + primitive.descriptor(), false);
    }

    private static boolean isNumber(Type primitive) {
        return !primitive.equals(Type.BOOLEAN) && !primitive.equals(Type.CHAR);
    }

    private static Type primitiveOf(Type box) {
        for (Map.Entry<Type, String> each : BOXES.entrySet()) {
            if (each.getValue().equals(box.internalName())) {
                return each.getKey();
            }
        }
        return null;
    }

    private void widen(Type from, Type to) {
        Type source = from.onStack();
        Type target = to.onStack();
        if (source.equals(target)) {
            return;
        }
        switch (source.descriptor() + target.descriptor()) {
            case "IJ" -> out.visitInsn(Opcodes.I2L);
            case "IF" -> out.visitInsn(Opcodes.I2F);
            case "ID" -> out.visitInsn(Opcodes.I2D);
            case "JF" -> out.visitInsn(Opcodes.L2F);
            case "JD" -> out.visitInsn(Opcodes.L2D);
            case "FD" -> out.visitInsn(Opcodes.F2D);
            default -> throw new IllegalArgumentException(from + " does not widen to " + to);
        }
    }
}
