package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of Java source as a tree, so that it can be shrunk: texts with pieces between them.
 *
 * @param watch the method of {@link Watch} that looks at the value in the watched rendering, or {@code null}
 * @param parts each a {@code String} or a {@code Code}
 */
record Code(Kind kind, String watch, List<Object> parts) {
    /** Before the name of a function of {@code Math} that {@link Watch} has too. */
    static final String KINKED = "$Math.";

    private static final String WATCH = Watch.class.getName() + ".";

    /** What may stand in place of what. */
    enum Kind {
        DOUBLE,
        FLOAT,
        INT,
        LONG,
        BOOLEAN,
        ARRAY,
        MATRIX,
        INTS,
        CUBE,
        FLOATS,
        NODE,
        NODES,
        PAIR,
        LAW,
        MODE,
        FUNCTION,
        OPERATOR,
        RULE,
        FUNCTIONS,
        NUMBERS,
        ROWS,
        QUEUE,
        MAP,
        STATEMENT,
        BLOCK,
        METHOD,
        CLASS
    }

    Code {
        parts = List.copyOf(parts);
    }

    static Code of(Kind kind, Object... parts) {
        return new Code(kind, null, Arrays.asList(parts));
    }

    static Code of(Type type, Object... parts) {
        return of(type.kind(), parts);
    }

    static Code statement(Object... parts) {
        return of(Kind.STATEMENT, parts);
    }

    static Code block(List<Code> statements) {
        List<Object> parts = new ArrayList<>();
        parts.add("{\n");
        parts.addAll(statements);
        parts.add("}\n");
        return new Code(Kind.BLOCK, null, parts);
    }

    /** The same piece, looked at by this method of {@link Watch} in the watched rendering, after one that does so already. */
    Code watched(String method) {
        return new Code(kind, method, watch == null ? parts : List.of(this));
    }

    /** The source as it is tested. */
    String plain() {
        return text(false);
    }

    /** The source that computes the same and tells {@link Watch} of its decisions and values. */
    String observed() {
        return text(true);
    }

    private String text(boolean observed) {
        StringBuilder text = new StringBuilder();
        append(text, observed);
        return text.toString();
    }

    private void append(StringBuilder text, boolean observed) {
        boolean wraps = observed && watch != null;
        text.append(wraps ? WATCH + watch + "(" : "");
        for (Object part : parts) {
            if (part instanceof Code code) {
                code.append(text, observed);
            } else {
                text.append(part.toString().replace(KINKED, observed ? WATCH : "Math."));
            }
        }
        text.append(wraps ? ")" : "");
    }

    List<Code> children() {
        return parts.stream()
                .filter(Code.class::isInstance)
                .map(Code.class::cast)
                .toList();
    }

    /** All pieces, each before those in it. */
    List<Code> preorder() {
        List<Code> all = new ArrayList<>();
        all.add(this);
        children().forEach(child -> all.addAll(child.preorder()));
        return all;
    }

    /** The tree with another piece in place of the one at this position of {@link #preorder}. */
    Code with(int position, Code replacement) {
        return new Replacing(position, replacement).apply(this);
    }

    private static final class Replacing {
        private final Code replacement;
        private int left;

        Replacing(int position, Code replacement) {
            this.left = position;
            this.replacement = replacement;
        }

        Code apply(Code code) {
            if (left-- == 0) {
                return replacement;
            }
            List<Object> parts = new ArrayList<>();
            for (Object part : code.parts()) {
                parts.add(part instanceof Code child && left >= 0 ? apply(child) : part);
            }
            return new Code(code.kind(), code.watch(), parts);
        }
    }
}
