package org.atled.samples.lynxhare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The pictures show both species, points and curves. */
final class PictureTest {
    private static final double[] BEST = {.5400, .0272, .7966, .0237, 34.60, 5.844, .2184, .2201};

    @Test
    void png() throws IOException, InputException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture().png()));
        assertThat(image.getWidth()).isEqualTo(2400);
        assertThat(image.getHeight()).isEqualTo(1400);
        assertThat(pixels(image, 0xFFFFFF)).isGreaterThan(2_500_000);
        assertThat(columns(image, 0x0072B2)).isGreaterThan(1_800);
        assertThat(columns(image, 0xD55E00)).isGreaterThan(1_800);
    }

    @Test
    void svg() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture().svg()));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        // A circle for every year and one in the legend.
        assertThat(document.getElementsByTagName("ellipse").getLength()).isEqualTo(22);
        assertThat(new String(picture().svg(), StandardCharsets.UTF_8))
                .contains("stroke:rgb(0,114,178)", "stroke:rgb(213,94,0)");
    }

    private static Picture picture() throws InputException {
        return new Picture(PeltCounts.hudsonsBay(), BEST);
    }

    private static int pixels(BufferedImage image, int color) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            count += inColumn(image, x, color);
        }
        return count;
    }

    /** In how many columns of the image the colour occurs: a curve crosses most of them. */
    private static int columns(BufferedImage image, int color) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            count += inColumn(image, x, color) > 0 ? 1 : 0;
        }
        return count;
    }

    private static int inColumn(BufferedImage image, int x, int color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            count += (image.getRGB(x, y) & 0xFFFFFF) == color ? 1 : 0;
        }
        return count;
    }
}
