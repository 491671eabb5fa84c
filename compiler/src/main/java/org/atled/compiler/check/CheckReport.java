package org.atled.compiler.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Diagnostic.Severity;
import org.atled.compiler.build.Json;

/** What checking the derivatives of a project came to. The same classes give the same text, but for rounding on another JVM. */
public final class CheckReport {
    private static final int MOST_INACTIVE = 10;

    private final CheckSettings settings;
    private final List<Checked> checked;
    private final List<String> unchecked;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<String> threads;
    private final Duration time;

    CheckReport(
            CheckSettings settings,
            List<Checked> checked,
            List<String> unchecked,
            List<Diagnostic> others,
            List<String> threads,
            Duration time) {
        this.settings = settings;
        this.checked = checked;
        this.unchecked = unchecked;
        this.threads = threads;
        this.time = time;
        diagnostics.addAll(others);
        checked.stream()
                .filter(each -> !each.isPassed())
                .forEach(each -> diagnostics.add(each.diagnostic(settings.seed())));
    }

    /** Failed checks and bad examples, which are errors; methods without an example, which are notes. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** Number of failed checks and bad examples. */
    public int errors() {
        return (int) diagnostics.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
    }

    /** Whether nothing was checked at all, so that nothing is known to be right. */
    public boolean isEmpty() {
        return checked.isEmpty();
    }

    /** Names of threads that the code under check started and that did not end when interrupted. */
    public List<String> threads() {
        return List.copyOf(threads);
    }

    /** One line: {@code Checked 3 methods at 4 examples, seed 1: 3 passed, 1 failed; 2 methods have no example (0.84 s)}. */
    public String summary() {
        if (isEmpty()) {
            return "No derivative was checked: "
                    + (unchecked.isEmpty()
                            ? "there is no differentiable method"
                                    + (settings.method().isEmpty() ? "" : " " + settings.method())
                            : counted(unchecked.size(), "differentiable method")
                                    + " and no usable example. Annotate methods" + " @ExampleInput")
                    + ".";
        }
        long methods =
                checked.stream().map(each -> each.task().method()).distinct().count();
        long passed = checked.stream().filter(Checked::isPassed).count();
        return String.format(
                Locale.ROOT,
                "Checked %s at %s, seed %d: %d passed, %d failed%s (%.2f s)",
                counted(methods, "method"),
                counted(checked.size(), "example"),
                settings.seed(),
                passed,
                checked.size() - passed,
                unchecked.isEmpty() ? "" : "; " + counted(unchecked.size(), "method") + " not checked",
                time.toMillis() / 1e3);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** For people: a paragraph for each check. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Checked each : checked) {
            text.append(each.task().method(true)).append(": ").append(each.isPassed() ? "passed" : "failed");
            text.append("\n  at ").append(each.task().exampleName());
            text.append(each.point().isEmpty() ? "" : ": " + each.point()).append('\n');
            if (!each.errors().isEmpty()) {
                text.append("  ").append(each.agreement()).append('\n');
            }
            if (!each.inactive().isEmpty()) {
                text.append("  without influence here: ")
                        .append(shortened(each.inactive()))
                        .append('\n');
            }
            each.failures().forEach(failure -> text.append(failure).append('\n'));
            text.append('\n');
        }
        unchecked.forEach(method -> text.append(method).append(": not checked\n"));
        return text.toString();
    }

    private static String shortened(List<String> names) {
        return names.size() <= MOST_INACTIVE
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_INACTIVE)) + ", … " + names.size() + " in all";
    }

    /** For programs; the page on building describes the fields. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", settings.seed());
        json.put("tolerance", settings.tolerance());
        json.put("checked", checked.stream().map(CheckReport::json).toList());
        json.put("unchecked", unchecked);
        return Json.of(json);
    }

    private static Map<String, Object> json(Checked checked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", checked.task().method(true));
        json.put("file", checked.task().owner().facts().sourcePath());
        json.put("line", checked.task().method().line());
        json.put("example", checked.task().exampleName());
        json.put("outcome", checked.outcome());
        json.put("point", checked.point());
        json.put("errors", checked.errors());
        json.put("inactive", checked.inactive());
        json.put("failures", checked.failures());
        return json;
    }
}
