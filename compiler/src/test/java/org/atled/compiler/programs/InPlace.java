package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Arrays updated in place, with and without overlap of what is read and what is written. */
final class InPlace {
    private InPlace() {}

    @Program(at = "[1,2,3,4]")
    static void prefixSums(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] += a[i - 1];
        }
    }

    @Program(at = "[1,2,3,4]")
    static void prefixProducts(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] *= a[i - 1];
        }
    }

    @Program(at = {"[1,2,3,4]", "[1,2,3]", "[]"})
    static void reversed(double[] a) {
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            double t = a[i];
            a[i] = a[j] * 2;
            a[j] = t;
        }
    }

    @Program(at = "[1,2,3,4,5], 3")
    static void smoothedRepeatedly(double[] a, int n) {
        for (int k = 0; k < n; k++) {
            for (int i = 1; i < a.length - 1; i++) {
                a[i] = 0.25 * (a[i - 1] + 2 * a[i] + a[i + 1]) + 0.01 * a[i] * a[i];
            }
        }
    }

    @Program(at = "[1,2,3,4], 2")
    static void shiftedByStride(double[] a, int s) {
        for (int i = 0; i + s < a.length; i++) {
            a[i] = a[i + s] * a[i];
            a[i + s] = a[i] + 1;
        }
    }

    @Program(at = "0.1, [1,2], [1.5,1,3,1], [9,9]")
    static void rightHandSide(@NoDerivative double t, double[] u, double[] p, double[] du) {
        du[0] = p[0] * u[0] - p[1] * u[0] * u[1];
        du[1] = -p[2] * u[1] + p[3] * u[0] * u[1];
    }

    @Program(at = "[[2,1],[4,5]]")
    static void normalizedRows(double[][] a) {
        for (double[] row : a) {
            double norm = 0;
            for (double v : row) {
                norm += v * v;
            }
            norm = Math.sqrt(norm);
            for (int j = 0; j < row.length; j++) {
                row[j] /= norm;
            }
        }
    }

    @Program(at = "[0.5,1,1.5], 4")
    static void mapIterated(double[] a, int n) {
        for (int k = 0; k < n; k++) {
            double last = a[a.length - 1];
            for (int i = 0; i < a.length; i++) {
                a[i] = Math.sin(a[i]) + last * 0.1;
            }
        }
    }

    @Program(at = "[1,2,3]")
    static void overwrittenWithConstants(double[] a) {
        double sum = a[0] * a[1] * a[2];
        for (int i = 0; i < a.length; i++) {
            a[i] = i;
        }
        a[1] = sum;
        a[1] = 3;
        a[2] *= sum;
    }

    @Program(at = "[1,2,3], [0.5,0.25,2]")
    static void accumulatedInto(double[] x, double[] sum) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum[j] += x[i] * x[j] * (i + 1);
            }
        }
    }

    @Program(at = "[[1,2,3],[4,5,6],[7,8,10]]")
    static void transposedInPlace(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                double t = a[i][j];
                a[i][j] = a[j][i];
                a[j][i] = t * t;
            }
        }
    }

    @Program(at = "[[1,2],[3,4]], 3")
    static void squaredInPlace(double[][] a, int n) {
        for (int s = 0; s < n; s++) {
            double p = a[0][0] * a[0][0] + a[0][1] * a[1][0];
            double q = a[0][0] * a[0][1] + a[0][1] * a[1][1];
            double r = a[1][0] * a[0][0] + a[1][1] * a[1][0];
            double t = a[1][0] * a[0][1] + a[1][1] * a[1][1];
            a[0][0] = p * 0.1;
            a[0][1] = q * 0.1;
            a[1][0] = r * 0.1;
            a[1][1] = t * 0.1;
        }
    }

    @Program(at = "[1,2,3,4]")
    static double valueBeforeAndAfter(double[] a) {
        double before = a[1];
        a[1] = before * a[2];
        double between = a[1];
        a[1] = between * before;
        return before * between * a[1];
    }

    @Program(at = "[1,2,3,4,5,6]")
    static void conditionalUpdates(double[] a) {
        for (int i = 1; i < a.length; i++) {
            if (i % 2 == 0) {
                a[i] *= a[i - 1];
            } else if (a[i] > 3) {
                a[i - 1] = a[i] * a[0];
            } else {
                a[i] = 1;
            }
        }
    }

    @Program(at = "0.5, [1,2]")
    static double scalarAndArrayOutputs(double x, double[] a) {
        a[0] += x * a[1];
        a[1] *= x;
        return a[0] * a[1];
    }
}
