package org.atled.solvers.sparse;

import org.ejml.data.DMatrixSparseCSC;

/**
 * Sparse Hessians of a function, at any number of points: the pattern and the groups of columns that are computed together, by
 * a star coloring, are found once. A Hessian then takes {@link #products()} products and one that checks it.
 *
 * <p>Immutable; thread-safe if the product is.
 */
public final class SparseHessian {
    private final HessianProduct product;
    private final Compression compression;

    private SparseHessian(HessianProduct product, Compression compression) {
        this.product = product;
        this.compression = compression;
    }

    /**
     * Finds the pattern at a point.
     *
     * @param product a companion's
     * @param x where, length n
     * @throws IllegalArgumentException as {@link SparsityPattern#ofHessian}
     */
    public static SparseHessian of(HessianProduct product, double[] x) {
        return of(product, SparsityPattern.ofHessian(product, x));
    }

    /**
     * Takes a pattern that is known.
     *
     * @param pattern n by n, symmetric; may have more entries than the Hessian
     * @throws IllegalArgumentException if an argument is null, or the pattern is not symmetric
     */
    public static SparseHessian of(HessianProduct product, SparsityPattern pattern) {
        Products.require("product", product);
        Products.require("pattern", pattern);
        if (!pattern.equals(pattern.transposed())) {
            throw new IllegalArgumentException(
                    "pattern is not symmetric. Give its union with the transposed one: Hessians are symmetric.");
        }
        return new SparseHessian(product, Compression.symmetric(pattern));
    }

    /**
     * The Hessian at a point.
     *
     * @param x length n; only read
     * @return n by n, a new matrix with all entries of the pattern, both triangles, zeros included
     * @throws IllegalArgumentException if x is null or of another length
     * @throws IllegalStateException if there is a non-zero entry outside of the pattern, larger than about 1e-9 of its row
     */
    public DMatrixSparseCSC at(double[] x) {
        return compression.evaluate(Products.of(product, x));
    }

    public SparsityPattern pattern() {
        return compression.pattern();
    }

    /** How many products a Hessian takes: the number of colors. */
    public int products() {
        return compression.columns().count();
    }
}
