package org.atled.compiler.ir.interpreter;

import java.lang.reflect.Array;
import java.util.List;
import org.atled.compiler.ir.Type;

/** Array operations by Java's own, so that a null array, a wrong index or a wrong element fails as it does there. */
final class ArrayAccess {
    private ArrayAccess() {}

    static Object load(Type element, Object array, int index) {
        return switch (element.descriptor()) {
            // One opcode serves byte and boolean arrays.
            case "Z", "B" -> array instanceof boolean[] flags ? flags[index] ? 1 : 0 : (int) ((byte[]) array)[index];
            case "C" -> (int) ((char[]) array)[index];
            case "S" -> (int) ((short[]) array)[index];
            case "I" -> ((int[]) array)[index];
            case "J" -> ((long[]) array)[index];
            case "F" -> ((float[]) array)[index];
            case "D" -> ((double[]) array)[index];
            default -> ((Object[]) array)[index];
        };
    }

    static void store(Type element, Object array, int index, Object value) {
        switch (element.descriptor()) {
            case "Z", "B" -> storeByte(array, index, (Integer) value);
            case "C" -> ((char[]) array)[index] = (char) (int) (Integer) value;
            case "S" -> ((short[]) array)[index] = (short) (int) (Integer) value;
            case "I" -> ((int[]) array)[index] = (Integer) value;
            case "J" -> ((long[]) array)[index] = (Long) value;
            case "F" -> ((float[]) array)[index] = (Float) value;
            case "D" -> ((double[]) array)[index] = (Double) value;
            default -> ((Object[]) array)[index] = value;
        }
    }

    private static void storeByte(Object array, int index, int value) {
        if (array instanceof boolean[] flags) {
            flags[index] = (value & 1) != 0;
        } else {
            ((byte[]) array)[index] = (byte) value;
        }
    }

    /** An array of this class with the given lengths of its outermost dimensions. */
    static Object allocate(Class<?> type, List<?> lengths) {
        Class<?> component = type;
        int[] dimensions = new int[lengths.size()];
        for (int i = 0; i < dimensions.length; i++) {
            component = component.getComponentType();
            dimensions[i] = (Integer) lengths.get(i);
        }
        return Array.newInstance(component, dimensions);
    }
}
