package org.atled.compiler.thirdparty;

import org.atled.compiler.programs.Program;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;

/** EJML's dense matrices and the operations on them, differentiated through EJML's own code. */
final class EjmlMatrixPrograms {
    private EjmlMatrixPrograms() {}

    private static final String MATRIX = "[4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2]";

    @Program(
            at = {"[4, 1, 0.5, 0.7]"},
            value = {4.7},
            gradient = {"[1, 0, 0, 1]"})
    static double getAndSet(double[] a) {
        DMatrixRMaj matrix = new DMatrixRMaj(2, 2);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                matrix.set(i, j, a[2 * i + j]);
            }
        }
        return matrix.get(0, 0) + matrix.unsafe_get(1, 1);
    }

    @Program(
            at = {"[4, 1, 0.5, 0.7]"},
            value = {4.7},
            gradient = {"[1, 0, 0, 1]"})
    static double trace(double[] a) {
        return CommonOps_DDRM.trace(new DMatrixRMaj(2, 2, true, a));
    }

    @Program(at = {"[4, 1, 0.5, 0.7]"})
    static double fromRows(double[] a) {
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{a[0], a[1] * a[1]}, {a[2], a[3]}});
        return CommonOps_DDRM.elementSum(matrix) * matrix.get(0, 1);
    }

    @Program(at = {"[4, 1, 0.5, 0.7]"})
    static double wrapped(double[] a) {
        DMatrixRMaj matrix = DMatrixRMaj.wrap(2, 2, a);
        CommonOps_DDRM.scale(a[0], matrix);
        return matrix.get(1, 0) * a[3];
    }

    @Program(at = {MATRIX})
    static double product(double[] a) {
        DMatrixRMaj left = new DMatrixRMaj(3, 3, true, a);
        DMatrixRMaj right = new DMatrixRMaj(3, 3, false, a);
        DMatrixRMaj product = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(left, right, product);
        return product.get(0, 1) * product.get(2, 2) + product.get(1, 0);
    }

    @Program(at = {MATRIX})
    static double productDeclaredByTheLibrary(double[] a) {
        DMatrixRMaj left = new DMatrixRMaj(3, 3, true, a);
        return CommonOps_DDRM.elementSum(CommonOps_DDRM.multTransA(left, left, null));
    }

    @Program(at = {MATRIX})
    static double matrixTimesVector(double[] a) {
        DMatrixRMaj vector = new DMatrixRMaj(new double[] {a[0], a[1], 2});
        DMatrixRMaj product = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.mult(new DMatrixRMaj(3, 3, true, a), vector, product);
        return VectorVectorMult_DDRM.innerProd(product, vector) + CommonOps_DDRM.dot(product, product);
    }

    @Program(at = {MATRIX})
    static double sums(double[] a) {
        DMatrixRMaj matrix = new DMatrixRMaj(3, 3, true, a);
        DMatrixRMaj other = CommonOps_DDRM.transpose(matrix, null);
        CommonOps_DDRM.scale(0.3, other);
        CommonOps_DDRM.addEquals(other, a[1], matrix);
        DMatrixRMaj sum = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.add(matrix, other, sum);
        CommonOps_DDRM.elementMult(sum, matrix);
        CommonOps_DDRM.subtract(sum, other, sum);
        return CommonOps_DDRM.elementSum(sum) + CommonOps_DDRM.elementMaxAbs(other);
    }

    @Program(at = {MATRIX})
    static double frobeniusNorm(double[] a) {
        return NormOps_DDRM.normF(new DMatrixRMaj(3, 3, true, a));
    }

    @Program(at = {MATRIX})
    static double fastFrobeniusNorm(double[] a) {
        return NormOps_DDRM.fastNormF(new DMatrixRMaj(3, 3, true, a));
    }

    @Program(at = {MATRIX})
    static double determinant(double[] a) {
        return CommonOps_DDRM.det(new DMatrixRMaj(3, 3, true, a));
    }

    @Program(at = {MATRIX})
    static double reshaped(double[] a) {
        DMatrixRMaj matrix = new DMatrixRMaj(1, 1);
        for (int n = 1; n <= 3; n++) {
            matrix.reshape(n, n, true);
            for (int i = 0; i < n * n; i++) {
                matrix.data[i] += a[i] * n;
            }
        }
        return matrix.get(0, 0) * matrix.get(2, 2) + matrix.get(1, 1);
    }
}
