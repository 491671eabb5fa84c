package org.atled.solvers.sparse;

import java.util.Arrays;
import java.util.BitSet;
import org.atled.VectorFunction;

/**
 * Which entries of a matrix can be non-zero: the rows of each column, in order. Immutable.
 *
 * <p>Those that are detected say which outputs depend on which inputs along the path that the program takes at one point,
 * be the derivative there zero or not: {@code x[0] * x[1]} depends on both at (0, 0), too. Where a program takes another branch at
 * another point the pattern can be another: {@link #union} holds both.
 */
public final class SparsityPattern {
    private final int rows;
    private final int[][] rowsOfColumn;

    SparsityPattern(int rows, BitSet[] columns) {
        this.rows = rows;
        this.rowsOfColumn = new int[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            rowsOfColumn[j] = columns[j].stream().toArray();
        }
    }

    /**
     * A pattern that is known.
     *
     * @param entries as many rows as the matrix has, all of one length
     * @throws IllegalArgumentException if it is null, or rows are null or differ in length
     */
    public static SparsityPattern of(boolean[][] entries) {
        if (entries == null) {
            throw new IllegalArgumentException("entries is null. Give a row for each output.");
        }
        int columns = entries.length == 0 || entries[0] == null ? 0 : entries[0].length;
        BitSet[] sets = empty(columns);
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] == null || entries[i].length != columns) {
                throw new IllegalArgumentException("entries[" + i + "] is "
                        + (entries[i] == null ? "null" : "of length " + entries[i].length)
                        + ". Give rows of one length, one element for each input.");
            }
            for (int j = 0; j < columns; j++) {
                sets[j].set(i, entries[i][j]);
            }
        }
        return new SparsityPattern(entries.length, sets);
    }

    /**
     * The pattern of a Jacobian, found by a few products with it whose seeds are NaN: an output depends on an input if it
     * comes out as NaN. The number of products is about 2·log₂(n) times that of inputs an output depends on; it does not
     * exceed 2n + m.
     *
     * @param function a companion's
     * @param x where, length n
     * @throws IllegalArgumentException if an argument is null, or derivatives at x are not finite
     */
    public static SparsityPattern ofJacobian(VectorFunction function, double[] x) {
        Products.require("function", function);
        return new PatternDetection(Products.of(function, x)).run();
    }

    /**
     * The pattern of a Hessian, found in the same way.
     *
     * @param product a companion's
     * @param x where, length n
     * @throws IllegalArgumentException if an argument is null, or second derivatives at x are not finite
     */
    public static SparsityPattern ofHessian(HessianProduct product, double[] x) {
        Products.require("product", product);
        SparsityPattern pattern = new PatternDetection(Products.of(product, x)).run();
        return pattern.union(pattern.transposed());
    }

    /**
     * The entries of both.
     *
     * @throws IllegalArgumentException if the other is null or has another shape
     */
    public SparsityPattern union(SparsityPattern other) {
        if (other == null || other.rows != rows || other.columns() != columns()) {
            throw new IllegalArgumentException("the other pattern is "
                    + (other == null ? "null" : other.rows + " by " + other.columns()) + ". Give one of " + rows
                    + " by "
                    + columns() + ".");
        }
        BitSet[] sets = empty(columns());
        for (int j = 0; j < sets.length; j++) {
            Arrays.stream(rowsOfColumn[j]).forEach(sets[j]::set);
            Arrays.stream(other.rowsOfColumn[j]).forEach(sets[j]::set);
        }
        return new SparsityPattern(rows, sets);
    }

    /** The pattern of the transposed matrix. */
    public SparsityPattern transposed() {
        BitSet[] sets = empty(rows);
        for (int j = 0; j < columns(); j++) {
            for (int i : rowsOfColumn[j]) {
                sets[i].set(j);
            }
        }
        return new SparsityPattern(columns(), sets);
    }

    static BitSet[] empty(int columns) {
        BitSet[] sets = new BitSet[columns];
        Arrays.setAll(sets, j -> new BitSet());
        return sets;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return rowsOfColumn.length;
    }

    /** How many entries can be non-zero. */
    public int nonZeros() {
        return Arrays.stream(rowsOfColumn).mapToInt(column -> column.length).sum();
    }

    /** Whether an entry can be non-zero. */
    public boolean contains(int row, int column) {
        return Arrays.binarySearch(rowsOfColumn[column], row) >= 0;
    }

    /** The rows of a column, in order; not to be written. */
    int[] rowsOf(int column) {
        return rowsOfColumn[column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparsityPattern pattern
                && pattern.rows == rows
                && Arrays.deepEquals(pattern.rowsOfColumn, rowsOfColumn);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.deepHashCode(rowsOfColumn);
    }

    /** A line for each row, {@code ×} for each entry, for small ones; the shape for others. */
    @Override
    public String toString() {
        if (rows > 50 || columns() > 100) {
            return rows + " by " + columns() + " with " + nonZeros() + " entries";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns(); j++) {
                text.append(contains(i, j) ? '×' : '·');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
