package org.atled.testing;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Arguments as texts: numbers, truth values, texts, enum constants, and arrays of them in braces, as Java writes them. */
final class Literals {
    private Literals() {}

    /**
     * The value that a text stands for.
     *
     * @throws IllegalArgumentException if the type has no such texts, or this is none of them
     */
    static Object parse(Class<?> type, String text) {
        String plain = text.strip();
        if (plain.equals("null") && !type.isPrimitive()) {
            return null;
        }
        if (type.isArray()) {
            return array(type, plain);
        }
        try {
            return value(type, plain);
        } catch (NumberFormatException malformed) {
            throw refused(type, text);
        }
    }

    private static ExampleException refused(Class<?> type, String text) {
        String example =
                type.isArray() ? "{…, …}" : type == boolean.class ? "true" : type.isEnum() ? "a constant" : "1.5";
        return new ExampleException("the text \"" + text + "\" is no " + type.getSimpleName() + ": write "
                + (type == int.class || type == long.class ? "a whole number" : example) + ".");
    }

    private static Object value(Class<?> type, String text) {
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text.replace("_", ""));
        }
        if (type == float.class || type == Float.class) {
            return Float.valueOf(text.replace("_", ""));
        }
        if (type == int.class || type == Integer.class) {
            return Integer.decode(text.replace("_", ""));
        }
        if (type == long.class || type == Long.class) {
            return Long.decode(text.replace("_", "").replaceFirst("[lL]$", ""));
        }
        if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        if (type == String.class) {
            return text;
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
        }
        if (type.isPrimitive() || type.isEnum()) {
            throw refused(type, text);
        }
        throw new ExampleException("an argument of type " + type.getSimpleName()
                + " cannot be written as a text: write a static method that returns the arguments, annotated"
                + " @ExampleInput(of = \"…\").");
    }

    private static Object array(Class<?> type, String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw refused(type, text);
        }
        List<String> parts = parts(text.substring(1, text.length() - 1));
        Object array = Array.newInstance(type.getComponentType(), parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Array.set(array, i, parse(type.getComponentType(), parts.get(i)));
        }
        return array;
    }

    /** What stands between the commas that are in no inner braces; a last comma may stand behind all. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (!text.substring(start).isBlank()) {
            parts.add(text.substring(start));
        }
        return parts;
    }
}
