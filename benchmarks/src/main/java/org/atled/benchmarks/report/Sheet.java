package org.atled.benchmarks.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of one size on one picture, row by row; needs no display. */
final class Sheet {
    private final List<? extends Chart<?, ?>> charts;
    private final int columns;
    private final int width;
    private final int height;

    /** With this many charts in a row, each of this size. */
    Sheet(List<? extends Chart<?, ?>> charts, int columns, int width, int height) {
        this.charts = charts;
        this.columns = Math.min(columns, charts.size());
        this.width = width;
        this.height = height;
    }

    /** Writes NAME.png, at twice the size for sharp screens, and NAME.svg. */
    void write(Path directory, String name) throws IOException {
        BufferedImage image = new BufferedImage(2 * totalWidth(), 2 * totalHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(2, 2);
        paint(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", directory.resolve(name + ".png").toFile());
        SVGGraphics2D svg = new SVGGraphics2D(totalWidth(), totalHeight());
        paint(svg);
        Files.write(directory.resolve(name + ".svg"), svg.getSVGDocument().getBytes(StandardCharsets.UTF_8));
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, totalWidth(), totalHeight());
        AffineTransform origin = graphics.getTransform();
        for (int i = 0; i < charts.size(); i++) {
            graphics.setTransform(origin);
            graphics.translate(i % columns * width, i / columns * height);
            charts.get(i).paint(graphics, width, height);
        }
    }

    private int totalWidth() {
        return columns * width;
    }

    private int totalHeight() {
        return (charts.size() + columns - 1) / columns * height;
    }
}
