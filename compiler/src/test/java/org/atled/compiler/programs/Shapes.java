package org.atled.compiler.programs;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares nested arrays of numbers bit for bit. */
final class Shapes {
    private Shapes() {}

    /** A description that is equal exactly if shape and all bits are; every NaN is the same. */
    static Object bits(Object value) {
        if (value instanceof Double number) {
            return number + "/" + Double.doubleToLongBits(number);
        }
        if (value == null || !value.getClass().isArray()) {
            return Objects.toString(value);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(bits(Array.get(value, i)));
        }
        return elements;
    }

    /** Writes the numbers of one array into another of the same shape. */
    static void overwrite(Object target, Object source) {
        for (int i = 0; i < Array.getLength(target); i++) {
            Object element = Array.get(target, i);
            if (element != null && element.getClass().isArray()) {
                overwrite(element, Array.get(source, i));
            } else {
                Array.set(target, i, Array.get(source, i));
            }
        }
    }
}
