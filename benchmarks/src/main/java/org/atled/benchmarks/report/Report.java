package org.atled.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was measured, as text, for programs, and as pictures. */
public final class Report {
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final List<Curves> curves = new ArrayList<>();

    /** Adds what was measured on a JVM. */
    public void add(String jvm, List<Row> measured) {
        rows.put(jvm, List.copyOf(measured));
    }

    /** Adds how the methods of a problem became fast. */
    public void add(Curves more) {
        curves.add(more);
    }

    /** Adds a sentence below the tables. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** A table for each JVM, and one of the times to peak, in Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach((jvm, measured) -> text.append("Java ")
                .append(jvm)
                .append("\n\n")
                .append(new Table(measured).markdown())
                .append('\n'));
        if (!curves.isEmpty()) {
            text.append(PeakTable.markdown(curves)).append('\n');
        }
        remarks.forEach(remark -> text.append(remark).append(".\n\n"));
        return text.toString();
    }

    /** Writes the files into a directory that exists. */
    public void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("compare.md"), text());
        Csv.times(directory.resolve("compare.csv"), rows);
        RatioPicture.write(directory, rows);
        if (!curves.isEmpty()) {
            Csv.curves(directory.resolve("warm-up.csv"), curves);
            WarmUpPicture.write(directory, curves);
        }
    }
}
