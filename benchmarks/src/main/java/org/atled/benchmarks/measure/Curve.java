package org.atled.benchmarks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a method becomes fast: time per call against the time since its first call began. Calls are put together so that
 * points are spread evenly on a logarithmic axis.
 *
 * @param method what was called
 * @param elapsed seconds from the first call's beginning to the last end of the calls put together, ascending
 * @param nanoseconds per call, their median
 */
public record Curve(Method method, double[] elapsed, double[] nanoseconds) {
    /** Each point is this much later than the one before. */
    private static final double SPACING = 1.15;

    /** Within this factor of the end, a method has come to its peak. */
    private static final double PEAK = 1.25;

    /** The curve of calls that ended at these nanoseconds, of which only as many as there were calls count. */
    static Curve of(Method method, long[] ends, int calls) {
        List<double[]> points = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < calls; i++) {
            if (ends[i] >= SPACING * begin(ends, first) || i == calls - 1) {
                points.add(new double[] {ends[i] * 1e-9, median(ends, first, i + 1)});
                first = i + 1;
            }
        }
        return new Curve(method, column(points, 0), column(points, 1));
    }

    /** What {@link #line()} wrote. */
    static Curve parse(String line) {
        String[] parts = line.split(" ");
        double[] numbers =
                Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray();
        int half = numbers.length / 2;
        return new Curve(
                Method.valueOf(parts[0]),
                Arrays.copyOfRange(numbers, 0, half),
                Arrays.copyOfRange(numbers, half, numbers.length));
    }

    /** The method and the numbers, on a line. */
    String line() {
        return method + " " + joined(elapsed) + " " + joined(nanoseconds);
    }

    /** Seconds until calls are about as fast as they get: the first point near the median of the last third. */
    public double timeToPeak() {
        double[] end = Arrays.copyOfRange(nanoseconds, nanoseconds.length * 2 / 3, nanoseconds.length);
        Arrays.sort(end);
        double peak = PEAK * end[end.length / 2];
        int i = 0;
        while (nanoseconds[i] > peak) {
            i++;
        }
        return elapsed[i];
    }

    private static long begin(long[] ends, int call) {
        return call == 0 ? 0 : ends[call - 1];
    }

    private static double median(long[] ends, int first, int end) {
        return IntStream.range(first, end)
                .mapToLong(call -> ends[call] - begin(ends, call))
                .sorted()
                .skip((end - first) / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double[] column(List<double[]> points, int column) {
        return points.stream().mapToDouble(point -> point[column]).toArray();
    }

    private static String joined(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}
