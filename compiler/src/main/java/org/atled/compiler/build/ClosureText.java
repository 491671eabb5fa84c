package org.atled.compiler.build;

import java.util.List;
import java.util.Locale;
import org.atled.compiler.ClosureVerdict;
import org.atled.compiler.Verdict;

/** Verdicts for people: the annotated method on a line of its own, what it reaches indented below, a line for each. */
final class ClosureText {
    private final StringBuilder text = new StringBuilder();

    private ClosureText() {}

    static String of(List<ClosureVerdict> closures) {
        ClosureText text = new ClosureText();
        closures.forEach(text::write);
        return text.text.toString();
    }

    private void write(ClosureVerdict closure) {
        text.append(closure.method())
                .append(by(closure.active()))
                .append(closure.isPossible() ? ": differentiated\n" : ": impossible\n");
        closure.reached().forEach(this::write);
        text.append('\n');
    }

    private void write(Verdict verdict) {
        String kind = verdict.kind().name().toLowerCase(Locale.ROOT);
        text.append(String.format("  %-15s ", kind)).append(verdict.method()).append(by(verdict.active()));
        if (!verdict.file().isEmpty()) {
            text.append("  (").append(verdict.file());
            text.append(verdict.line() > 0 ? ":" + verdict.line() + ")" : ")");
        }
        int bytes = verdict.derivatives().stream()
                .mapToInt(Verdict.DerivativeMethod::bytes)
                .sum();
        if (bytes > 0) {
            int methods = verdict.derivatives().size();
            text.append("  ").append(bytes).append(" bytes in ").append(methods);
            text.append(methods == 1 ? " method" : " methods");
        }
        text.append('\n');
        for (Verdict.Cause cause : verdict.causes()) {
            text.append("                  at line ").append(cause.line());
            text.append(" because [").append(cause.tag()).append("] ").append(cause.message());
            text.append('\n');
        }
    }

    private static String by(List<String> active) {
        return active.isEmpty() ? "" : " by " + String.join(", ", active);
    }
}
