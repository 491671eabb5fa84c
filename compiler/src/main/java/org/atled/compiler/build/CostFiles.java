package org.atled.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atled.compiler.DerivativeCost;

/**
 * What the derivatives that a run has made came to, in files: {@code costs.txt} for people, the slowest first, and
 * {@code costs.json} for programs. They hold times, so they are no part of what stays the same from build to build, and a run
 * that makes nothing leaves those of the last one that did.
 */
final class CostFiles {
    private final Path directory;
    private final List<DerivativeCost> costs = new ArrayList<>();

    CostFiles(Path directory) {
        this.directory = directory;
    }

    void add(List<DerivativeCost> made) {
        costs.addAll(made);
    }

    void write() throws IOException {
        if (costs.isEmpty()) {
            return;
        }
        costs.sort(Comparator.comparing(DerivativeCost::time)
                .reversed()
                .thenComparing(DerivativeCost::method)
                .thenComparing(DerivativeCost::mode));
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("costs.txt"), text());
        Files.writeString(
                directory.resolve("costs.json"),
                Json.of(costs.stream().map(CostFiles::json).toList()));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (DerivativeCost cost : costs) {
            line(text, cost.time(), cost.bytes(), cost.methods(), cost.mode() + " mode of " + cost.method());
        }
        line(
                text,
                costs.stream().map(DerivativeCost::time).reduce(Duration.ZERO, Duration::plus),
                costs.stream().mapToInt(DerivativeCost::bytes).sum(),
                costs.stream().mapToInt(DerivativeCost::methods).sum(),
                "in all");
        return text.toString();
    }

    private static void line(StringBuilder text, Duration time, int bytes, int methods, String what) {
        text.append(String.format(
                Locale.ROOT,
                "%8.3f s %8d bytes in %4d %-7s  %s%n",
                time.toNanos() / 1e9,
                bytes,
                methods,
                methods == 1 ? "method" : "methods",
                what));
    }

    private static Map<String, Object> json(DerivativeCost cost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", cost.method());
        json.put("mode", cost.mode());
        json.put("methods", cost.methods());
        json.put("bytes", cost.bytes());
        json.put("seconds", cost.time().toNanos() / 1e9);
        return json;
    }
}
