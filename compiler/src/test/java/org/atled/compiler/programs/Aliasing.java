package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Several references to one array. */
final class Aliasing {
    private Aliasing() {}

    @Program(
            at = {"[1,2], #0", "[1,2], [3,4]"},
            gradient = {"[4,8]"})
    static double samePassedTwice(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            sum += a[i] * b[i] * 2;
        }
        return sum;
    }

    @Program(at = {"[1,2], #0", "[1,2], [3,4]"})
    static double samePassedTwiceAndWritten(double[] a, double[] b) {
        a[0] *= b[1];
        b[0] += a[0] * a[1];
        a[1] = b[0] * b[0];
        return a[0] * b[1];
    }

    @Program(at = {"[[1,2],[3,4]], #0.1", "[[1,2],[3,4]], [5,6]"})
    static double rowPassedAsVector(double[][] a, double[] x) {
        double[] y = new double[2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        x[0] = y[0] * y[1];
        return a[1][0] * a[1][1] + y[0];
    }

    @Program(at = {"[[1,2],^0,[3,4]]", "[[1,2],[5,6],[3,4]]"})
    static double sharedRowsWritten(double[][] a) {
        a[0][0] = a[1][1] * a[2][0];
        a[1][1] += a[0][0];
        return a[0][1] * a[1][0];
    }

    @Program(at = "3")
    static double localAliases(double x) {
        double[] a = new double[3];
        double[] b = a;
        double[][] c = {a, b};
        a[0] = x;
        b[1] = a[0] * x;
        c[1][2] = c[0][1] * b[0];
        return a[2] * c[0][0];
    }

    @Program(at = {"[1,2,3], 0", "[1,2,3], 2"})
    static double aliasDecidedAtRunTime(double[] a, int n) {
        double[] b = n > 1 ? a : new double[] {4, 5, 6};
        for (int i = 0; i < 3; i++) {
            b[i] = a[2 - i] * b[i];
        }
        return a[0] * b[1] + b[2];
    }

    @Program(at = {"[[1,2],[3,4],[5,6]], 7"})
    static double rotatingRows(double[][] a, int n) {
        for (int i = 0; i < n; i++) {
            double[] first = a[0];
            a[0] = a[1];
            a[1] = a[2];
            a[2] = first;
            a[0][0] += 0.5 * a[1][1] * a[2][0];
        }
        return a[0][0] * a[1][0] + a[2][1];
    }

    @Program(at = "0.8, 6")
    static double ringBuffer(double x, int n) {
        double[][] ring = new double[3][2];
        ring[0][0] = x;
        for (int i = 1; i < n; i++) {
            double[] now = ring[i % 3];
            double[] before = ring[(i - 1) % 3];
            double[] oldest = ring[(i + 1) % 3];
            now[0] = before[0] * x + oldest[0];
            now[1] = before[1] + now[0] * now[0];
        }
        return ring[(n - 1) % 3][1];
    }

    private static void axpy(double s, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += s * x[i];
        }
    }

    @Program(at = "0.5, [1,2]")
    static double aliasedInACall(double s, double[] x) {
        axpy(s, x, x);
        double[] y = {3, 4};
        axpy(x[0], x, y);
        axpy(y[0], y, y);
        return y[0] * y[1];
    }

    @Program(at = {"0.5, [1,2], [3,4], #1", "0.5, [1,2], #1, #1", "0.5, [1,2], [3,4], #2"})
    static void threeParameters(double s, double[] a, double[] b, double[] c) {
        for (int i = 0; i < 2; i++) {
            c[i] = s * a[1 - i] + b[i] * a[i];
            a[i] += c[1 - i] * b[1];
        }
    }

    @Program(at = "[1,2], [3,4]")
    static double constantRowBesideActiveRow(double[] x, @NoDerivative double[] c) {
        double[][] rows = {x, c.clone(), {x[0], 1}};
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * row[1] * sum + row[0];
        }
        return sum;
    }

    @Program(at = "[1,2,3]")
    static double sameIndexTwice(double[] a) {
        int i = 1;
        int j = 3 - 2;
        a[i] = a[j] * a[j];
        a[j] = a[i] + a[i] * a[0];
        return a[i] * a[2];
    }

    @Program(at = "[1,2,3,4], [0,0,1,1,0,3]")
    static double scatteredTwiceToOneElement(double[] x, int[] index) {
        double[] y = new double[4];
        for (int i = 0; i < index.length; i++) {
            y[index[i]] += x[i % 4] * (i + 1);
            x[index[i]] *= 1.1;
        }
        return y[0] * y[1] + y[3];
    }

    @Program(at = "[[1,2],[3,4]]")
    static double selfContainingObjects(double[][] a) {
        Object[] box = new Object[2];
        box[0] = a;
        box[1] = a[1];
        double[][] b = (double[][]) box[0];
        double[] row = (double[]) box[1];
        row[0] *= b[0][1];
        return a[1][0] * b[1][1];
    }
}
