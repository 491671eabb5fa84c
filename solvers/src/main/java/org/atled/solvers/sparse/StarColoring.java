package org.atled.solvers.sparse;

import java.util.Arrays;

/**
 * Groups columns of a symmetric matrix so that each entry can be read off one product, in its column or in its row: neighbors
 * differ, and every path of four has three colors (Coleman and Moré 1984). Greedy, vertices of high degree first (Gebremedhin,
 * Manne and Pothen, "What color is your Jacobian?", 2005, section 4.3).
 */
final class StarColoring {
    private final SparsityPattern neighbors;
    private final int[] colors;
    private final int[] forbiddenFor;

    private StarColoring(SparsityPattern symmetric) {
        this.neighbors = symmetric;
        this.colors = new int[symmetric.columns()];
        this.forbiddenFor = new int[symmetric.columns()];
        Arrays.fill(colors, -1);
        Arrays.fill(forbiddenFor, -1);
    }

    static Coloring of(SparsityPattern symmetric) {
        return new StarColoring(symmetric).run();
    }

    private Coloring run() {
        int count = 0;
        for (int v : ColumnColoring.longestFirst(neighbors)) {
            if (neighbors.rowsOf(v).length == 0) {
                continue;
            }
            for (int w : neighbors.rowsOf(v)) {
                if (w != v) {
                    forbid(v, w);
                }
            }
            colors[v] = ColumnColoring.first(forbiddenFor, v);
            count = Math.max(count, colors[v] + 1);
        }
        return new Coloring(colors, count);
    }

    /** What a neighbor forbids: its color, and colors that would complete a path of two colors, or of one not yet colored. */
    private void forbid(int v, int w) {
        if (colors[w] >= 0) {
            forbiddenFor[colors[w]] = v;
        }
        for (int x : neighbors.rowsOf(w)) {
            if (x != v && x != w && colors[x] >= 0 && (colors[w] < 0 || hasOther(x, w))) {
                forbiddenFor[colors[x]] = v;
            }
        }
    }

    /** Whether a vertex has another neighbor of the color of one. */
    private boolean hasOther(int x, int w) {
        for (int y : neighbors.rowsOf(x)) {
            if (y != w && y != x && colors[y] == colors[w]) {
                return true;
            }
        }
        return false;
    }
}
