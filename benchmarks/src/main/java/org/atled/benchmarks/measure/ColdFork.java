package org.atled.benchmarks.measure;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.atled.benchmarks.suite.Problems;

/** The program that watches one method from its first call on, in a JVM that has run nothing else. Prints a {@link Curve}. */
public final class ColdFork {
    private static final int MOST_CALLS = 20_000_000;

    private ColdFork() {}

    /** Arguments: the problem, the method, seconds. */
    public static void main(String[] arguments) {
        Method method = Method.valueOf(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        Contestants contestants = new Contestants(
                Problems.named(arguments[0]).orElseThrow().problem().get());
        Curve curve = watch(method, contestants.call(method), seconds);
        System.out.println(curve.line());
    }

    private static Curve watch(Method method, DoubleSupplier call, double seconds) {
        // Touched beforehand, so that the operating system does not hand out the memory between the calls.
        long[] ends = new long[MOST_CALLS];
        Arrays.fill(ends, -1);
        int calls = 0;
        double sum = 0;
        long start = System.nanoTime();
        long limit = (long) (seconds * 1e9);
        long elapsed = 0;
        while (elapsed < limit && calls < MOST_CALLS) {
            sum += call.getAsDouble();
            elapsed = System.nanoTime() - start;
            ends[calls++] = elapsed;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException(method.label() + " says NaN");
        }
        return Curve.of(method, ends, calls);
    }
}
