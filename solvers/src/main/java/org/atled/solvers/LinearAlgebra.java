package org.atled.solvers;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Linear algebra on EJML's dense matrices whose derivatives come from one solve with the matrix, or one decomposition, and
 * not from the steps of an algorithm: {@link DenseRules} says which. EJML's own methods can be differentiated too; these
 * take less time and memory, and their derivatives do not depend on pivoting.
 *
 * <p>Stateless and thread-safe. Arguments are not modified, except where a method says so.
 */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /**
     * Solves A·X = B.
     *
     * @param a n by n
     * @param b n by k
     * @param x set to the solution, n by k; may be {@code b}. Left alone if there is none
     * @return whether there is one: {@code false} if A is singular
     * @throws IllegalArgumentException if A is not square, or B has not as many rows
     */
    public static boolean solve(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj x) {
        int n = size(a);
        if (b.numRows != n) {
            throw new IllegalArgumentException(
                    "b has " + b.numRows + " rows, and a has " + n + ". Give b as many rows as a.");
        }
        return set(x, n, b.numCols, DenseKernels.solve(elements(a), elements(b), n));
    }

    /**
     * Inverts a matrix.
     *
     * @param a n by n
     * @param inverse set to the inverse; may be {@code a}. Left alone if there is none
     * @return whether there is one: {@code false} if A is singular
     * @throws IllegalArgumentException if A is not square
     */
    public static boolean invert(DMatrixRMaj a, DMatrixRMaj inverse) {
        int n = size(a);
        return set(inverse, n, n, DenseKernels.solve(elements(a), identity(n), n));
    }

    private static boolean set(DMatrixRMaj x, int rows, int columns, double[] solution) {
        if (solution == null) {
            return false;
        }
        x.reshape(rows, columns);
        System.arraycopy(solution, 0, x.data, 0, rows * columns);
        return true;
    }

    /**
     * The determinant. Its derivatives exist everywhere, for singular matrices too, where they take longer.
     *
     * @throws IllegalArgumentException if A is not square
     */
    public static double determinant(DMatrixRMaj a) {
        int n = size(a);
        return DenseKernels.determinant(elements(a), n);
    }

    /**
     * The eigenvalues of the symmetric matrix ½(A + Aᵀ), the smallest first, each as often as its multiplicity says.
     *
     * <p>Where eigenvalues coincide, each alone has no derivative: as functions of A they cross. What is given then is the
     * derivative along the eigenvectors that the algorithm found. It is right for functions that treat the coinciding
     * eigenvalues alike, such as their sum or product; there is no warning where it is not.
     *
     * @param a n by n
     * @return n numbers
     * @throws IllegalArgumentException if A is not square
     * @throws ArithmeticException if A has elements that are no finite numbers
     */
    public static double[] symmetricEigenvalues(DMatrixRMaj a) {
        int n = size(a);
        double[] symmetric = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i * n + j] = 0.5 * (a.data[i * n + j] + a.data[j * n + i]);
            }
        }
        return DenseKernels.symmetricEigenvalues(symmetric, n).clone();
    }

    /** A copy: the rules read what the kernels were given once more, after the caller may have changed its matrix. */
    private static double[] elements(DMatrixRMaj matrix) {
        return Arrays.copyOf(matrix.data, matrix.numRows * matrix.numCols);
    }

    private static int size(DMatrixRMaj a) {
        if (a.numRows != a.numCols) {
            throw new IllegalArgumentException(
                    "a is " + a.numRows + " by " + a.numCols + ". Give a matrix with as many rows as columns.");
        }
        return a.numRows;
    }

    static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }
}
