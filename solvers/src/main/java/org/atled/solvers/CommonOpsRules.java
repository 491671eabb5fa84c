package org.atled.solvers;

import java.util.Arrays;
import org.atled.DerivativeOf;
import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Lets the rules of {@link EjmlRules} and {@link DenseRules} serve where EJML's own solve, inverse and determinant are called,
 * as {@code SimpleMatrix} does, too. Values, and the exceptions for matrices that do not fit, are EJML's. Where EJML divides by
 * zero, at a singular matrix, the derivatives are not finite, either.
 */
@DerivativeOf(CommonOps_DDRM.class)
public abstract class CommonOpsRules {
    private CommonOpsRules() {}

    public static boolean solve_substitute(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj x) {
        x.reshape(a.numCols, b.numCols);
        return set(x, EjmlKernels.solution(elements(a), a.numRows, a.numCols, elements(b), b.numRows, b.numCols));
    }

    public static boolean invert_substitute(DMatrixRMaj mat) {
        return set(mat, EjmlKernels.inverse(elements(mat), mat.numRows, mat.numCols));
    }

    public static boolean invert_substitute(DMatrixRMaj mat, DMatrixRMaj inv) {
        inv.reshape(mat.numRows, mat.numCols);
        return set(inv, EjmlKernels.inverse(elements(mat), mat.numRows, mat.numCols));
    }

    public static double det_substitute(DMatrixRMaj mat) {
        if (mat.numRows != mat.numCols) {
            throw new MatrixDimensionException("Must be a square matrix.");
        }
        return DenseKernels.determinant(elements(mat), mat.numRows);
    }

    private static boolean set(DMatrixRMaj x, double[] elements) {
        if (elements == null) {
            return false;
        }
        System.arraycopy(elements, 0, x.data, 0, elements.length);
        return true;
    }

    /** A copy: the rules read it once more, after the caller may have changed its matrix. */
    private static double[] elements(DMatrixRMaj matrix) {
        return Arrays.copyOf(matrix.data, matrix.numRows * matrix.numCols);
    }
}
