package org.atled.benchmarks.measure;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The times of a method.
 *
 * @param method what was timed
 * @param nanoseconds per call, one for each round
 * @param bytes allocated per call; −1 if not known
 */
public record Samples(Method method, double[] nanoseconds, long bytes) {
    /** What {@link #line()} wrote. */
    static Samples parse(String line) {
        String[] parts = line.split(" ");
        double[] times =
                Arrays.stream(parts).skip(2).mapToDouble(Double::parseDouble).toArray();
        return new Samples(Method.valueOf(parts[0]), times, Long.parseLong(parts[1]));
    }

    /** The method, the bytes and the times, on a line. */
    String line() {
        String times = Arrays.stream(nanoseconds).mapToObj(Double::toString).collect(Collectors.joining(" "));
        return method + " " + bytes + " " + times;
    }

    /** The least of the rounds: what else runs on the machine only ever adds. */
    public double least() {
        return Arrays.stream(nanoseconds).min().orElseThrow();
    }

    /** The median of the rounds. */
    public double median() {
        double[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
