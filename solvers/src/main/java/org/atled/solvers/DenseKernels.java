package org.atled.solvers;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What {@link LinearAlgebra} computes, on arrays that nobody changes afterwards: {@link DenseRules} reads them again in the
 * reverse sweep. Matrices are square, row by row. Not for use by hand.
 */
public final class DenseKernels {
    private DenseKernels() {}

    /** X with A·X = B, or {@code null} if A is singular. */
    public static double[] solve(double[] a, double[] b, int n) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.linear(n);
        if (!solver.setA(DMatrixRMaj.wrap(n, n, a.clone())) || solver.quality() == 0) {
            return null;
        }
        DMatrixRMaj x = new DMatrixRMaj(n, b.length / n);
        solver.solve(DMatrixRMaj.wrap(n, b.length / n, b.clone()), x);
        return x.data;
    }

    /** det A. */
    public static double determinant(double[] a, int n) {
        return CommonOps_DDRM.det(DMatrixRMaj.wrap(n, n, a));
    }

    /** The eigenvalues of a symmetric matrix, the smallest first. */
    public static double[] symmetricEigenvalues(double[] a, int n) {
        return eigen(a, n).values();
    }

    /**
     * Eigenvalues, the smallest first, with vectors of length 1.
     *
     * @param vectors vector i from index i·n
     */
    record Eigen(double[] values, double[] vectors) {}

    static Eigen eigen(double[] a, int n) {
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, true, true);
        if (!decomposition.decompose(DMatrixRMaj.wrap(n, n, a.clone()))) {
            throw new ArithmeticException("the eigenvalues of a " + n + " by " + n
                    + " matrix were not found: its elements must be finite numbers");
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (i, j) -> Double.compare(
                        decomposition.getEigenvalue(i).getReal(),
                        decomposition.getEigenvalue(j).getReal()));
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i] = decomposition.getEigenvalue(order[i]).getReal();
            System.arraycopy(decomposition.getEigenVector(order[i]).data, 0, vectors, i * n, n);
        }
        return new Eigen(values, vectors);
    }
}
