package org.atled.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.atled.benchmarks.measure.Method;

/** How long it takes until methods are at their peak. */
final class PeakTable {
    private static final double NANOSECONDS = 1e9;

    private PeakTable() {}

    static String markdown(List<Curves> all) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("time to peak", "Java", "Atled", "hand-written", "Atled ÷ hand"));
        for (Curves curves : all) {
            Map<Method, Double> peaks = new TreeMap<>();
            curves.curves().forEach(curve -> peaks.put(curve.method(), curve.timeToPeak()));
            OptionalDouble atled = time(peaks, Method.ATLED);
            OptionalDouble hand = time(peaks, Method.HAND);
            OptionalDouble ratio = atled.isPresent() && hand.isPresent()
                    ? OptionalDouble.of(atled.getAsDouble() / hand.getAsDouble())
                    : OptionalDouble.empty();
            cells.add(List.of(
                    curves.entry().name(),
                    curves.jvm(),
                    Figures.time(atled),
                    Figures.time(hand),
                    Figures.ratio(ratio)));
        }
        return MarkdownTable.of(cells, 2);
    }

    private static OptionalDouble time(Map<Method, Double> peaks, Method method) {
        Double seconds = peaks.get(method);
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds * NANOSECONDS);
    }
}
