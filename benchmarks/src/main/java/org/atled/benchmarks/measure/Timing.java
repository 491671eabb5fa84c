package org.atled.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The time of a call, by running it often enough for the clock. */
final class Timing {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ALLOCATION_CALLS = 5;

    /** Whoever could read this keeps the calls alive. */
    private static volatile double sink;

    private final Method method;
    private final DoubleSupplier call;
    private final Effort effort;
    private final List<Double> samples = new ArrayList<>();
    private double estimate;

    Timing(Method method, DoubleSupplier call, Effort effort) {
        this.method = method;
        this.call = call;
        this.effort = effort;
    }

    /** Runs until the code is compiled, and so that it is known how long a call takes. */
    void warmUp() {
        double used = 0;
        while (used < effort.warmUp()) {
            // More calls at a time when they are short: as in the rounds, and a clock for each would cost.
            long calls = estimate == 0 ? 1 : calls(0.01);
            estimate = seconds(calls) / calls;
            used += estimate * calls;
        }
    }

    /** One more round, unless the time for this method is used up. */
    void round() {
        if (samples.isEmpty() || (samples.size() + 1) * Math.max(estimate, effort.sample()) <= effort.limit()) {
            long calls = calls(effort.sample());
            samples.add(seconds(calls) / calls * 1e9);
        }
    }

    Samples samples() {
        double[] times = samples.stream().mapToDouble(Double::doubleValue).toArray();
        return new Samples(method, times, allocation(call));
    }

    /** Bytes that a call allocates in this thread, the least of some calls. */
    static long allocation(DoubleSupplier call) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ALLOCATION_CALLS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            sink = call.getAsDouble();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private long calls(double seconds) {
        return Math.max(1, Math.round(seconds / estimate));
    }

    private double seconds(long calls) {
        double sum = 0;
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            sum += call.getAsDouble();
        }
        long end = System.nanoTime();
        sink = sum;
        return Math.max(1, end - start) * 1e-9;
    }
}
