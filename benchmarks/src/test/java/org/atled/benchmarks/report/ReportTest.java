package org.atled.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.atled.benchmarks.measure.Curve;
import org.atled.benchmarks.measure.Method;
import org.atled.benchmarks.measure.Samples;
import org.atled.benchmarks.suite.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    private Path directory;

    private static Report report() {
        Report report = new Report();
        report.add(
                "25",
                List.of(
                        new Row(
                                Problems.ALL.get(0),
                                List.of(
                                        samples(Method.PRIMAL, 1_000, 0),
                                        samples(Method.ATLED, 2_000, 0),
                                        samples(Method.HAND, 1_000, 0))),
                        new Row(
                                Problems.ALL.get(1),
                                List.of(samples(Method.PRIMAL, 2e6, 0), samples(Method.ATLED, 16e6, 1_024)))));
        report.add(new Curves(
                "25",
                Problems.ALL.get(0),
                List.of(
                        new Curve(Method.ATLED, new double[] {.01, .1, 2}, new double[] {9e3, 2e3, 2e3}),
                        new Curve(Method.HAND, new double[] {.01, .05, 2}, new double[] {9e3, 1e3, 1e3}))));
        report.remark("No C++");
        return report;
    }

    private static Samples samples(Method method, double nanoseconds, long bytes) {
        return new Samples(method, new double[] {nanoseconds, nanoseconds + 1}, bytes);
    }

    @Test
    void printsRatiosAndTheirMeans() {
        assertThat(report().text()).isEqualTo("""
                Java 25

                | problem        | size      |  primal |   Atled | hand-written | Atled ÷ primal | hand ÷ primal | Atled ÷ hand | bytes per call |
                |----------------|-----------|--------:|--------:|-------------:|---------------:|--------------:|-------------:|---------------:|
                | log-sum-exp    | n=1,000   | 1.00 µs | 2.00 µs |      1.00 µs |           2.00 |          1.00 |         2.00 |              0 |
                | least-squares  | 1,000×500 | 2.00 ms | 16.0 ms |            - |           8.00 |             - |            - |          1,024 |
                | geometric mean |           |         |         |              |           4.00 |          1.00 |         2.00 |                |

                | time to peak | Java |  Atled | hand-written | Atled ÷ hand |
                |--------------|------|-------:|-------------:|-------------:|
                | log-sum-exp  | 25   | 100 ms |      50.0 ms |         2.00 |

                No C++.

                """);
    }

    @Test
    void writesTablesAndPictures() throws IOException {
        report().write(directory);
        assertThat(directory.resolve("compare.md")).hasContent(report().text());
        assertThat(Files.readAllLines(directory.resolve("compare.csv")))
                .hasSize(6)
                .contains("25,least-squares,\"1,000×500\",Atled,1.6E7,1.60000005E7,2,1024");
        assertThat(Files.readAllLines(directory.resolve("warm-up.csv")))
                .hasSize(7)
                .contains("25,log-sum-exp,hand-written,0.05,1000.0");
        assertThat(ImageIO.read(directory.resolve("compare.png").toFile()).getWidth())
                .isEqualTo(3_000);
        assertThat(directory.resolve("warm-up.png")).isNotEmptyFile();
        assertThat(Files.readString(directory.resolve("compare.svg"))).contains("<svg", "<path", "</svg>");
    }
}
