package org.atled.compiler.build;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.atled.compiler.Diagnostic;

/**
 * What differentiating a class tree came to.
 *
 * @param built companions that were differentiated; those with errors not counted
 * @param unchanged companions left alone since nothing they depend on has changed
 * @param bytes size of the class files that were written
 * @param diagnostics every note and every error of every companion; if there is an error, nothing was written
 */
public record Report(int built, int unchanged, long bytes, Duration time, List<Diagnostic> diagnostics) {
    public Report {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return errors() > 0;
    }

    /** Number of errors. */
    public int errors() {
        return (int) diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
    }

    /** One line: {@code Differentiated 3 classes (2 unchanged): 12.3 kB in 0.41 s}. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "Differentiated %d %s%s: %.1f kB in %.2f s",
                built,
                built == 1 ? "class" : "classes",
                unchanged == 0 ? "" : " (" + unchanged + " unchanged)",
                bytes / 1e3,
                time.toMillis() / 1e3);
    }
}
