package org.atled.compiler.thirdparty;

import org.atled.compiler.programs.Program;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** EJML's linear solvers, differentiated through EJML's own code. */
final class EjmlSolverPrograms {
    private EjmlSolverPrograms() {}

    private static final String SYSTEM = "[4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2], [1, -2, 0.3]";
    private static final String DEFINITE = "[4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 2], [1, -2, 0.3]";

    private static DMatrixRMaj solve(LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj a, DMatrixRMaj b) {
        if (!solver.setA(a)) {
            throw new ArithmeticException("singular matrix");
        }
        DMatrixRMaj x = new DMatrixRMaj(a.numCols, b.numCols);
        solver.solve(b, x);
        return x;
    }

    private static double score(DMatrixRMaj x) {
        return x.get(0, 0) * x.get(1, 0) + x.get(2, 0);
    }

    @Program(at = {SYSTEM})
    static double lu(double[] a, double[] b) {
        return score(solve(
                LinearSolverFactory_DDRM.linear(3), new DMatrixRMaj(3, 3, true, a), new DMatrixRMaj(3, 1, true, b)));
    }

    @Program(at = {DEFINITE})
    static double cholesky(double[] a, double[] b) {
        return score(solve(
                LinearSolverFactory_DDRM.chol(3), new DMatrixRMaj(3, 3, true, a), new DMatrixRMaj(3, 1, true, b)));
    }

    @Program(at = {"[4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2, 1, 1, 1], [1, -2, 0.3, 1]"})
    static double leastSquares(double[] a, double[] b) {
        return score(solve(
                LinearSolverFactory_DDRM.leastSquares(4, 3),
                new DMatrixRMaj(4, 3, true, a),
                new DMatrixRMaj(4, 1, true, b)));
    }

    @Program(at = {SYSTEM})
    static double solved(double[] a, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.solve(new DMatrixRMaj(3, 3, true, a), new DMatrixRMaj(3, 1, true, b), x);
        return score(x);
    }

    @Program(at = {DEFINITE})
    static double solvedDefinite(double[] a, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.solveSPD(new DMatrixRMaj(3, 3, true, a), new DMatrixRMaj(3, 1, true, b), x);
        return score(x);
    }

    @Program(at = {SYSTEM})
    static double inverse(double[] a, double[] b) {
        DMatrixRMaj matrix = new DMatrixRMaj(3, 3, true, a);
        CommonOps_DDRM.invert(matrix);
        return matrix.get(0, 1) * b[0] + matrix.get(2, 2);
    }

    @Program(at = {"[7, 1, 0.5, 0.7, 3, -0.2], [1, -2, 0.3, 0.4, 0.5, 0.1]"})
    static double largeInverse(double[] a, double[] b) {
        DMatrixRMaj inverse = new DMatrixRMaj(6, 6);
        CommonOps_DDRM.invert(circulant(a, b), inverse);
        return inverse.get(0, 1) * b[0] + inverse.get(2, 2);
    }

    @Program(at = {"[7, 1, 0.5, 0.7, 3, -0.2, 1.3], [1, -2, 0.3, 0.4, 0.5, 0.1, 0.2]"})
    static double largeDeterminant(double[] a, double[] b) {
        return CommonOps_DDRM.det(circulant(a, b)) * 1e-4;
    }

    private static DMatrixRMaj circulant(double[] a, double[] b) {
        int n = a.length;
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, a[(i + j) % n] + b[i] * b[j]);
            }
        }
        return matrix;
    }
}
