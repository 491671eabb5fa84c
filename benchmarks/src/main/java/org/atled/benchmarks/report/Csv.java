package org.atled.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.atled.benchmarks.measure.Curve;
import org.atled.benchmarks.measure.Samples;

/** The figures of all JVMs for programs: one line for each problem and method, and one for each point of a curve. */
final class Csv {
    private Csv() {}

    static void times(Path file, Map<String, List<Row>> rows) throws IOException {
        try (CSVPrinter printer = printer(
                file, "jvm", "problem", "size", "method", "least_ns", "median_ns", "rounds", "bytes_per_call")) {
            for (Map.Entry<String, List<Row>> jvm : rows.entrySet()) {
                for (Row row : jvm.getValue()) {
                    for (Samples samples : row.samples()) {
                        printer.printRecord(
                                jvm.getKey(),
                                row.entry().name(),
                                row.entry().size(),
                                samples.method().label(),
                                samples.least(),
                                samples.median(),
                                samples.nanoseconds().length,
                                samples.bytes() < 0 ? "" : samples.bytes());
                    }
                }
            }
        }
    }

    static void curves(Path file, List<Curves> all) throws IOException {
        try (CSVPrinter printer = printer(file, "jvm", "problem", "method", "elapsed_s", "ns_per_call")) {
            for (Curves curves : all) {
                for (Curve curve : curves.curves()) {
                    for (int i = 0; i < curve.elapsed().length; i++) {
                        printer.printRecord(
                                curves.jvm(),
                                curves.entry().name(),
                                curve.method().label(),
                                curve.elapsed()[i],
                                curve.nanoseconds()[i]);
                    }
                }
            }
        }
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header).get();
        return new CSVPrinter(Files.newBufferedWriter(file), format);
    }
}
