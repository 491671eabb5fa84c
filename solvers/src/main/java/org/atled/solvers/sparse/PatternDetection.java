package org.atled.solvers.sparse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds which outputs depend on which inputs. Blocks of columns are halved again and again; blocks that no row has in common are
 * halved together, by one product with NaN in all their left halves and one for the right halves: a row that comes out as NaN
 * tells which block it depends on, since it knows only one of them. Rows with many blocks stand in the way of this; they
 * are found at one go by a product with the transposed matrix. (Griewank and Mitev, "Detecting Jacobian sparsity patterns by
 * Bayesian probing", 2002, halve blocks by chance.)
 */
final class PatternDetection {
    private final Products products;
    private final BitSet[] found;
    /** Rows that were found at one go. */
    private final BitSet dense = new BitSet();

    private List<Block> blocks = new ArrayList<>();

    /** Columns, and the rows that depend on some of them. */
    private record Block(int from, int to, BitSet rows) {
        int size() {
            return to - from;
        }
    }

    PatternDetection(Products products) {
        this.products = products;
        this.found = SparsityPattern.empty(products.columns());
    }

    SparsityPattern run() {
        requireFinite(products.times().apply(new double[products.columns()]));
        if (products.columns() > 0) {
            keep(new Block(0, products.columns(), probe(List.of(new int[] {0, products.columns()}))));
        }
        while (!blocks.isEmpty()) {
            findDenseRows();
            halve();
        }
        return new SparsityPattern(products.rows(), found);
    }

    private static void requireFinite(double[] zero) {
        for (int i = 0; i < zero.length; i++) {
            if (Double.isNaN(zero[i])) {
                throw new IllegalArgumentException("derivatives of output " + i
                        + " are not finite at x, so its pattern cannot be found there. Give a point where they are.");
            }
        }
    }

    private BitSet probe(List<int[]> ranges) {
        double[] seed = new double[products.columns()];
        ranges.forEach(range -> Arrays.fill(seed, range[0], range[1], Double.NaN));
        return poisoned(products.times(), seed);
    }

    private static BitSet poisoned(UnaryOperator<double[]> times, double[] seed) {
        double[] product = times.apply(seed);
        BitSet rows = new BitSet();
        for (int i = 0; i < product.length; i++) {
            rows.set(i, Double.isNaN(product[i]));
        }
        return rows;
    }

    /** Takes a block for later, or, if it is a single column, for the result. */
    private void keep(Block block) {
        block.rows.andNot(dense);
        if (block.size() == 1) {
            found[block.from].or(block.rows);
        } else if (!block.rows.isEmpty()) {
            blocks.add(block);
        }
    }

    /** Takes those rows whose own product is less work than the products they add to those of all levels to come. */
    private void findDenseRows() {
        int[] counts = new int[products.rows()];
        blocks.forEach(block -> block.rows.stream().forEach(i -> counts[i]++));
        int size = blocks.stream().mapToInt(Block::size).max().orElse(1);
        int levels = 32 - Integer.numberOfLeadingZeros(size - 1);
        int[] sorted = Arrays.stream(counts).sorted().toArray();
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int above = 0; above <= sorted.length; above++) {
            int most = above == sorted.length ? 0 : sorted[sorted.length - 1 - above];
            long work = above + 2L * levels * most;
            if (work < least) {
                least = work;
                best = most;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > best) {
                findRow(i);
            }
        }
        blocks.forEach(block -> block.rows.andNot(dense));
        blocks.removeIf(block -> block.rows.isEmpty());
    }

    private void findRow(int row) {
        double[] seed = new double[products.rows()];
        seed[row] = Double.NaN;
        poisoned(products.transposedTimes(), seed).stream().forEach(j -> found[j].set(row));
        dense.set(row);
    }

    private void halve() {
        List<Block> whole = blocks;
        blocks = new ArrayList<>();
        BitSet[] rows = whole.stream().map(Block::rows).toArray(BitSet[]::new);
        Coloring coloring = ColumnColoring.of(new SparsityPattern(products.rows(), rows));
        for (int color = 0; color < coloring.count(); color++) {
            List<Block> together = new ArrayList<>();
            for (int b = 0; b < rows.length; b++) {
                if (coloring.colors()[b] == color) {
                    together.add(whole.get(b));
                }
            }
            halve(together, true);
            halve(together, false);
        }
    }

    private void halve(List<Block> together, boolean left) {
        List<int[]> halves = new ArrayList<>();
        for (Block block : together) {
            int middle = (block.from + block.to) >>> 1;
            halves.add(left ? new int[] {block.from, middle} : new int[] {middle, block.to});
        }
        BitSet hit = probe(halves);
        for (int b = 0; b < halves.size(); b++) {
            BitSet rows = (BitSet) together.get(b).rows.clone();
            rows.and(hit);
            keep(new Block(halves.get(b)[0], halves.get(b)[1], rows));
        }
    }
}
