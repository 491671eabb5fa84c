package org.atled.solvers.sparse;

import org.atled.VectorFunction;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Sparse Jacobians of a function, at any number of points: the pattern and the groups of columns and rows that are computed
 * together are found once. A Jacobian then takes {@link #products()} products and one that checks it.
 *
 * <p>Immutable; thread-safe if the function is.
 */
public final class SparseJacobian {
    private final VectorFunction function;
    private final Compression compression;

    private SparseJacobian(VectorFunction function, Compression compression) {
        this.function = function;
        this.compression = compression;
    }

    /**
     * Finds the pattern at a point.
     *
     * @param function a companion's
     * @param x where, length n
     * @throws IllegalArgumentException as {@link SparsityPattern#ofJacobian}
     */
    public static SparseJacobian of(VectorFunction function, double[] x) {
        return of(function, SparsityPattern.ofJacobian(function, x));
    }

    /**
     * Takes a pattern that is known.
     *
     * @param pattern a row for each output, a column for each input; may have more entries than the Jacobian
     * @throws IllegalArgumentException if an argument is null
     */
    public static SparseJacobian of(VectorFunction function, SparsityPattern pattern) {
        Products.require("function", function);
        Products.require("pattern", pattern);
        return new SparseJacobian(function, Compression.mixed(pattern));
    }

    /**
     * The Jacobian at a point.
     *
     * @param x length n; only read
     * @return m by n, a new matrix with all entries of the pattern, zeros included
     * @throws IllegalArgumentException if x is null or of another length
     * @throws IllegalStateException if there is a non-zero entry outside of the pattern, larger than about 1e-9 of its row
     */
    public DMatrixSparseCSC at(double[] x) {
        return compression.evaluate(Products.of(function, x));
    }

    public SparsityPattern pattern() {
        return compression.pattern();
    }

    /** How many products a Jacobian takes: the number of colors. */
    public int products() {
        return columnGroups() + rowGroups();
    }

    /** How many of them are with the Jacobian: forward mode. */
    public int columnGroups() {
        return compression.columns().count();
    }

    /** How many are with the transposed Jacobian: reverse mode. */
    public int rowGroups() {
        return compression.rows().count();
    }
}
