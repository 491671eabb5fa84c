package org.atled.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.util.EnumMap;
import java.util.Map;
import org.atled.benchmarks.measure.Method;
import org.knowm.xchart.style.AxesChartStyler;

/** Colours and fonts of the pictures. */
final class Look {
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE4E4E4);

    // The colours of Okabe and Ito (2008), told apart by colour-blind readers too.
    private static final Map<Method, Color> COLORS = new EnumMap<>(Map.of(
            Method.PRIMAL, new Color(0x999999),
            Method.ATLED, new Color(0xD55E00),
            Method.HAND, new Color(0x0072B2),
            Method.HIPPARCHUS, new Color(0x009E73),
            Method.DIFFERENCES, new Color(0xCC79A7),
            Method.CPP_PRIMAL, new Color(0x666666),
            Method.CPP_HAND, new Color(0x56B4E9),
            Method.ADOLC, new Color(0xE69F00)));

    private Look() {}

    static Color color(Method method) {
        return COLORS.get(method);
    }

    static void apply(AxesChartStyler styler, int fontSize) {
        styler.setPlotGridLinesColor(GRID)
                .setAxisTicksLineVisible(false)
                .setAxisTickLabelsColor(INK)
                .setAxisTickLabelsFont(font(Font.PLAIN, fontSize))
                .setAxisTitleFont(font(Font.PLAIN, fontSize))
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartTitleFont(font(Font.BOLD, fontSize + 3))
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendFont(font(Font.PLAIN, fontSize))
                .setLegendBorderColor(GRID);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
