package org.atled.compiler;

import java.util.List;

/**
 * Something the user should know about a differentiated method.
 *
 * @param tag short name of the rule, {@code AtledNativeMethod}; documented in the page on diagnostics
 * @param file source file below its source root: the class's package directories and the name in its SourceFile
 *     attribute, {@code demo/Decay.java}, so that a build tool can find it; just the class's binary name if it has none
 * @param line line in that file, 0 if unknown
 * @param message one or two sentences; the last says what to do
 * @param chain the calls from the annotated method to this place, outermost first, each {@code demo.Decay.loss
 *     (demo/Decay.java:12)}, the file named as in {@code file}
 */
public record Diagnostic(Severity severity, String tag, String file, int line, String message, List<String> chain) {
    public Diagnostic {
        chain = List.copyOf(chain);
    }

    /** The diagnostic as javac prints one, {@code demo/Decay.java:[12] [AtledTag] message}, the chain on lines below. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(file)
                .append(":[")
                .append(line)
                .append("] [")
                .append(tag)
                .append("] ")
                .append(message);
        chain.forEach(call -> text.append("\n    through ").append(call));
        return text.toString();
    }

    /** How much it matters. */
    public enum Severity {
        /** The derivative was built; the user may want to know this. */
        NOTE,
        /** No derivative was built. */
        ERROR
    }
}
