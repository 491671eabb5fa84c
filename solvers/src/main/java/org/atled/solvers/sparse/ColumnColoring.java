package org.atled.solvers.sparse;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Groups columns no two of which have a row in common (Curtis, Powell and Reid 1974): a distance-1 coloring of the graph whose
 * edges join columns with a common row. Greedy: each column takes the first group it may, in the order of the matrix, which is
 * best for bands, and with the longest columns first; the smaller number of groups counts.
 */
final class ColumnColoring {
    private ColumnColoring() {}

    static Coloring of(SparsityPattern pattern) {
        return of(pattern, new BitSet());
    }

    /**
     * Groups of columns, some rows left out of account.
     *
     * @param ignored rows that are computed in another way
     */
    static Coloring of(SparsityPattern pattern, BitSet ignored) {
        SparsityPattern columnsOfRow = pattern.transposed();
        int[] natural = IntStream.range(0, pattern.columns()).toArray();
        Coloring first = greedy(pattern, columnsOfRow, ignored, natural);
        Coloring second = greedy(pattern, columnsOfRow, ignored, longestFirst(pattern));
        return second.count() < first.count() ? second : first;
    }

    /** Columns by falling number of entries, in order where it is the same. */
    static int[] longestFirst(SparsityPattern pattern) {
        return IntStream.range(0, pattern.columns())
                .boxed()
                .sorted(Comparator.comparing(j -> -pattern.rowsOf(j).length))
                .mapToInt(j -> j)
                .toArray();
    }

    private static Coloring greedy(SparsityPattern pattern, SparsityPattern columnsOfRow, BitSet ignored, int[] order) {
        int[] colors = new int[order.length];
        Arrays.fill(colors, -1);
        int[] forbiddenFor = new int[order.length];
        Arrays.fill(forbiddenFor, -1);
        int count = 0;
        for (int column : order) {
            boolean isEmpty = true;
            for (int row : pattern.rowsOf(column)) {
                if (ignored.get(row)) {
                    continue;
                }
                isEmpty = false;
                for (int other : columnsOfRow.rowsOf(row)) {
                    if (colors[other] >= 0) {
                        forbiddenFor[colors[other]] = column;
                    }
                }
            }
            if (!isEmpty) {
                colors[column] = first(forbiddenFor, column);
                count = Math.max(count, colors[column] + 1);
            }
        }
        return new Coloring(colors, count);
    }

    /** The first color that is not forbidden for a vertex. */
    static int first(int[] forbiddenFor, int vertex) {
        int color = 0;
        while (forbiddenFor[color] == vertex) {
            color++;
        }
        return color;
    }
}
