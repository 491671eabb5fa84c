package org.atled.testing;

import org.atled.testing.Subject.Outcome;

/** A derivative call that also returns the function value returns the very bits of the plain function. */
final class ValueCheck implements Check {
    @Override
    public void run(Probe probe, Verdict verdict) {
        probe.subject.pushforward().ifPresent(call -> compare(probe, "jvp", probe.pushforward(), verdict));
        compare(probe, probe.subject.reverseName(), probe.pullback(), verdict);
    }

    private static void compare(Probe probe, String name, Outcome outcome, Verdict verdict) {
        outcome.value().filter(value -> !Bits.same(value, probe.value)).ifPresent(value -> {
            verdict.fail(
                    "same value",
                    "The value returned by " + name + " differs from the plain function's.",
                    Bits.difference(probe.numbers().output(), "plain function", probe.value, name, value),
                    "the derivative must run the same program: rebuild if the function was changed since, and look for"
                            + " state that the plain call or the derivative call leaves behind.");
        });
    }
}
