package org.atled.compiler.bytecode;

import java.util.Random;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Linear algebra with a fixed seed: products, LU and least-squares solutions, singular values, eigenvalues. */
public final class EjmlWork implements Supplier<double[]> {
    private static final int SIZE = 24;

    @Override
    public double[] get() {
        Random random = new Random(20261124);
        DMatrixRMaj a = RandomMatrices_DDRM.rectangle(SIZE, SIZE, -1, 1, random);
        DMatrixRMaj b = RandomMatrices_DDRM.rectangle(SIZE, 3, -1, 1, random);
        DMatrixRMaj tall = RandomMatrices_DDRM.rectangle(2 * SIZE, 5, -1, 1, random);
        DMatrixRMaj right = RandomMatrices_DDRM.rectangle(2 * SIZE, 1, -1, 1, random);
        DMatrixRMaj product = new DMatrixRMaj(1, 1);
        DMatrixRMaj solution = new DMatrixRMaj(1, 1);
        DMatrixRMaj fit = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.mult(a, b, product);
        CommonOps_DDRM.solve(a, b, solution);
        CommonOps_DDRM.solve(tall, right, fit);
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(SIZE, SIZE, true, true, false);
        svd.decompose(a.copy());
        SingularOps_DDRM.descendingOrder(svd.getU(null, false), false, svd.getW(null), svd.getV(null, false), false);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(SIZE, true);
        eigen.decompose(a.copy());
        double[] eigenvalues = new double[2 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            eigenvalues[2 * i] = eigen.getEigenvalue(i).real;
            eigenvalues[2 * i + 1] = eigen.getEigenvalue(i).imaginary;
        }
        return concatenated(
                product.data,
                solution.data,
                fit.data,
                svd.getSingularValues(),
                svd.getU(null, false).data,
                eigenvalues,
                new double[] {CommonOps_DDRM.det(a), CommonOps_DDRM.elementSum(a)});
    }

    private static double[] concatenated(double[]... parts) {
        int size = 0;
        for (double[] part : parts) {
            size += part.length;
        }
        double[] all = new double[size];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
