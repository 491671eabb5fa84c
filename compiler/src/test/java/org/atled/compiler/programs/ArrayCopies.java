package org.atled.compiler.programs;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.atled.NoDerivative;

/** {@code System.arraycopy}, {@code clone} and the methods of {@link Arrays} that copy and fill. */
final class ArrayCopies {
    private ArrayCopies() {}

    @Program(at = "[1,2,3,4,5]")
    static void overlapUp(double[] a) {
        System.arraycopy(a, 0, a, 1, 4);
        a[2] *= a[3];
    }

    @Program(at = "[1,2,3,4,5]")
    static void overlapDown(double[] a) {
        a[4] *= a[0];
        System.arraycopy(a, 2, a, 0, 3);
        a[0] *= a[4];
    }

    @Program(at = "[1,2,3,4,5], 3")
    static void overlapRepeatedly(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, 0, a, 1, 4);
            System.arraycopy(a, i, a, i + 1, 2);
            a[0] = a[4] * a[1];
        }
    }

    @Program(at = "[1,2,3], [4,5,6,7]")
    static double betweenArrays(double[] a, double[] b) {
        double[] c = new double[5];
        System.arraycopy(a, 0, c, 1, 3);
        System.arraycopy(b, 2, c, 0, 2);
        System.arraycopy(c, 0, a, 0, 0);
        return c[0] * c[1] + c[2] * c[3] + b[0] * c[4];
    }

    @Program(at = "[1,2,3], [4,5,6]")
    static double fromConstants(double[] a, @NoDerivative double[] c) {
        a[0] *= a[1];
        System.arraycopy(c, 1, a, 1, 2);
        return a[0] * a[1] + a[2];
    }

    @Program(at = "[[1,2],[3,4],[5,6]]")
    static double rowReferences(double[][] a) {
        double[][] b = new double[3][];
        System.arraycopy(a, 0, b, 1, 2);
        b[0] = b[2];
        b[0][1] = a[0][0] * b[1][1];
        System.arraycopy(b, 0, b, 1, 2);
        return b[1][1] * b[2][0] + a[2][0];
    }

    @Program(at = "[1,2,3,4], [3,1,2,0]")
    static double integersBeside(double[] x, int[] n) {
        int[] m = new int[4];
        System.arraycopy(n, 0, m, 0, 4);
        int[] k = m.clone();
        Arrays.fill(m, 1, 3, 2);
        int[] j = Arrays.copyOf(k, 5);
        boolean[] f = new boolean[3];
        Arrays.fill(f, true);
        return x[m[1]] * x[k[0]] + x[j[4]] * (f[1] ? 2 : 3);
    }

    @Program(at = "[1,2,3]")
    static double cloned(double[] a) {
        double[] b = a.clone();
        b[0] *= a[1];
        a[1] *= b[0];
        return b[0] * b[2] + a[1];
    }

    @Program(at = "[[1,2],[3,4]]")
    static double cloneSharesRows(double[][] a) {
        double[][] b = a.clone();
        b[0][0] *= b[1][1];
        b[1] = new double[] {b[0][0], 3};
        b[1][1] *= a[0][0];
        return a[0][0] * b[1][0] + a[1][0] * b[1][1];
    }

    @Program(at = "[[1,2],[3,4]]")
    static double deepClone(double[][] a) {
        double[][] b = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i].clone();
        }
        a[0][0] = b[0][1] * b[1][0];
        b[0][0] += a[0][0] * a[1][1];
        return b[0][0] * a[0][0];
    }

    @Program(at = "2, [1,2,3]")
    static double filled(double x, double[] a) {
        Arrays.fill(a, 1, 3, x * x);
        double[] b = new double[4];
        Arrays.fill(b, a[0] * x);
        Arrays.fill(b, 0, 1, 5);
        Arrays.fill(a, 0, 0, x);
        return a[0] * b[1] + a[1] * b[0] + a[2] * b[3];
    }

    @Program(at = "[1,2,3]")
    static double filledRows(double[] row) {
        double[][] a = new double[3][];
        Arrays.fill(a, row);
        a[2][0] *= a[1][1];
        Arrays.fill(a, 1, 2, new double[] {row[0], 7});
        return a[0][0] * a[1][0] + a[1][1] * a[2][2];
    }

    @Program(at = {"[1,2,3], 2", "[1,2,3], 5", "[1,2,3], 0"})
    static double copiesOfAnyLength(double[] a, int n) {
        double[] b = Arrays.copyOf(a, n);
        double sum = 0;
        for (double v : b) {
            sum = sum * 2 + v * v;
        }
        return sum + a[0];
    }

    @Program(at = {"[1,2,3,4], 1, 3", "[1,2,3,4], 2, 7", "[1,2,3,4], 4, 4"})
    static double copiesOfRanges(double[] a, int from, int to) {
        double[] b = Arrays.copyOfRange(a, from, to);
        double sum = 0;
        for (double v : b) {
            sum = sum * a[0] + v;
        }
        return sum;
    }

    @Program(at = "[[1,2],[3,4]]")
    static double copyOfRows(double[][] a) {
        double[][] b = Arrays.copyOf(a, 3);
        double[][] c = Arrays.copyOfRange(a, 1, 2);
        b[2] = new double[] {a[0][0], 1};
        b[0][1] *= c[0][0];
        c[0][1] *= b[2][0];
        return a[0][1] * a[1][1] + b[2][0] * b[2][1];
    }

    @Program(at = "[1,2,3,4], 4")
    static double copiesInALoop(double[] x, int n) {
        double[] u = x.clone();
        for (int i = 0; i < n; i++) {
            double[] v = Arrays.copyOf(u, u.length);
            for (int j = 1; j < v.length - 1; j++) {
                v[j] = u[j] + 0.1 * (u[j - 1] * u[j + 1] - u[j]);
            }
            System.arraycopy(v, 0, u, 0, v.length);
        }
        return u[1] * u[2];
    }

    @Program(at = "[1,2,3]", gradient = "[20,21,22]")
    static double streamSum(double[] a) {
        double s = Arrays.stream(a).sum();
        double t = DoubleStream.of(a).sum();
        return s * 2 + t * 3 + a[0] * 15 + a[1] * 16 + a[2] * 17;
    }

    @Program(at = "[1,2,3]")
    static double streamSumOfComputed(double[] a) {
        double[] b = new double[3];
        for (int i = 0; i < 3; i++) {
            b[i] = a[i] * a[i] * Arrays.stream(a).sum();
        }
        return Arrays.stream(b).sum() * Arrays.stream(a).sum();
    }

    @Program(at = "[1,2,3]")
    static double streamSumOfConstants(double[] a) {
        double[] c = {4, 5};
        int[] n = {1, 2, 3};
        return a[0] * Arrays.stream(c).sum() + a[1] * Arrays.stream(n).sum() + a[2] * a[2];
    }

    @Program(at = "[1,2,3]")
    static double copyKeptInAHistory(double[] a) {
        double[][] history = new double[3][];
        for (int i = 0; i < 3; i++) {
            history[i] = a.clone();
            a[i] *= a[0] + 1;
        }
        return history[0][0] * history[1][0] + history[2][1] * a[2];
    }

    @Program(at = "[1,2,3]")
    static double sortedAndSearchedConstants(double[] a) {
        int[] order = {2, 0, 1};
        Arrays.sort(order);
        int at = Arrays.binarySearch(order, 1);
        boolean same = Arrays.equals(order, new int[] {0, 1, 2});
        return same ? a[at] * a[at] : a[0];
    }
}
