package org.atled.compiler.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Diagnostic.Severity;

/** What became of one method at one example. */
record Checked(ExampleTask task, Map<String, Object> answer) {
    boolean isPassed() {
        return outcome().equals("passed");
    }

    String outcome() {
        return (String) answer.get("outcome");
    }

    /** The point, {@code p[0] = 1.8, p[1] = 0.6}; empty if it was not reached. */
    String point() {
        return (String) answer.getOrDefault("point", "");
    }

    /** How well the derivatives agree, one number for each check. */
    Map<?, ?> errors() {
        return (Map<?, ?>) answer.getOrDefault("errors", Map.of());
    }

    /** One line. */
    String agreement() {
        return errors().entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.1e", each.getKey(), (Double) each.getValue()))
                .collect(Collectors.joining(", "));
    }

    List<String> failures() {
        return texts("failures");
    }

    /** Numbers that have no influence at this example. */
    List<String> inactive() {
        return texts("inactive");
    }

    private List<String> texts(String key) {
        return ((List<?>) answer.getOrDefault(key, List.of()))
                .stream().map(String.class::cast).toList();
    }

    /** What a failed check is reported as. */
    Diagnostic diagnostic(long seed) {
        String failures = String.join("\n", failures());
        return switch (outcome()) {
            case "failed" ->
                error(
                        "AtledCheck",
                        task.owner().facts().sourcePath(),
                        task.method().line(),
                        "the derivatives of " + task.method(false) + " are not right at the example "
                                + task.exampleName()
                                + (point().isEmpty() ? "" : ", " + point()) + ", seed " + seed + ".\n" + failures
                                + cause()
                                + trace());
            case "notBuilt" ->
                error(
                        "AtledNotBuilt",
                        task.owner().facts().sourcePath(),
                        task.method().line(),
                        "the derivatives of " + task.method(false)
                                + " are not built, so that there is nothing to check. Run"
                                + " atled:differentiate first, for tests atled:test-differentiate.");
            default ->
                error(
                        "AtledExample",
                        task.giver().facts().sourcePath(),
                        task.example().method().line(),
                        "@ExampleInput of " + task.method(false) + ": " + failures + trace());
        };
    }

    private String cause() {
        return answer.containsKey("cause") ? "\n    Thrown near this point: " + answer.get("cause") : "";
    }

    private String trace() {
        return answer.containsKey("trace")
                ? "\n    " + ((String) answer.get("trace")).strip().replace("\n", "\n    ")
                : "";
    }

    private static Diagnostic error(String tag, String file, int line, String message) {
        return new Diagnostic(Severity.ERROR, tag, file, line, message, List.of());
    }
}
