package org.atled.testing;

import org.atled.testing.Subject.Call;

/** The same call again, after one at another point, gives the same bits. */
final class RepeatCheck implements Check {
    @Override
    public void run(Probe probe, Verdict verdict) {
        repeat(probe, "value", "y", (x, seed) -> Subject.Outcome.of(probe.subject.value().apply(x)), probe.tangent, verdict);
        probe.subject.pushforward().ifPresent(call -> repeat(probe, "jvp", "y", call, probe.tangent, verdict));
        probe.subject
                .pullback()
                .ifPresent(call -> repeat(probe, probe.subject.reverseName(), "x", call, probe.cotangent, verdict));
    }

    private static void repeat(Probe probe, String name, String component, Call call, double[] seed, Verdict verdict) {
        double[] first = call.at(probe.x.clone(), seed.clone()).derivative().clone();
        call.at(probe.elsewhere.clone(), seed.clone());
        double[] second = call.at(probe.x.clone(), seed.clone()).derivative();
        if (!Bits.same(first, second)) {
            verdict.fail(
                    "repeat",
                    "A second " + name + " call at the same point gave other bits than the first.",
                    Bits.difference(component, "first call", first, "second call", second),
                    "the function keeps state between calls (a static or instance field, a buffer that is not cleared, a"
                            + " random generator); give it fresh state in every call.");
        }
    }
}
