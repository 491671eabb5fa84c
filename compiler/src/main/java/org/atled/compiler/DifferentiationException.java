package org.atled.compiler;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown where classes are differentiated while a program runs and some cannot be. The message is the whole report, one
 * diagnostic after the other.
 */
public final class DifferentiationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * The report as an exception.
     *
     * @param what what was asked for, the beginning of the message: {@code demo.Decay cannot be differentiated}
     */
    public DifferentiationException(String what, List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n  ", what + ":\n  ", "")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** All notes and errors; empty after deserialization. */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
