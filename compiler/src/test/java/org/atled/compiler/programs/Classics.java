package org.atled.compiler.programs;

import java.util.Arrays;

/** Programs with known derivatives from the literature and from other tools' test suites. */
final class Classics {
    private Classics() {}

    @Program(at = "0.7853981633974483, 0.7853981633974483", gradient = "-1.184953, 1.128922", within = 1e-6)
    static double product(double x, double y) {
        return x * (-Math.sin(x * y) + y) * 4;
    }

    @Program(at = "2", gradient = "0.35355339059327373", within = 1e-15)
    static double babylonianCounted(double x) {
        double a = x;
        for (int i = 0; i < 300; i++) {
            a = (a + x / a) / 2;
        }
        return a;
    }

    @Program(at = "2", gradient = "0.35355339059327373", within = 1e-15)
    static double babylonianWhile(double x) {
        double a = x;
        while (Math.abs(a - x / a) > 1e-14) {
            a = (a + x / a) / 2;
        }
        return a;
    }

    @Program(at = "1.2", gradient = "10.368")
    static double powerInArray(double x) {
        double[] tmp = new double[1];
        tmp[0] = 1;
        for (int k = 0; k < 5; k++) {
            tmp[0] *= x;
        }
        return tmp[0];
    }

    @Program(
            at = {"[[1,2],[3,4]], #0", "[[1,2],[3,4]], [[5,6],[7,8]]"},
            gradient = {"[[7,11],[9,13]]"})
    static double sumOfProduct(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        double sum = 0;
        for (double[] row : c) {
            for (double v : row) {
                sum += v;
            }
        }
        return sum;
    }

    @Program(at = "[1,2]", gradient = "0, -0.4161468365471424")
    static double overwritten(double[] x) {
        x[0] = Math.sin(x[1]);
        return x[0];
    }

    @Program(at = "1, 3", value = 6, gradient = "0, 2")
    static double otherOfSimultaneousSwap(double a, double b) {
        for (int i = 0; i < 2; i++) {
            double t = a;
            a = b;
            b = 2 * t;
        }
        return b;
    }

    @Program(at = "1, 3", value = 2, gradient = "2, 0")
    static double simultaneousSwap(double a, double b) {
        for (int i = 0; i < 2; i++) {
            double t = a;
            a = b;
            b = 2 * t;
        }
        return a;
    }

    @Program(at = "2", gradient = "14")
    static double continued(double u) {
        double r = 11 * u;
        for (int i = 0; i < 3; i++) {
            r += u * i;
            continue;
        }
        return r;
    }

    @Program(at = "2", gradient = "1")
    static double broken(double u) {
        double r = 0;
        for (int i = 1; i <= 2; i++) {
            r += i * u;
            if (i == 1) {
                break;
            }
        }
        return r;
    }

    @Program(
            at = {"1.1, 1.5", "1.5, 1.1"},
            gradient = {"1.5, 1.1", "2.1, 1.5"})
    static double recursion(double a, double b) {
        return a < b ? a * b : recursion(b, a) + a;
    }

    @Program(
            at = {"[[1,2,3],^0]", "[[1,2,3],[4,5,6]]"},
            gradient = "[3,6,9]")
    static double sharedRow(double[][] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 3; j++) {
                sum += (i + 1) * (j + 1) * rows[i][j];
            }
        }
        return sum;
    }

    @Program(at = "0.9", value = 817.130278696, gradient = "6063.168634799", within = 1e-12)
    static double linearRecurrence(double a) {
        double[] x = new double[4];
        Arrays.fill(x, a);
        double ll = 0;
        for (int t = 1; t <= 20; t++) {
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                x[i] = a * x[i] + 0.1;
                sum += x[i];
            }
            ll += t * sum;
        }
        return ll;
    }

    private static void lotkaVolterra(double[] p, double[] u, double[] du) {
        du[0] = p[0] * u[0] - p[1] * u[0] * u[1];
        du[1] = -p[2] * u[1] + p[3] * u[0] * u[1];
    }

    private static final double[][] A = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    };
    private static final double[] B = {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84};

    private static double[][] dormandPrince(double[] p, int steps) {
        double[][] trajectory = new double[steps + 1][];
        trajectory[0] = new double[] {1, 1};
        double[][] k = new double[6][2];
        double h = 0.25;
        for (int s = 0; s < steps; s++) {
            double[] u = trajectory[s];
            for (int stage = 0; stage < 6; stage++) {
                double[] v = u.clone();
                for (int j = 0; j < stage; j++) {
                    for (int i = 0; i < 2; i++) {
                        v[i] += h * A[stage][j] * k[j][i];
                    }
                }
                lotkaVolterra(p, v, k[stage]);
            }
            double[] next = u.clone();
            for (int stage = 0; stage < 6; stage++) {
                for (int i = 0; i < 2; i++) {
                    next[i] += h * B[stage] * k[stage][i];
                }
            }
            trajectory[s + 1] = next;
        }
        return trajectory;
    }

    @Program(
            at = "[1.2, 0.8, 2.8, 0.8]",
            value = 658.7291028391148,
            gradient = "[-497.49624838, -183.58422300, 411.04561358, -1711.29531422]",
            within = 1e-9,
            differences = 1e-6)
    static double fitLoss(double[] p) {
        double[][] data = dormandPrince(new double[] {1.5, 1, 3, 1}, 40);
        double[][] model = dormandPrince(p, 40);
        double loss = 0;
        for (int s = 0; s < data.length; s++) {
            for (int i = 0; i < 2; i++) {
                double r = model[s][i] - data[s][i];
                loss += r * r;
            }
        }
        return loss;
    }
}
