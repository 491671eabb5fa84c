package org.atled.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.atled.benchmarks.measure.Method;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a gradient costs in times of the function, for each problem and method; one chart below the other for each JVM. */
final class RatioPicture {
    private static final int WIDTH = 1500;
    private static final int HEIGHT = 720;
    private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND, SeriesMarkers.SQUARE};

    private RatioPicture() {}

    static void write(Path directory, Map<String, List<Row>> rows) throws IOException {
        List<CategoryChart> charts = rows.entrySet().stream()
                .filter(jvm -> !jvm.getValue().isEmpty())
                .map(jvm -> chart(jvm.getKey(), jvm.getValue()))
                .toList();
        if (!charts.isEmpty()) {
            new Sheet(charts, 1, WIDTH, HEIGHT).write(directory, "compare");
        }
    }

    private static CategoryChart chart(String jvm, List<Row> rows) {
        CategoryChart chart = new CategoryChartBuilder()
                .title("Value and gradient: time over that of the function, Java " + jvm)
                .yAxisTitle("times the Java function")
                .build();
        style(chart.getStyler());
        List<String> names = rows.stream().map(row -> row.entry().name()).toList();
        Arrays.stream(Method.values())
                .filter(method -> method != Method.PRIMAL)
                .forEach(method -> add(chart, names, rows, method));
        return chart;
    }

    private static void style(CategoryStyler styler) {
        Look.apply(styler, 14);
        styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
                .setOverlapped(true)
                .setYAxisLogarithmic(true)
                // Else only every second problem has its name.
                .setXAxisTickMarkSpacingHint(20)
                .setXAxisLabelRotation(45)
                .setLegendPosition(LegendPosition.OutsideE)
                .setMarkerSize(11)
                .setChartPadding(16);
    }

    private static void add(CategoryChart chart, List<String> names, List<Row> rows, Method method) {
        if (rows.stream().noneMatch(row -> row.ratio(method, Method.PRIMAL).isPresent())) {
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (Row row : rows) {
            OptionalDouble ratio = row.ratio(method, Method.PRIMAL);
            ratios.add(ratio.isPresent() ? ratio.getAsDouble() : null);
        }
        CategorySeries series = chart.addSeries(method.label(), names, ratios);
        series.setMarkerColor(Look.color(method));
        series.setMarker(MARKERS[method.ordinal() % MARKERS.length]);
    }
}
