package org.atled.solvers;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * What EJML computes, bit for bit, on arrays that nobody changes afterwards: {@link EjmlRules} reads them again in the reverse
 * sweep. Matrices are given row by row. Not for use by hand.
 */
public final class EjmlKernels {
    private EjmlKernels() {}

    /** The inverse, or {@code null} if EJML finds that there is none. */
    public static double[] inverse(double[] a, int rows, int columns) {
        DMatrixRMaj inverse = new DMatrixRMaj(rows, columns);
        return CommonOps_DDRM.invert(DMatrixRMaj.wrap(rows, columns, a), inverse) ? inverse.data : null;
    }

    /** X with A·X = B, in the sense of least squares if A has more rows than columns; {@code null} if EJML finds none. */
    public static double[] solution(double[] a, int rows, int columns, double[] b, int height, int width) {
        DMatrixRMaj x = new DMatrixRMaj(columns, width);
        return CommonOps_DDRM.solve(DMatrixRMaj.wrap(rows, columns, a), DMatrixRMaj.wrap(height, width, b), x)
                ? x.data
                : null;
    }

    /** R of A = QR, where R has as many rows and columns as A has columns. */
    static double[] triangle(double[] a, int rows, int columns) {
        QRDecomposition<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.qr(rows, columns);
        decomposition.decompose(DMatrixRMaj.wrap(rows, columns, a.clone()));
        return decomposition.getR(null, true).data;
    }
}
