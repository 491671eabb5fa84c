package org.atled.benchmarks.report;

import java.awt.BasicStroke;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.atled.benchmarks.measure.Curve;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Time per call since the first call, a small chart for each problem. */
final class WarmUpPicture {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 320;
    private static final int COLUMNS = 4;
    private static final double TO_MILLISECONDS = 1e3;
    private static final double TO_MICROSECONDS = 1e-3;

    private WarmUpPicture() {}

    static void write(Path directory, List<Curves> curves) throws IOException {
        if (!curves.isEmpty()) {
            new Sheet(curves.stream().map(WarmUpPicture::chart).toList(), COLUMNS, WIDTH, HEIGHT)
                    .write(directory, "warm-up");
        }
    }

    private static XYChart chart(Curves curves) {
        XYChart chart = new XYChartBuilder()
                .title(curves.entry().name() + ", Java " + curves.jvm())
                .xAxisTitle("ms since the first call")
                .yAxisTitle("µs per call")
                .build();
        XYStyler styler = chart.getStyler();
        Look.apply(styler, 11);
        styler.setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setChartPadding(8);
        curves.curves().forEach(curve -> add(chart, curve));
        return chart;
    }

    private static void add(XYChart chart, Curve curve) {
        XYSeries series = chart.addSeries(
                curve.method().label(),
                scaled(curve.elapsed(), TO_MILLISECONDS),
                scaled(curve.nanoseconds(), TO_MICROSECONDS));
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Look.color(curve.method()));
        series.setLineStyle(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static double[] scaled(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> number * factor).toArray();
    }
}
