package org.atled.testing;

import java.util.function.IntFunction;
import org.atled.testing.Subject.Outcome;

/** Values and derivatives are finite and of the right length; all other checks rest on this. */
final class ShapeCheck implements Check {
    @Override
    public void run(Probe probe, Verdict verdict) {
        finite("value", probe.numbers().output(), probe.value, verdict);
        if (verdict.failed()) {
            return;
        }
        int n = probe.x.length;
        int m = probe.value.length;
        probe.subject
                .pushforward()
                .ifPresent(call -> derivative("jvp", probe.numbers().output(), m, probe.pushforward(), verdict));
        derivative(probe.subject.reverseName(), probe.numbers().input(), n, probe.pullback(), verdict);
    }

    private static void derivative(
            String name, IntFunction<String> component, int length, Outcome outcome, Verdict verdict) {
        double[] derivative = outcome.derivative();
        if (derivative == null || derivative.length != length) {
            verdict.fail(
                    "shape",
                    name + (derivative == null ? " is null" : " has length " + derivative.length) + ", expected length "
                            + length + ".",
                    "return one element per component of " + (name.equals("jvp") ? "y." : "x."));
            return;
        }
        finite(name, component, derivative, verdict);
    }

    private static void finite(String name, IntFunction<String> component, double[] values, Verdict verdict) {
        Table table = new Table("component", name);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                table.add(component.apply(i), Double.toString(values[i]));
            }
        }
        if (!table.isEmpty()) {
            verdict.fail(
                    "finite",
                    "The " + name + " is not finite.",
                    table,
                    name.equals("value")
                            ? "check at a point inside the domain of the function."
                            : "look for a singular point (√0, log 0, 0/0) on the way, or for components that are not"
                                    + " written; if the plain function is smooth here, rewrite that expression or check at"
                                    + " another point.");
        }
    }
}
