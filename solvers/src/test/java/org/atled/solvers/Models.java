package org.atled.solvers;

import org.atled.Differentiable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** What a user would differentiate: by rule, and the same by algorithm. The first n² of the parameters are a matrix. */
final class Models {
    static final int N = 3;

    private Models() {}

    private static DMatrixRMaj matrix(double[] p) {
        DMatrixRMaj a = new DMatrixRMaj(N, N);
        for (int i = 0; i < N * N; i++) {
            a.data[i] = p[i];
        }
        return a;
    }

    private static DMatrixRMaj right(double[] p) {
        DMatrixRMaj b = new DMatrixRMaj(N, 2);
        for (int i = 0; i < 2 * N; i++) {
            b.data[i] = Math.sin(p[i] + i);
        }
        return b;
    }

    private static double score(DMatrixRMaj x) {
        return x.get(0, 0) * x.get(1, 1) + x.get(2, 0) * x.get(2, 0);
    }

    @Differentiable
    static double solvedByRule(double[] p) {
        DMatrixRMaj a = matrix(p);
        DMatrixRMaj b = right(p);
        DMatrixRMaj x = new DMatrixRMaj(1, 1);
        LinearAlgebra.solve(a, b, x);
        // What was solved for is overwritten: the derivative must not notice.
        a.set(0, 0, -1);
        b.set(0, 0, p[0]);
        double score = score(x);
        x.set(0, 0, p[1]);
        return score + a.get(0, 0) * b.get(0, 0) * x.get(0, 0);
    }

    /** Gaussian elimination without pivoting. */
    @Differentiable
    static double solvedByElimination(double[] p) {
        DMatrixRMaj a = matrix(p);
        DMatrixRMaj x = right(p);
        for (int k = 0; k < N; k++) {
            for (int i = k + 1; i < N; i++) {
                double factor = a.get(i, k) / a.get(k, k);
                for (int j = k; j < N; j++) {
                    a.set(i, j, a.get(i, j) - factor * a.get(k, j));
                }
                for (int j = 0; j < 2; j++) {
                    x.set(i, j, x.get(i, j) - factor * x.get(k, j));
                }
            }
        }
        for (int i = N - 1; i >= 0; i--) {
            for (int j = 0; j < 2; j++) {
                double sum = x.get(i, j);
                for (int k = i + 1; k < N; k++) {
                    sum -= a.get(i, k) * x.get(k, j);
                }
                x.set(i, j, sum / a.get(i, i));
            }
        }
        return score(x) - p[0] * p[1];
    }

    @Differentiable
    static double invertedByRule(double[] p) {
        DMatrixRMaj a = matrix(p);
        LinearAlgebra.invert(a, a);
        return score(a);
    }

    @Differentiable
    static double invertedByEjml(double[] p) {
        DMatrixRMaj a = matrix(p);
        CommonOps_DDRM.invert(a);
        return score(a);
    }

    @Differentiable
    static double determinantByRule(double[] p) {
        return LinearAlgebra.determinant(matrix(p));
    }

    @Differentiable
    static double determinantByEjml(double[] p) {
        return CommonOps_DDRM.det(matrix(p));
    }

    /** Of a matrix of any size, for which EJML's elimination gives up where it is singular. */
    @Differentiable
    static double determinantOfAnySize(double[] p) {
        int n = (int) Math.sqrt(p.length);
        return LinearAlgebra.determinant(DMatrixRMaj.wrap(n, n, p));
    }

    @Differentiable
    static double eigenvaluesByRule(double[] p) {
        double[] values = LinearAlgebra.symmetricEigenvalues(matrix(p));
        return values[0] * values[1] + Math.sin(values[2]);
    }

    /** The eigenvalues of [[p0, p1], [p1, p2]]. */
    @Differentiable
    static double eigenvaluesOfTwoByFormula(double[] p) {
        double root = Math.sqrt((p[0] - p[2]) * (p[0] - p[2]) / 4 + p[1] * p[1]);
        double mean = (p[0] + p[2]) / 2;
        return Math.exp(0.1 * (mean - root)) + Math.sin(mean + root);
    }

    @Differentiable
    static double eigenvaluesOfTwoByRule(double[] p) {
        double[] values = LinearAlgebra.symmetricEigenvalues(symmetric(p));
        return Math.exp(0.1 * values[0]) + Math.sin(values[1]);
    }

    @Differentiable
    static double productOfEigenvalues(double[] p) {
        double[] values = LinearAlgebra.symmetricEigenvalues(symmetric(p));
        return values[0] * values[1];
    }

    private static DMatrixRMaj symmetric(double[] p) {
        DMatrixRMaj a = new DMatrixRMaj(2, 2);
        a.set(0, 0, p[0]);
        a.set(0, 1, p[1]);
        a.set(1, 0, p[1]);
        a.set(1, 1, p[2]);
        return a;
    }

    /** Kepler's equation E − e·sin E = M. */
    @Differentiable
    static double eccentricAnomaly(double[] p) {
        return Roots.find(e -> e - p[0] * Math.sin(e) - p[1], e -> 1 - p[0] * Math.cos(e), -10, 10);
    }

    /** The same by ten steps of Newton's method. */
    @Differentiable
    static double eccentricAnomalyByNewton(double[] p) {
        double e = p[1];
        for (int i = 0; i < 10; i++) {
            e -= (e - p[0] * Math.sin(e) - p[1]) / (1 - p[0] * Math.cos(e));
        }
        return e;
    }

    @Differentiable
    static double logGamma(double x) {
        return Gamma.logGamma(x);
    }

    @Differentiable
    static double gamma(double x) {
        return Gamma.gamma(x);
    }

    @Differentiable
    static double digamma(double x) {
        return Gamma.digamma(x);
    }

    @Differentiable
    static double erf(double x) {
        return Erf.erf(x);
    }

    @Differentiable
    static double erfc(double x) {
        return Erf.erfc(x);
    }

    @Differentiable
    static double erfInv(double x) {
        return Erf.erfInv(x);
    }
}
