package org.atled.compiler.programs;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Reads the inputs of {@link Program}s. */
final class Literals {
    private final String text;
    private final List<Object> arguments = new ArrayList<>();
    private int at;

    private Literals(String text) {
        this.text = text;
    }

    static Object[] read(String text, Class<?>[] types) {
        Literals literals = new Literals(text.replace(" ", ""));
        for (Class<?> type : types) {
            literals.arguments.add(literals.value(type));
            literals.skip(',');
        }
        if (literals.at < literals.text.length()) {
            throw new IllegalArgumentException("too many arguments in " + text);
        }
        return literals.arguments.toArray();
    }

    private void skip(char symbol) {
        if (at < text.length() && text.charAt(at) == symbol) {
            at++;
        }
    }

    private Object value(Class<?> type) {
        if (text.charAt(at) == '[') {
            return array(type.getComponentType());
        }
        String word = word();
        if (word.startsWith("#")) {
            return reference(word.substring(1));
        }
        if (word.equals("null")) {
            return null;
        }
        return scalar(type, word);
    }

    private String word() {
        int start = at;
        while (at < text.length() && ",]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private Object reference(String path) {
        String[] steps = path.split("\\.");
        Object found = arguments.get(Integer.parseInt(steps[0]));
        for (int i = 1; i < steps.length; i++) {
            found = Array.get(found, Integer.parseInt(steps[i]));
        }
        return found;
    }

    private Object array(Class<?> element) {
        List<Object> values = new ArrayList<>();
        at++;
        while (text.charAt(at) != ']') {
            // A row may be the same object as an earlier one of its own array: "^0".
            if (text.charAt(at) == '^') {
                at++;
                values.add(values.get(Integer.parseInt(word())));
            } else {
                values.add(value(element));
            }
            skip(',');
        }
        at++;
        Object array = Array.newInstance(element, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static Object scalar(Class<?> type, String word) {
        return switch (type.getName()) {
            case "double" -> Double.valueOf(word);
            case "float" -> Float.valueOf(word);
            case "int" -> Integer.valueOf(word);
            case "long" -> Long.valueOf(word);
            case "short" -> Short.valueOf(word);
            case "byte" -> Byte.valueOf(word);
            case "char" -> word.charAt(word.length() == 3 ? 1 : 0);
            case "boolean" -> Boolean.valueOf(word);
            case "java.lang.String" -> word.replace("'", "");
            default -> enumConstant(type, word);
        };
    }

    private static Object enumConstant(Class<?> type, String word) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(word + " is no " + type.getName());
    }
}
