package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Arrays of any rank and shape, passed in, made inside and returned. */
final class ArrayPrograms {
    private ArrayPrograms() {}

    @Program(at = "[1,2,3]", gradient = "[2,4,6]")
    static double sumOfSquares(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    @Program(at = {"[]", "[2]"})
    static double possiblyEmpty(double[] x) {
        double[] none = new double[0];
        double sum = none.length;
        for (double v : x) {
            sum += v * v;
        }
        return sum;
    }

    @Program(at = "[1,2,3]")
    static double[] returnsNew(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[(i + 1) % x.length];
        }
        return y;
    }

    @Program(at = "[1,2,3]")
    static double[] returnsItsParameter(double[] x) {
        x[0] *= x[1];
        return x;
    }

    @Program(at = {"[1,2], [3,4], true", "[1,2], [3,4], false"})
    static double[] returnsOneOfItsParameters(double[] x, double[] y, boolean first) {
        x[1] += y[0];
        y[0] *= y[1];
        return first ? x : y;
    }

    @Program(at = "[[1,2],[3,4]]")
    static double[] returnsARow(double[][] a) {
        a[1][0] = a[0][0] * a[0][1];
        return a[1];
    }

    @Program(at = "[[1,2],[3,4]]")
    static double[][] returnsTransposed(double[][] a) {
        double[][] t = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                t[j][i] = a[i][j] * a[i][j];
            }
        }
        return t;
    }

    @Program(at = {"[[1,2,3],[4],[],[5,6]]", "[[],[]]", "[]"})
    static double jagged(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            double product = 1;
            for (double v : row) {
                product *= v;
            }
            sum += product * row.length;
        }
        return sum;
    }

    @Program(at = {"[[1,2],null,[3,4]]", "[null]"})
    static double nullRows(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] == null) {
                sum = 2 * sum + i;
            } else {
                sum += a[i][0] * a[i][1];
            }
        }
        return sum * sum;
    }

    @Program(at = "[[[1,2],[3,4]],[[5,6],[7,8]]]")
    static double rankThree(double[][][] a) {
        double sum = 0;
        for (double[][] matrix : a) {
            for (double[] row : matrix) {
                for (int k = 0; k < row.length; k++) {
                    sum += row[k] * matrix[0][k];
                }
            }
        }
        a[1][1][1] = a[0][0][0] * sum;
        return sum + a[1][1][1] * a[1][1][0];
    }

    @Program(at = "0.7")
    static double rankFourInside(double x) {
        double[][][][] a = new double[2][3][2][];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 2; k++) {
                    a[i][j][k] = new double[i + j + k + 1];
                    a[i][j][k][i + j + k] = x * (i + 1) + j * k;
                }
            }
        }
        double[][][] b = a[1];
        b[2][1][0] += a[0][0][0][0] * x;
        return a[1][2][1][0] * a[1][2][1][4] + a[0][1][1][2] * x;
    }

    @Program(at = "0.7, 4")
    static double allocatedInALoop(double x, int n) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                rows[i][j] = i == 0 ? x : rows[i - 1][Math.min(j, i - 1)] * (x + j);
            }
        }
        double sum = 0;
        for (double[] row : rows) {
            sum += row[row.length - 1] * row[0];
        }
        return sum;
    }

    @Program(at = "0.7, 5")
    static double freshArrayPerIteration(double x, int n) {
        double[] state = {x, 1};
        for (int i = 0; i < n; i++) {
            double[] next = new double[2];
            next[0] = state[0] * state[1] * 0.9;
            next[1] = state[1] + x * state[0];
            state = next;
        }
        return state[0] + 2 * state[1];
    }

    @Program(at = "[1,0.5], 5")
    static double referencesSwapped(double[] u0, int n) {
        double[] u = u0.clone();
        double[] v = new double[2];
        for (int i = 0; i < n; i++) {
            v[0] = u[0] + 0.1 * u[1];
            v[1] = u[1] - 0.1 * u[0] * u[0];
            double[] t = u;
            u = v;
            v = t;
        }
        return u[0] * u[1] + v[0];
    }

    @Program(at = "[1,0.5], [0.25,2], 3")
    static void parametersSwapped(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i % 2] += b[0] * b[1] * 0.5;
            double[] t = a;
            a = b;
            b = t;
        }
        a[1] *= a[0];
    }

    @Program(at = "[1,2,3,4]")
    static double compoundOnElements(double[] a) {
        a[0] += a[1];
        a[1] -= a[2] * a[0];
        a[2] *= a[2];
        a[3] /= a[0];
        a[0]++;
        --a[1];
        double old = a[2]++;
        double now = ++a[3];
        int i = 0;
        a[i++] *= a[i];
        a[i] = a[i = 2] + i;
        return a[0] + a[1] * a[2] + a[3] * old * now;
    }

    @Program(at = "1.5, [1,2,3]")
    static double initializers(double x, double[] c) {
        double[] a = {x, x * x, c[0]};
        double[][] b = {{x, 2}, {}, {c[1], a[1], 3 * x}};
        double[][][] d = {{a, b[0]}, {c}};
        return a[2] * b[2][1] + b[0][0] * d[1][0][2] + d[0][1][1] * d[0][0][0];
    }

    @Program(at = "[1,2,3], [4,5,6]")
    static double constantsBeside(double[] x, @NoDerivative double[] w) {
        double[] t = new double[3];
        for (int i = 0; i < 3; i++) {
            t[i] = w[i] * w[2 - i];
        }
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += t[i] * x[i] * x[i];
        }
        return sum;
    }

    @Program(at = "[1,2,3]")
    static double constantsBecomeActive(double[] x) {
        double[] t = {1, 2, 3};
        double before = t[0] * x[0];
        t[0] = x[1];
        double[] u = {4, 5};
        t = u;
        double between = t[0] * x[2];
        t[1] = x[0] * x[1];
        return before + between * t[1] + u[0];
    }

    @Program(at = "[[1,2],[3,4]], [1,0]")
    static double rowsReplaced(double[][] a, int[] order) {
        double[][] b = new double[2][];
        for (int i = 0; i < 2; i++) {
            b[i] = a[order[i]];
        }
        double[] spare = {7, 8};
        a[0] = spare;
        b[0][1] = a[0][0] * b[1][0];
        a[0][1] = b[0][1] * b[0][0];
        return a[0][1] + b[0][1] * b[1][1] + a[1][1];
    }

    @Program(at = "[1,2,3,4], 2")
    static double historyKept(double[] u, int steps) {
        double[][] history = new double[steps + 1][];
        history[0] = u;
        for (int s = 0; s < steps; s++) {
            double[] next = new double[u.length];
            for (int i = 0; i < u.length; i++) {
                next[i] = history[s][i] + 0.1 * history[s][(i + 1) % u.length] * history[s][i];
            }
            history[s + 1] = next;
        }
        double sum = 0;
        for (double[] state : history) {
            sum += state[0] * state[3];
        }
        return sum;
    }

    @Program(at = "[1,2,3]")
    static double indexDependsOnValues(double[] x) {
        double[] a = new double[4];
        for (int i = 0; i < 3; i++) {
            a[(int) Math.floor(x[i] * 1.1)] += x[i] * x[i];
        }
        return a[1] * a[2] + a[3];
    }

    @Program(at = "[1,2,3,4]")
    static double objectArrayHoldsRows(double[] x) {
        Object[] boxes = new Object[2];
        boxes[0] = x;
        boxes[1] = new double[] {x[0] * x[1], 5};
        double[] a = (double[]) boxes[0];
        double[] b = (double[]) boxes[1];
        b[1] += a[2];
        Object c = b;
        return c instanceof double[] d ? d[0] * d[1] + a[3] : 0;
    }

    @Program(at = "[1,2], 3")
    static int arrayInInteger(double[] x, int n) {
        int[][] grid = new int[n][n];
        grid[1][1] = 2;
        x[0] *= grid[1][1];
        return grid[1][1];
    }

    @Program(at = "2")
    static double longArrays(double x) {
        double[] a = new double[1000];
        a[0] = x;
        for (int i = 1; i < a.length; i++) {
            a[i] = 0.5 * a[i - 1] + x / i;
        }
        return a[999] + a[500];
    }
}
