package org.atled.samples.lynxhare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Counts as points and the fitted solution as curves, as PNG or SVG; needs no display. */
final class Picture {
    // Two of the colours of Okabe and Ito (2008), told apart by colour-blind readers too.
    private static final Color HARE = new Color(0x0072B2);
    private static final Color LYNX = new Color(0xD55E00);
    private static final Color GRID = new Color(0xE4E4E4);
    private static final Color INK = new Color(0x333333);

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 700;

    private final XYChart chart;

    Picture(PeltCounts counts, double[] p) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title(counts))
                .xAxisTitle("year")
                .yAxisTitle("pelts (thousands)")
                .build();
        style();
        curves(counts, p);
        points("hares, counted", counts.firstYear(), counts.hare(), HARE, SeriesMarkers.CIRCLE);
        points("lynx, counted", counts.firstYear(), counts.lynx(), LYNX, SeriesMarkers.DIAMOND);
    }

    /** At twice the size, for sharp screens and print. */
    byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        // Otherwise the points of a curve are moved to whole pixels, and it wobbles.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(2, 2);
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ImageIO.write(image, "png", stream);
        return stream.toByteArray();
    }

    byte[] svg() {
        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        chart.paint(graphics, WIDTH, HEIGHT);
        return graphics.getSVGDocument().getBytes(StandardCharsets.UTF_8);
    }

    private void style() {
        XYStyler styler = chart.getStyler();
        styler.setPlotGridLinesColor(GRID)
                .setPlotGridVerticalLinesVisible(false)
                .setAxisTicksLineVisible(false)
                .setAxisTickLabelsColor(INK)
                .setAxisTickLabelsFont(font(Font.PLAIN, 14))
                .setAxisTitleFont(font(Font.PLAIN, 16))
                .setAxisTitlePadding(12)
                .setXAxisTickMarkSpacingHint(110)
                .setYAxisTickMarkSpacingHint(80)
                .setXAxisDecimalPattern("0")
                .setYAxisMin(0.0);
        styler.setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartTitleFont(font(Font.BOLD, 20))
                .setChartTitlePadding(14)
                .setChartPadding(16)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendFont(font(Font.PLAIN, 15))
                .setLegendPosition(LegendPosition.InsideNE)
                .setLegendBorderColor(GRID)
                .setMarkerSize(10);
    }

    private static String title(PeltCounts counts) {
        int lastYear = counts.firstYear() + counts.years() - 1;
        return "Hares and lynx " + counts.firstYear() + "–" + lastYear
                + ": the Lotka–Volterra model fitted to pelt counts";
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private void curves(PeltCounts counts, double[] p) {
        int points = (counts.years() - 1) * LotkaVolterra.STEPS + 1;
        double[] years = new double[points];
        double[] hare = new double[points];
        double[] lynx = new double[points];
        double[] state = {p[4], p[5]};
        for (int i = 0; i < points; i++) {
            if (i > 0) {
                LotkaVolterra.advance(state, p, 1.0 / LotkaVolterra.STEPS, 1);
            }
            years[i] = counts.firstYear() + (double) i / LotkaVolterra.STEPS;
            hare[i] = state[0];
            lynx[i] = state[1];
        }
        curve("hares, fitted", years, hare, HARE);
        curve("lynx, fitted", years, lynx, LYNX);
    }

    private void curve(String name, double[] years, double[] values, Color color) {
        XYSeries series = chart.addSeries(name, years, values);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private void points(String name, int firstYear, double[] values, Color color, Marker marker) {
        double[] years = new double[values.length];
        for (int i = 0; i < years.length; i++) {
            years[i] = firstYear + i;
        }
        XYSeries series = chart.addSeries(name, years, values);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(color);
    }
}
