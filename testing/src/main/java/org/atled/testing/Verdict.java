package org.atled.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the checks of one run found: failures with their remedies, and how well the rest agreed. */
final class Verdict {
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Double> relativeErrors = new LinkedHashMap<>();
    private Throwable cause;

    /**
     * Records a failure.
     *
     * @param check name of the check
     * @param finding what is wrong, one sentence
     * @param table the numbers, may be empty
     * @param fix what to do about it
     */
    void fail(String check, String finding, Table table, String fix) {
        String numbers = table.isEmpty() ? "" : "\n" + table.toString().stripTrailing();
        failures.add("  [" + check + "] " + finding + numbers + "\n    What to do: " + fix);
    }

    void fail(String check, String finding, String fix) {
        fail(check, finding, new Table(""), fix);
    }

    /** Keeps an exception of the checked function as the cause of the error to come. */
    void because(Throwable thrown) {
        cause = thrown;
    }

    void agreed(String check, double relativeError) {
        relativeErrors.put(check, relativeError);
    }

    /** What is wrong, each with the numbers and the remedy. */
    List<String> failures() {
        return failures;
    }

    /** What the checked function threw, or null. */
    Throwable cause() {
        return cause;
    }

    Map<String, Double> relativeErrors() {
        return relativeErrors;
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    Agreement agreementAt(double[] x, long seed) {
        if (failed()) {
            String checks = failures.size() == 1 ? "1 check" : failures.size() + " checks";
            String head = "GradientCheck: " + checks + " failed at x = " + point(x) + ", seed " + seed + "\n";
            throw new AssertionError(head + String.join("\n", failures), cause);
        }
        return new Agreement(relativeErrors);
    }

    private static String point(double[] x) {
        int shown = Math.min(x.length, 8);
        String text = Arrays.toString(Arrays.copyOf(x, shown));
        return shown == x.length ? text : text.replace("]", ", … " + x.length + " in all]");
    }
}
