package org.atled.testing;

/** Forward and reverse mode are each other's transpose: ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩ for a random ẋ and ȳ. */
final class AdjointCheck implements Check {
    static final String NAME = "forward against reverse";

    private final double tolerance;

    AdjointCheck(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public void run(Probe probe, Verdict verdict) {
        if (probe.subject.pushforward().isEmpty()) {
            return;
        }
        double[] jvp = probe.pushforward().derivative();
        double[] vjp = probe.pullback().derivative();
        double forward = dot(probe.cotangent, jvp);
        double reverse = dot(vjp, probe.tangent);
        // Both sums round by their largest terms, not by their value, which cancellation may make small.
        double size = Math.max(magnitude(probe.cotangent, jvp), magnitude(vjp, probe.tangent));
        double relative = size == 0 ? 0 : Math.abs(forward - reverse) / size;
        double allowed = probe.allowed(tolerance);
        if (!(relative <= allowed)) {
            Table table = new Table("product", "value");
            table.add("⟨ȳ, Jẋ⟩ forward", Double.toString(forward));
            table.add("⟨Jᵀȳ, ẋ⟩ reverse", Double.toString(reverse));
            String reverseName = probe.subject.reverseName();
            verdict.fail(
                    NAME,
                    "jvp and " + reverseName + " disagree by " + Table.shortNumber(relative)
                            + " relative to the size of their terms; " + allowed + " is allowed.",
                    table,
                    "one of the two is wrong: the differences below show which. If they accept both, the function loses"
                            + " digits here; allow more with .adjointTolerance(…).");
        } else {
            verdict.agreed(NAME, relative);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double magnitude(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }
}
