package org.atled.compiler;

import java.util.List;

/**
 * What becomes of one method that an annotated method reaches.
 *
 * @param method as Java names it, {@code demo.Decay.rate(double)}
 * @param active names of the parameters it is differentiated by
 * @param file source file below its source root, as in {@link Diagnostic}; empty for a method outside the user's sources
 * @param line line of its first statement, 0 if unknown
 * @param derivatives the derivative methods made of it, without those it was inlined into
 * @param causes why it is {@link Kind#IMPOSSIBLE} or {@link Kind#REFUSED}
 */
public record Verdict(
        Kind kind,
        String method,
        List<String> active,
        String file,
        int line,
        List<DerivativeMethod> derivatives,
        List<Cause> causes) {
    public Verdict {
        active = List.copyOf(active);
        derivatives = List.copyOf(derivatives);
        causes = List.copyOf(causes);
    }

    /** What differentiation does with a method. */
    public enum Kind {
        /** Its code is transformed. */
        DIFFERENTIATED,
        /** A rule gives its derivative. */
        RULE,
        /** It runs as it is: nothing active goes through it. */
        INACTIVE,
        /** It cannot be differentiated; others that implement the same method can, so that only a call of it throws. */
        REFUSED,
        /** It stands in the way of a derivative. */
        IMPOSSIBLE
    }

    /**
     * A method of the companion.
     *
     * @param bytes length of its bytecode
     */
    public record DerivativeMethod(String name, int bytes) {}

    /**
     * One obstacle.
     *
     * @param line where it is, 0 if unknown
     * @param tag as in {@link Diagnostic}
     */
    public record Cause(int line, String tag, String message) {}
}
