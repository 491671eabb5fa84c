package org.atled.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plain text table for failure messages: first column to the left, the others to the right. */
final class Table {
    private static final int MOST_ROWS = 20;

    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    void add(String... cells) {
        rows.add(cells);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.12g", value);
    }

    static String shortNumber(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }

    /** The table, long ones cut with a last line that says how much is missing. */
    @Override
    public String toString() {
        int shown = Math.min(rows.size(), MOST_ROWS + 1);
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows.subList(0, shown)) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows.subList(0, shown)) {
            text.append("    ").append(line(row, widths)).append('\n');
        }
        if (shown < rows.size()) {
            text.append("    … and ").append(rows.size() - shown).append(" more\n");
        }
        return text.toString();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String padding = " ".repeat(widths[column] - row[column].length());
            line.append(column == 0 ? row[column] + padding : "   " + padding + row[column]);
        }
        return line.toString().stripTrailing();
    }
}
