package org.atled.compiler.build;

import java.util.List;
import java.util.Map;

/** JSON text of RFC 8259, indented: of maps in their order, lists, texts, numbers and truth values. Numbers that
 * JSON has no words for, NaN and infinities, are texts. */
public final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException for a value of another class
     */
    public static String of(Object value) {
        Json json = new Json();
        json.write(value, 0);
        return json.text.append('\n').toString();
    }

    private void write(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator);
                line(depth + 1);
                quote((String) entry.getKey());
                text.append(": ");
                write(entry.getValue(), depth + 1);
                separator = ",";
            }
            close('}', map.isEmpty(), depth);
        } else if (value instanceof List<?> list) {
            text.append('[');
            String separator = "";
            for (Object each : list) {
                text.append(separator);
                line(depth + 1);
                write(each, depth + 1);
                separator = ",";
            }
            close(']', list.isEmpty(), depth);
        } else if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Double number) {
            text.append(Double.isFinite(number) ? number.toString() : "\"" + number + "\"");
        } else {
            throw new IllegalArgumentException("no JSON for " + value);
        }
    }

    private void close(char bracket, boolean isEmpty, int depth) {
        if (!isEmpty) {
            line(depth);
        }
        text.append(bracket);
    }

    private void line(int depth) {
        text.append('\n').append("  ".repeat(depth));
    }

    /** What JSON has to escape, and what is no character on its own, such as half a surrogate pair in a Java name. */
    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
