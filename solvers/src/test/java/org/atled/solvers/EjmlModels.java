package org.atled.solvers;

import org.atled.Differentiable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Calls of EJML as users write them, and the same by algorithms that are differentiated step by step. */
final class EjmlModels {
    private EjmlModels() {}

    /** An n by n matrix and n by 2 right sides, of p. */
    private static DMatrixRMaj matrix(double[] p, int n) {
        DMatrixRMaj a = new DMatrixRMaj(n, n);
        for (int i = 0; i < n * n; i++) {
            a.data[i] = p[i];
        }
        return a;
    }

    private static DMatrixRMaj right(double[] p, int rows) {
        DMatrixRMaj b = new DMatrixRMaj(rows, 2);
        for (int i = 0; i < 2 * rows; i++) {
            b.data[i] = Math.sin(p[i] + i);
        }
        return b;
    }

    private static double score(double[] x) {
        double score = 0;
        for (int i = 0; i < x.length; i++) {
            score += Math.sin(i + x[i]) * x[(i + 1) % x.length];
        }
        return score;
    }

    private static int size(double[] p) {
        return (int) Math.sqrt(p.length);
    }

    @Differentiable
    static double solved(double[] p) {
        int n = size(p);
        DMatrixRMaj a = matrix(p, n);
        DMatrixRMaj b = right(p, n);
        DMatrixRMaj x = new DMatrixRMaj(1, 1);
        if (!CommonOps_DDRM.solve(a, b, x)) {
            return 0;
        }
        // What was solved for is overwritten: the derivative must not notice.
        a.set(0, 0, -1);
        b.set(0, 0, p[0]);
        return score(x.data);
    }

    @Differentiable
    static double solvedByElimination(double[] p) {
        int n = size(p);
        DMatrixRMaj x = right(p, n);
        eliminate(matrix(p, n).data, x.data, n, 2);
        return score(x.data);
    }

    @Differentiable
    static double inverted(double[] p) {
        DMatrixRMaj a = matrix(p, size(p));
        boolean isDone = CommonOps_DDRM.invert(a);
        double score = isDone ? score(a.data) : -1;
        a.zero();
        return score;
    }

    @Differentiable
    static double invertedInto(double[] p) {
        DMatrixRMaj a = matrix(p, size(p));
        DMatrixRMaj inverse = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.invert(a, inverse);
        a.set(0, 0, p[1]);
        return score(inverse.data);
    }

    @Differentiable
    static double invertedByElimination(double[] p) {
        int n = size(p);
        DMatrixRMaj x = CommonOps_DDRM.identity(n);
        eliminate(matrix(p, n).data, x.data, n, n);
        return score(x.data);
    }

    @Differentiable
    static double determinant(double[] p) {
        DMatrixRMaj a = matrix(p, size(p));
        double determinant = CommonOps_DDRM.det(a);
        a.set(0, 0, p[1]);
        return determinant * Math.sin(p[0]);
    }

    @Differentiable
    static double determinantByElimination(double[] p) {
        int n = size(p);
        return eliminate(matrix(p, n).data, new double[n], n, 1) * Math.sin(p[0]);
    }

    /** Gauss and Jordan's elimination without pivoting: X takes the place of B. Gives the determinant. */
    private static double eliminate(double[] a, double[] x, int n, int width) {
        double determinant = 1;
        for (int k = 0; k < n; k++) {
            double pivot = a[k * n + k];
            determinant *= pivot;
            for (int j = 0; j < n; j++) {
                a[k * n + j] /= pivot;
            }
            for (int j = 0; j < width; j++) {
                x[k * width + j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i * n + k];
                for (int j = 0; i != k && j < n; j++) {
                    a[i * n + j] -= factor * a[k * n + j];
                }
                for (int j = 0; i != k && j < width; j++) {
                    x[i * width + j] -= factor * x[k * width + j];
                }
            }
        }
        return determinant;
    }

    /** A line through points: p are the elements of a 4 by 2 matrix, and the right sides depend on them, too. */
    @Differentiable
    static double leastSquares(double[] p) {
        DMatrixRMaj a = new DMatrixRMaj(4, 2);
        System.arraycopy(p, 0, a.data, 0, 8);
        DMatrixRMaj x = new DMatrixRMaj(2, 2);
        CommonOps_DDRM.solve(a, right(p, 4), x);
        return score(x.data);
    }

    @Differentiable
    static double leastSquaresByNormalEquations(double[] p) {
        double[] b = right(p, 4).data;
        double[] normal = new double[4];
        double[] x = new double[4];
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    normal[2 * i + j] += p[2 * row + i] * p[2 * row + j];
                    x[2 * i + j] += p[2 * row + i] * b[2 * row + j];
                }
            }
        }
        eliminate(normal, x, 2, 2);
        return score(x);
    }

    @Differentiable
    static double eigenvalues(double[] p) {
        return score(LinearAlgebra.symmetricEigenvalues(matrix(p, size(p))));
    }

    /** Jacobi's rotations, a fixed number of them, and sorting by exchange. */
    @Differentiable
    static double eigenvaluesByRotations(double[] p) {
        int n = size(p);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = 0.5 * (p[i * n + j] + p[j * n + i]);
            }
        }
        for (int sweep = 0; sweep < 8; sweep++) {
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    rotate(a, n, i, j);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i * n + i];
            for (int j = i; j > 0 && values[j] < values[j - 1]; j--) {
                double larger = values[j - 1];
                values[j - 1] = values[j];
                values[j] = larger;
            }
        }
        return score(values);
    }

    private static void rotate(double[] a, int n, int i, int j) {
        double off = a[i * n + j];
        if (off == 0) {
            return;
        }
        double gap = a[j * n + j] - a[i * n + i];
        double root = Math.sqrt(gap * gap + 4 * off * off);
        double t = gap >= 0 ? 2 * off / (gap + root) : 2 * off / (gap - root);
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double x = a[k * n + i];
            double y = a[k * n + j];
            a[k * n + i] = c * x - s * y;
            a[k * n + j] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = a[i * n + k];
            double y = a[j * n + k];
            a[i * n + k] = c * x - s * y;
            a[j * n + k] = s * x + c * y;
        }
    }
}
