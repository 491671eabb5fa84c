package org.atled.compiler.ir.interpreter;

import org.atled.compiler.ir.Type;

/**
 * The two boxed forms of a value: as declared ({@link Boolean}, {@link Byte}, {@link Character} …) where the program
 * meets compiled code, and as on the operand stack, where an {@link Integer} stands for all of these.
 */
final class Representation {
    private Representation() {}

    static Object toStack(Object declared, Type type) {
        return switch (type.descriptor()) {
            case "Z" -> (Boolean) declared ? 1 : 0;
            case "C" -> (int) (Character) declared;
            case "B", "S" -> ((Number) declared).intValue();
            default -> declared;
        };
    }

    static Object toDeclared(Object onStack, Type type) {
        return switch (type.descriptor()) {
            case "Z" -> ((Integer) onStack & 1) != 0;
            case "C" -> (char) (int) (Integer) onStack;
            case "B" -> (byte) (int) (Integer) onStack;
            case "S" -> (short) (int) (Integer) onStack;
            default -> onStack;
        };
    }

    /** The class of boxed values of this type as declared; {@link Object} for references. */
    static Class<?> box(Type type) {
        return switch (type.descriptor()) {
            case "Z" -> Boolean.class;
            case "B" -> Byte.class;
            case "C" -> Character.class;
            case "S" -> Short.class;
            case "I" -> Integer.class;
            case "J" -> Long.class;
            case "F" -> Float.class;
            case "D" -> Double.class;
            default -> Object.class;
        };
    }
}
