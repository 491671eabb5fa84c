package org.atled.solvers.sparse;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixSparseCSC;

/**
 * How a sparse matrix is read off a few products: for each entry, column by column, which product it stands in and where.
 *
 * @param pattern the entries
 * @param columns seeds of products with the matrix
 * @param rows seeds of products with the transposed matrix, which come after those
 * @param product by entry
 * @param position by entry
 */
record Compression(SparsityPattern pattern, Coloring columns, Coloring rows, int[] product, int[] position) {
    /** Rounding of products that are the same but for the order of their terms. */
    private static final double ROUNDING = 1e-9;

    static Compression mixed(SparsityPattern pattern) {
        MixedColoring coloring = MixedColoring.of(pattern);
        int[] product = new int[pattern.nonZeros()];
        int[] position = new int[product.length];
        int entry = 0;
        for (int j = 0; j < pattern.columns(); j++) {
            for (int i : pattern.rowsOf(j)) {
                boolean isByRow = coloring.isByRow(i, j);
                product[entry] = isByRow
                        ? coloring.columns().count() + coloring.rows().colors()[i]
                        : coloring.columns().colors()[j];
                position[entry++] = isByRow ? j : i;
            }
        }
        return new Compression(pattern, coloring.columns(), coloring.rows(), product, position);
    }

    /** For a symmetric pattern with its star coloring: an entry is in its column's product unless another one hides it there. */
    static Compression symmetric(SparsityPattern pattern) {
        Coloring star = StarColoring.of(pattern);
        int[] product = new int[pattern.nonZeros()];
        int[] position = new int[product.length];
        int[][] seen = new int[pattern.columns()][star.count()];
        for (int i = 0; i < pattern.columns(); i++) {
            for (int k : pattern.rowsOf(i)) {
                seen[i][star.colors()[k]]++;
            }
        }
        int entry = 0;
        for (int j = 0; j < pattern.columns(); j++) {
            for (int i : pattern.rowsOf(j)) {
                boolean isAlone = seen[i][star.colors()[j]] == 1;
                product[entry] = star.colors()[isAlone ? j : i];
                position[entry++] = isAlone ? i : j;
            }
        }
        return new Compression(pattern, star, new Coloring(new int[0], 0), product, position);
    }

    /** Computes the matrix, and compares it with one more product. */
    DMatrixSparseCSC evaluate(Products products) {
        if (products.rows() != pattern.rows() || products.columns() != pattern.columns()) {
            throw new IllegalArgumentException("the matrix at x is " + products.rows() + " by " + products.columns()
                    + ", but the pattern " + pattern.rows() + " by " + pattern.columns()
                    + ". Give an x as the pattern was made for.");
        }
        double[][] compressed = new double[columns.count() + rows.count()][];
        for (int color = 0; color < columns.count(); color++) {
            compressed[color] = products.times().apply(columns.seed(color));
        }
        for (int color = 0; color < rows.count(); color++) {
            compressed[columns.count() + color] = products.transposedTimes().apply(rows.seed(color));
        }
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(pattern.rows(), pattern.columns(), product.length);
        int entry = 0;
        for (int j = 0; j < pattern.columns(); j++) {
            for (int i : pattern.rowsOf(j)) {
                matrix.nz_rows[entry] = i;
                matrix.nz_values[entry] = compressed[product[entry]][position[entry]];
                entry++;
            }
            matrix.col_idx[j + 1] = entry;
        }
        matrix.nz_length = entry;
        matrix.indicesSorted = true;
        check(matrix, products);
        return matrix;
    }

    /** An entry outside of the pattern shows in a product with random numbers, with probability one. */
    private void check(DMatrixSparseCSC matrix, Products products) {
        double[] vector = new SplittableRandom(product.length)
                .doubles(pattern.columns(), 0.5, 1.5)
                .toArray();
        double[] expected = products.times().apply(vector);
        double[] actual = new double[expected.length];
        double[] size = new double[expected.length];
        for (int j = 0; j < pattern.columns(); j++) {
            for (int entry = matrix.col_idx[j]; entry < matrix.col_idx[j + 1]; entry++) {
                double term = matrix.nz_values[entry] * vector[j];
                actual[matrix.nz_rows[entry]] += term;
                size[matrix.nz_rows[entry]] += Math.abs(term);
            }
        }
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(actual[i] - expected[i]) > ROUNDING * (size[i] + Math.abs(expected[i]))) {
                throw new IllegalStateException("row " + i + " has entries outside of the pattern, or other values than"
                        + " those of its entries alone: with the vector of the check it gives " + expected[i] + ", its"
                        + " entries give " + actual[i]
                        + ". The function has taken another branch than where the pattern"
                        + " was found. Find the pattern at this point, and take the union of both.");
            }
        }
    }
}
