package org.atled.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * Times of a few calls, to be compared with each other: processor time of the thread, the least of several rounds in which each
 * call has its turn, so that a busy machine disturbs little.
 */
public final class LeastTimes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 14;
    private static final double ROUND_SECONDS = 0.1;

    /** Whoever could read this keeps the calls alive. */
    private static volatile double sink;

    private LeastTimes() {}

    /** Seconds that each call takes. */
    public static double[] of(DoubleSupplier... calls) {
        double[] least = new double[calls.length];
        long[] repeats = new long[calls.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < calls.length; i++) {
                long repeat = Math.max(1, repeats[i]);
                double seconds = seconds(calls[i], repeat);
                least[i] = round == 0 ? seconds : Math.min(least[i], seconds);
                repeats[i] = Math.max(1, Math.round(ROUND_SECONDS / Math.max(seconds, 1e-9)));
            }
        }
        return least;
    }

    private static double seconds(DoubleSupplier call, long repeat) {
        double sum = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (long k = 0; k < repeat; k++) {
            sum += call.getAsDouble();
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) * 1e-9 / repeat;
        sink = sum;
        return seconds;
    }
}
