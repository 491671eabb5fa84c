package org.atled.testing;

import java.util.List;

/** Derivatives equal central differences to within the error the differences themselves estimate. */
final class DifferenceCheck implements Check {
    private static final String OFF_FIX =
            "trust the difference: its error is estimated. If the derivative is written by"
                    + " hand or by a rule, look at the terms of the marked components; if it is generated, please report it with"
                    + " this message.";
    private static final String UNSETTLED_FIX =
            "the function jumps, has a kink or is noisy (an iteration that stops at a"
                    + " tolerance) near this point: check at another point, or tighten the tolerance of the iteration.";

    private final int mostComponents;

    /** Checks one direction, and every component if there are at most so many. */
    DifferenceCheck(int mostComponents) {
        this.mostComponents = mostComponents;
    }

    @Override
    public void run(Probe probe, Verdict verdict) {
        Differences differences = new Differences(probe);
        if (probe.subject.pushforward().isPresent()) {
            String name = "jvp against differences";
            report(name, "jvp in the random direction", differences.ofPushforward(), probe, differences, verdict);
        }
        String reverse = probe.subject.reverseName();
        report(reverse + " against differences", reverse, ofPullback(probe, differences), probe, differences, verdict);
    }

    private List<Comparison> ofPullback(Probe probe, Differences differences) {
        List<Comparison> direction = differences.ofPullbackInDirection();
        if (areRight(direction) && probe.x.length > mostComponents) {
            return direction;
        }
        // The direction says that something is off; the components say which, unless each hides it in its own error.
        List<Comparison> components = differences.ofPullback();
        return areRight(components) && !areRight(direction) ? direction : components;
    }

    private static String kinkFix(Verdict verdict) {
        String agree = verdict.relativeErrors().containsKey(AdjointCheck.NAME)
                ? "forward and reverse mode agree, so the derivative is that of the branch that is taken. "
                : "";
        return agree + "A kink or jump has no derivative to compare with: check at another point, or nearby.";
    }

    private static boolean areRight(List<Comparison> rows) {
        return rows.stream().allMatch(row -> row.agrees() && !row.unsettled());
    }

    private static void report(
            String check, String what, List<Comparison> rows, Probe probe, Differences differences, Verdict verdict) {
        Table table = Comparison.table();
        long off =
                rows.stream().filter(row -> !row.unsettled() && !row.agrees()).count();
        long unsettled = rows.stream().filter(Comparison::unsettled).count();
        if (off + unsettled == 0) {
            double worst =
                    rows.stream().mapToDouble(Comparison::relativeError).max().orElse(0);
            verdict.agreed(check, worst);
            return;
        }
        List<Comparison> shown = rows.size() <= 20
                ? rows
                : rows.stream().filter(row -> row.unsettled() || !row.agrees()).toList();
        shown.forEach(row -> row.addTo(table));
        verdict.because(differences.thrown());
        String count =
                (off > 0 ? off : unsettled) + " of " + rows.size() + (rows.size() == 1 ? " value" : " components");
        String kink = new Kink(probe)
                .describe(differences.ofPullbackInDirection().get(0).got());
        String finding = off > 0
                ? count + " of the " + what + " differ from central differences."
                : count + " of the " + what + " cannot be checked.";
        if (!kink.isEmpty()) {
            verdict.fail(check, finding + " " + kink, table, kinkFix(verdict));
        } else {
            verdict.fail(check, finding, table, off > 0 ? OFF_FIX : UNSETTLED_FIX);
        }
    }
}
