package org.atled.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.atled.benchmarks.measure.Method;

/** The figures of one JVM as a Markdown table, which reads as well on a terminal. */
final class Table {
    private record Column(String title, Function<Row, String> cell, String mean) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows;

    Table(List<Row> rows) {
        this.rows = rows;
        columns.add(new Column("problem", row -> row.entry().name(), "geometric mean"));
        columns.add(new Column("size", row -> row.entry().size(), ""));
        for (Method method : Method.values()) {
            if (rows.stream().anyMatch(row -> row.time(method).isPresent())) {
                columns.add(new Column(method.label(), row -> Figures.time(row.time(method)), ""));
            }
        }
        ratio("Atled ÷ primal", Method.ATLED, Method.PRIMAL);
        ratio("hand ÷ primal", Method.HAND, Method.PRIMAL);
        ratio("Atled ÷ hand", Method.ATLED, Method.HAND);
        ratio("Atled ÷ C++ hand", Method.ATLED, Method.CPP_HAND);
        ratio("ADOL-C ÷ Atled", Method.ADOLC, Method.ATLED);
        ratio("Hipparchus ÷ Atled", Method.HIPPARCHUS, Method.ATLED);
        columns.add(new Column("bytes per call", Table::bytes, ""));
    }

    private void ratio(String title, Method method, Method other) {
        double[] ratios = rows.stream()
                .map(row -> row.ratio(method, other))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        if (ratios.length > 0) {
            double mean = Math.exp(DoubleStream.of(ratios).map(Math::log).sum() / ratios.length);
            columns.add(new Column(
                    title, row -> Figures.ratio(row.ratio(method, other)), Figures.ratio(OptionalDouble.of(mean))));
        }
    }

    private static String bytes(Row row) {
        return row.samples().stream()
                .filter(samples -> samples.method() == Method.ATLED)
                .map(samples -> String.format(Locale.ROOT, "%,d", samples.bytes()))
                .findFirst()
                .orElse("-");
    }

    /** The table, with a line end after each row. */
    String markdown() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::title).toList());
        rows.forEach(row -> cells.add(
                columns.stream().map(column -> column.cell().apply(row)).toList()));
        if (rows.size() > 1) {
            cells.add(columns.stream().map(Column::mean).toList());
        }
        return MarkdownTable.of(cells, 2);
    }
}
