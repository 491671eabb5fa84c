package org.atled.testing;

import org.atled.testing.Subject.Call;

/** A derivative call leaves the point as the plain function leaves it, and the seed too unless that works in place. */
final class ArgumentCheck implements Check {
    @Override
    public void run(Probe probe, Verdict verdict) {
        probe.subject.pushforward().ifPresent(call -> watch(probe, "jvp", call, probe.tangent, verdict));
        watch(probe, probe.subject.reverseName(), probe.subject.pullback(), probe.cotangent, verdict);
    }

    private static void watch(Probe probe, String name, Call call, double[] seed, Verdict verdict) {
        double[] x = probe.x.clone();
        double[] passed = seed.clone();
        call.at(x, passed);
        if (!Bits.same(x, probe.xAfter)) {
            verdict.fail(
                    "arguments",
                    name + " changed its arguments, or changed them otherwise than the plain function does.",
                    Bits.difference(probe.numbers().input(), "after plain call", probe.xAfter, "after " + name, x),
                    "copy the array before writing to it.");
        }
        boolean inPlace = !Bits.same(probe.x, probe.xAfter);
        if (!inPlace && !Bits.same(passed, seed)) {
            verdict.fail(
                    "arguments",
                    name + " changed the seed it was given.",
                    Bits.difference(i -> "seed[" + i + "]", "before", seed, "after " + name, passed),
                    "copy the array before writing to it.");
        }
    }
}
