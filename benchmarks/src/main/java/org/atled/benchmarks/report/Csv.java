package org.atled.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.atled.benchmarks.measure.Samples;

/** The figures of all JVMs, one line for each problem and method. */
public final class Csv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("jvm", "problem", "size", "method", "least_ns", "median_ns", "rounds", "bytes_per_call")
            .get();

    private Csv() {}

    /** Writes the rows of each JVM. */
    public static void write(Path file, Map<String, List<Row>> rows) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
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
                                samples.bytes());
                    }
                }
            }
        }
    }
}
