package org.atled.testing;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.atled.testing.Subject.Call;

/** Two threads calling at once, at two points, each get the bits that a single thread gets. */
final class ThreadCheck implements Check {
    private static final long NANOS = 40_000_000;
    private static final int FEWEST_CALLS = 20;
    private static final String FIX =
            "the function shares state between threads (a static field, a buffer in an instance"
                    + " field); give every call its own, or leave this out with .singleThreaded() and say so in its documentation.";

    @Override
    public void run(Probe probe, Verdict verdict) {
        Caller pullback = new Caller(probe.subject.pullback(), probe.x, probe.cotangent);
        race(probe.subject.reverseName(), probe.numbers().input(), pullback, probe.elsewhere, verdict);
        probe.subject
                .pushforward()
                .ifPresent(call -> race(
                        "jvp",
                        probe.numbers().output(),
                        new Caller(call, probe.x, probe.tangent),
                        probe.elsewhere,
                        verdict));
    }

    private static void race(
            String name, IntFunction<String> component, Caller here, double[] elsewhere, Verdict verdict) {
        Caller there = new Caller(here.call, elsewhere, here.seed);
        for (Caller caller : start(here, there)) {
            if (caller.thrown != null) {
                verdict.because(caller.thrown);
                String finding = name + " throws " + caller.thrown + " when called by two threads at once.";
                verdict.fail("threads", finding, FIX);
                return;
            }
            if (!Bits.same(caller.alone, caller.together)) {
                Table table = Bits.difference(component, "one thread", caller.alone, "two threads", caller.together);
                verdict.fail(
                        "threads", "Two threads calling " + name + " at once get other bits than one.", table, FIX);
                return;
            }
        }
    }

    private static List<Caller> start(Caller here, Caller there) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        FutureTask<Caller> first = started(() -> here.calls(barrier));
        FutureTask<Caller> second = started(() -> there.calls(barrier));
        try {
            return List.of(first.get(), second.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("GradientCheck was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError("GradientCheck: the checked function failed", failure.getCause());
        }
    }

    private static FutureTask<Caller> started(Callable<Caller> calls) {
        FutureTask<Caller> task = new FutureTask<>(calls);
        Thread thread = new Thread(task, "GradientCheck");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** One thread's calls: always the same one, until it gives other bits than it gave alone. */
    private static final class Caller {
        final double[] alone;
        double[] together;
        RuntimeException thrown;
        private final Call call;
        private final double[] x;
        private final double[] seed;

        Caller(Call call, double[] x, double[] seed) {
            this.call = call;
            this.x = x;
            this.seed = seed;
            this.alone = result();
            this.together = alone;
        }

        Caller calls(CyclicBarrier barrier) throws InterruptedException, BrokenBarrierException {
            barrier.await();
            long end = System.nanoTime() + NANOS;
            try {
                for (int i = 0; i < FEWEST_CALLS || System.nanoTime() - end < 0; i++) {
                    together = result();
                    if (!Bits.same(alone, together)) {
                        break;
                    }
                }
            } catch (RuntimeException raced) {
                // A race can show as any exception: an index out of bounds, a null, an illegal state.
                thrown = raced;
            }
            return this;
        }

        private double[] result() {
            return call.at(x.clone(), seed.clone()).derivative().clone();
        }
    }
}
