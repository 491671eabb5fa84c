package org.atled.solvers.sparse;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Groups of columns and of rows at once (bidirectional: Coleman and Verma 1998). Long rows are computed by products with the
 * transposed matrix, and the columns without them by products with the matrix, or long columns by these and the rows
 * without them by those; how long is tried out, the fewest products win. An arrow needs three, whatever its size.
 *
 * @param columns groups of columns
 * @param rows groups of rows
 * @param byRow rows whose entries are read off the groups of rows, all others off those of columns
 * @param byColumn if not empty, columns whose entries are read off the groups of columns, all others off those of rows
 */
record MixedColoring(Coloring columns, Coloring rows, BitSet byRow, BitSet byColumn) {
    private static final int MOST_TRIALS = 12;

    static MixedColoring of(SparsityPattern pattern) {
        SparsityPattern transposed = pattern.transposed();
        MixedColoring best = byColumnsExcept(pattern, transposed, new BitSet());
        for (BitSet longRows : candidates(transposed)) {
            best = fewer(best, byColumnsExcept(pattern, transposed, longRows));
        }
        for (BitSet longColumns : candidates(pattern)) {
            MixedColoring other = byColumnsExcept(transposed, pattern, longColumns);
            best = fewer(best, new MixedColoring(other.rows, other.columns, other.byColumn, other.byRow));
        }
        return best;
    }

    boolean isByRow(int row, int column) {
        return byColumn.isEmpty() ? byRow.get(row) : !byColumn.get(column);
    }

    int count() {
        return columns.count() + rows.count();
    }

    private static MixedColoring fewer(MixedColoring best, MixedColoring other) {
        return other.count() < best.count() ? other : best;
    }

    private static MixedColoring byColumnsExcept(SparsityPattern pattern, SparsityPattern transposed, BitSet longRows) {
        BitSet[] kept = SparsityPattern.empty(pattern.rows());
        longRows.stream().forEach(i -> Arrays.stream(transposed.rowsOf(i)).forEach(kept[i]::set));
        Coloring rows = ColumnColoring.of(new SparsityPattern(pattern.columns(), kept));
        Coloring columns = ColumnColoring.of(pattern, longRows);
        return new MixedColoring(columns, rows, longRows, new BitSet());
    }

    /** The sets of the longest columns, up to some lengths, all columns included. */
    private static BitSet[] candidates(SparsityPattern pattern) {
        int[] lengths = IntStream.range(0, pattern.columns())
                .map(j -> pattern.rowsOf(j).length)
                .filter(length -> length > 0)
                .distinct()
                .sorted()
                .toArray();
        int trials = Math.min(MOST_TRIALS, lengths.length);
        BitSet[] candidates = new BitSet[trials];
        for (int k = 0; k < trials; k++) {
            int shortest = k == 0 ? 1 : lengths[lengths.length - k];
            candidates[k] = new BitSet();
            IntStream.range(0, pattern.columns())
                    .filter(j -> pattern.rowsOf(j).length >= shortest)
                    .forEach(candidates[k]::set);
        }
        return candidates;
    }
}
