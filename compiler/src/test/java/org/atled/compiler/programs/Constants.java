package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Constants where active arrays may be as well: tables, parameters without derivative, {@code null}. */
final class Constants {
    private static final double[] START = {1, 2};
    private static final double[][] TABLE = {{1, 2}, {3, 4}};
    private static double scale = 1.5;

    private Constants() {}

    @Program(at = "0.5, 4")
    static double loopStartsFromAConstantArray(double x, int n) {
        double[] now = START;
        for (int i = 0; i < n; i++) {
            double[] next = new double[2];
            next[0] = now[0] + x * now[1];
            next[1] = now[1] - x * now[0];
            now = next;
        }
        return now[0] * now[1];
    }

    @Program(at = {"[5,6], 0", "[5,6], 3"})
    static double tableRowOrActiveRow(double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double[] row = i < n ? x : TABLE[i % 2];
            sum += row[0] * row[1] * (i + 1) + sum * row[0] * 0.1;
        }
        return sum;
    }

    @Program(at = "[1,2], [3,4]")
    static double constantStoredBesideActive(double[] x, @NoDerivative double[] c) {
        double[][] rows = new double[3][];
        rows[0] = x;
        rows[1] = c;
        rows[2] = rows[1];
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * row[1] * x[1] + sum;
        }
        return sum;
    }

    @Program(at = "[1,2], [[3,4],[5,6]]")
    static double constantMatrix(double[] x, @NoDerivative double[][] m) {
        double[][] rows = x[0] > 0 ? m : new double[][] {x, x};
        double[] y = new double[2];
        for (int i = 0; i < 2; i++) {
            y[i] = rows[i][0] * x[0] + rows[i][1] * x[1] * y[0];
        }
        return y[0] * y[1];
    }

    @Program(at = "0.5", gradient = "3")
    static double staticScalar(double x) {
        return x * scale * 2;
    }

    @Program(at = {"[1,2], true", "[1,2], false"})
    static double rowSetToNull(double[] x, boolean clear) {
        double[][] rows = {x, {x[0] * x[1], 3}};
        if (clear) {
            rows[0] = null;
        }
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double[] row = rows[i];
            if (row == null) {
                rows[i] = new double[] {x[1], 7};
                row = rows[i];
            }
            sum += row[0] * row[1];
        }
        return sum;
    }

    private static double[] maybe(double[] a, boolean wanted) {
        return wanted ? a : null;
    }

    private static double first(double[] a, double otherwise) {
        return a == null ? otherwise : a[0] * otherwise;
    }

    @Program(at = {"[1,2], true", "[1,2], false"})
    static double nullPassedAndReturned(double[] x, boolean wanted) {
        double[] a = maybe(x, wanted);
        double[] none = null;
        return first(a, x[1]) + first(null, x[0] * x[0]) + first(none, x[1] * x[0]) + first(maybe(x, !wanted), x[0]);
    }

    @Program(at = "[1,2]")
    static double parameterReassigned(double[] x) {
        double s = x[0];
        x = x.clone();
        x[0] *= x[1];
        s += x[0];
        x = new double[] {s, x[0]};
        x[1] += x[0] * x[1];
        return x[0] * x[1];
    }

    @Program(at = "[1,2], [5]")
    static double constantMadeActiveLater(double[] x, @NoDerivative double[] c) {
        double[] buffer = {1, 1, 1};
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += buffer[i % 3] * buffer[(i + 1) % 3] * c[0];
            if (i == 1) {
                buffer[2] = x[0] * sum;
            }
            if (i == 2) {
                buffer = new double[] {x[1], 2, x[0]};
            }
        }
        return sum + buffer[0] * buffer[2];
    }

    @Program(at = "0.5, 2")
    static double constantMatrixBuiltInside(double x, int n) {
        double[][] weights = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                weights[i][j] = 1.0 / (i + j + 1);
            }
        }
        double[] u = {x, 1, x * x};
        for (int s = 0; s < n; s++) {
            double[] v = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    v[i] += weights[i][j] * u[j];
                }
                v[i] *= u[i];
            }
            u = v;
        }
        return u[0] + u[1] * u[2];
    }

    @Program(at = "2, 3", gradient = "6, 4")
    static double finalLocalsFold(double x, double y) {
        final int two = 2;
        final double half = 0.5;
        double z = x * y * two;
        return two > 1 ? z * half * two : x;
    }

    @Program(at = "[[1,2],[3,4]], true")
    static double threeDimensionalMixture(double[][] a, boolean flag) {
        double[][][] cube = {a, TABLE, {{1, 1}, a[0]}};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double[][] m = flag ? cube[i] : TABLE;
            sum += m[0][0] * m[1][1] + m[1][0] * sum;
        }
        return sum;
    }
}
