package org.atled.benchmarks.report;

import java.util.List;

/** Cells, aligned. */
final class MarkdownTable {
    private MarkdownTable() {}

    /** Lines of cells, the first of them titles; so many columns from the left hold text, the others numbers. */
    static String of(List<List<String>> cells, int texts) {
        int[] widths = new int[cells.get(0).size()];
        cells.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        append(text, cells.get(0), widths, texts);
        rule(text, widths, texts);
        cells.stream().skip(1).forEach(line -> append(text, line, widths, texts));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> line, int[] widths, int texts) {
        for (int i = 0; i < widths.length; i++) {
            String format = i < texts ? "| %-" + widths[i] + "s " : "| %" + widths[i] + "s ";
            text.append(String.format(format, line.get(i)));
        }
        text.append("|\n");
    }

    private static void rule(StringBuilder text, int[] widths, int texts) {
        for (int i = 0; i < widths.length; i++) {
            text.append('|').append("-".repeat(widths[i] + 1)).append(i < texts ? '-' : ':');
        }
        text.append("|\n");
    }
}
