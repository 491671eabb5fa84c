package org.atled.compiler;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differentiating one companion gave.
 *
 * @param classes new bytes by internal name: the filled companion, the class it belongs to if that had to admit the
 *     companion to its nest, and a new class for each lambda that derivative code creates, to be loaded by the loader of
 *     the companion; empty if there is an error
 * @param read internal names of every class whose bytes the result depends on, and perhaps {@link #PROJECT}
 * @param diagnostics all notes and errors, in order of discovery
 * @param closures for each annotated method, what becomes of every method it reaches
 * @param costs what each derivative came to
 */
public record Differentiated(
        Map<String, byte[]> classes,
        Set<String> read,
        List<Diagnostic> diagnostics,
        List<ClosureVerdict> closures,
        List<DerivativeCost> costs) {
    /** Stands, among what was read, for which classes the project has. */
    public static final String PROJECT = "*";

    public Differentiated {
        classes = Map.copyOf(classes);
        read = Set.copyOf(read);
        diagnostics = List.copyOf(diagnostics);
        closures = List.copyOf(closures);
        costs = List.copyOf(costs);
    }

    /** The same where no closure was analysed. */
    public Differentiated(Map<String, byte[]> classes, Set<String> read, List<Diagnostic> diagnostics) {
        this(classes, read, diagnostics, List.of(), List.of());
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
    }
}
