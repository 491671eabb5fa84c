package org.atled.testing;

import java.util.function.IntFunction;
import org.atled.testing.Subject.Call;
import org.atled.testing.Subject.Outcome;

/** The same call again, after one at another point, gives the same bits. */
final class RepeatCheck implements Check {
    @Override
    public void run(Probe probe, Verdict verdict) {
        Call value = (x, unused) -> Outcome.of(probe.subject.value().apply(x));
        repeat(probe, "value", probe.numbers().output(), value, probe.tangent, verdict);
        probe.subject
                .pushforward()
                .ifPresent(call -> repeat(probe, "jvp", probe.numbers().output(), call, probe.tangent, verdict));
        repeat(
                probe,
                probe.subject.reverseName(),
                probe.numbers().input(),
                probe.subject.pullback(),
                probe.cotangent,
                verdict);
    }

    private static void repeat(
            Probe probe, String name, IntFunction<String> component, Call call, double[] seed, Verdict verdict) {
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
