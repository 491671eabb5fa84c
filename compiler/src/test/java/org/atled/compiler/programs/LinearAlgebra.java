package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Factorizations and solvers on dense and banded matrices, as textbooks write them. */
final class LinearAlgebra {
    private static final String SPD = "[[4,1,0.5],[1,5,-1],[0.5,-1,3]]";
    private static final String GENERAL = "[[0.1,2,1],[3,-1,0.5],[1,1,4]]";

    private LinearAlgebra() {}

    @Program(at = GENERAL + ", [1,2,3]")
    static double[] gaussElimination(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                double t = b[k];
                b[k] = b[pivot];
                b[pivot] = t;
            }
            if (a[k][k] == 0) {
                throw new ArithmeticException("singular in column " + k);
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }

    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        return l;
    }

    @Program(at = SPD)
    static double logDeterminant(double[][] a) {
        double[][] l = cholesky(a);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.log(l[i][i]);
        }
        return 2 * sum;
    }

    @Program(at = SPD + ", [1,-2,0.5]")
    static double gaussianLogDensity(double[][] covariance, double[] x) {
        double[][] l = cholesky(covariance);
        double value = -0.5 * x.length * Math.log(2 * Math.PI);
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int j = 0; j < i; j++) {
                sum -= l[i][j] * z[j];
            }
            z[i] = sum / l[i][i];
            value -= 0.5 * z[i] * z[i] + Math.log(l[i][i]);
        }
        return value;
    }

    @Program(at = "[[1,2],[3,4],[5,7]]")
    static double[][] gramSchmidt(double[][] a) {
        int m = a.length;
        int n = a[0].length;
        double[][] r = new double[n][n];
        for (int k = 0; k < n; k++) {
            double norm = 0;
            for (int i = 0; i < m; i++) {
                norm = Math.hypot(norm, a[i][k]);
            }
            r[k][k] = norm;
            for (int i = 0; i < m; i++) {
                a[i][k] /= norm;
            }
            for (int j = k + 1; j < n; j++) {
                for (int i = 0; i < m; i++) {
                    r[k][j] += a[i][k] * a[i][j];
                }
                for (int i = 0; i < m; i++) {
                    a[i][j] -= a[i][k] * r[k][j];
                }
            }
        }
        return r;
    }

    @Program(at = "[[1,2],[3,4],[5,7]], [1,0,2]")
    static double householderLeastSquares(double[][] a, double[] b) {
        int m = a.length;
        int n = a[0].length;
        for (int k = 0; k < n; k++) {
            double norm = 0;
            for (int i = k; i < m; i++) {
                norm += a[i][k] * a[i][k];
            }
            double alpha = a[k][k] > 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
            double[] v = new double[m];
            v[k] = a[k][k] - alpha;
            double vv = v[k] * v[k];
            for (int i = k + 1; i < m; i++) {
                v[i] = a[i][k];
                vv += v[i] * v[i];
            }
            for (int j = k; j <= n; j++) {
                double dot = 0;
                for (int i = k; i < m; i++) {
                    dot += v[i] * (j < n ? a[i][j] : b[i]);
                }
                for (int i = k; i < m; i++) {
                    if (j < n) {
                        a[i][j] -= 2 * dot / vv * v[i];
                    } else {
                        b[i] -= 2 * dot / vv * v[i];
                    }
                }
            }
        }
        return b[m - 1] * b[m - 1];
    }

    @Program(at = "[0,1,1,1], [4,5,6,4.5], [1,2,1,0], [1,2,3,4]")
    static double[] thomas(double[] a, double[] b, double[] c, double[] d) {
        int n = d.length;
        double[] cp = new double[n];
        double[] dp = new double[n];
        cp[0] = c[0] / b[0];
        dp[0] = d[0] / b[0];
        for (int i = 1; i < n; i++) {
            double m = b[i] - a[i] * cp[i - 1];
            cp[i] = c[i] / m;
            dp[i] = (d[i] - a[i] * dp[i - 1]) / m;
        }
        double[] x = new double[n];
        x[n - 1] = dp[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            x[i] = dp[i] - cp[i] * x[i + 1];
        }
        return x;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    @Program(at = {"[[0.5,0.2],[0.1,0.7]], 5", "[[0.5,0.2],[0.1,0.7]], 0"})
    static double[][] matrixPower(double[][] a, int n) {
        double[][] result = {{1, 0}, {0, 1}};
        double[][] base = a;
        for (int e = n; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = multiply(result, base);
            }
            base = multiply(base, base);
        }
        return result;
    }

    @Program(at = SPD + ", [1,2,3], 3", differences = 1e-6)
    static double conjugateGradients(double[][] a, double[] b, int iterations) {
        int n = b.length;
        double[] x = new double[n];
        double[] r = b.clone();
        double[] p = b.clone();
        double rr = 0;
        for (double v : r) {
            rr += v * v;
        }
        for (int it = 0; it < iterations && rr > 1e-20; it++) {
            double[] ap = new double[n];
            double pap = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    ap[i] += a[i][j] * p[j];
                }
                pap += ap[i] * p[i];
            }
            double alpha = rr / pap;
            double next = 0;
            for (int i = 0; i < n; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
                next += r[i] * r[i];
            }
            for (int i = 0; i < n; i++) {
                p[i] = r[i] + next / rr * p[i];
            }
            rr = next;
        }
        return x[0] * x[1] + x[2];
    }

    @Program(at = SPD + ", 8")
    static double powerIteration(double[][] a, int n) {
        double[] v = {1, 1, 1};
        double lambda = 0;
        for (int it = 0; it < n; it++) {
            double[] w = new double[3];
            double norm = 0;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    w[i] += a[i][j] * v[j];
                }
                norm += w[i] * w[i];
            }
            lambda = Math.sqrt(norm);
            for (int i = 0; i < 3; i++) {
                v[i] = w[i] / lambda;
            }
        }
        return lambda;
    }

    @Program(at = SPD + ", [1,2,3], [0,0,0], 10")
    static void gaussSeidel(double[][] a, double[] b, double[] x, int sweeps) {
        for (int s = 0; s < sweeps; s++) {
            for (int i = 0; i < x.length; i++) {
                double sum = b[i];
                for (int j = 0; j < x.length; j++) {
                    if (j != i) {
                        sum -= a[i][j] * x[j];
                    }
                }
                x[i] = sum / a[i][i];
            }
        }
    }

    @Program(at = "[1,2,3,4,5,6], [1,0.5,2,-1,3,0.1], 2, 3")
    static double[] flatProduct(double[] a, double[] b, int m, int n) {
        double[] c = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += a[i * n + k] * b[k * m + j];
                }
                c[i * m + j] = sum;
            }
        }
        return c;
    }

    @Program(at = "[2,3,0.5], [1,-1,2,0.5]")
    static double[] convolution(double[] kernel, @NoDerivative double[] signal) {
        double[] out = new double[kernel.length + signal.length - 1];
        for (int i = 0; i < kernel.length; i++) {
            for (int j = 0; j < signal.length; j++) {
                out[i + j] += kernel[i] * signal[j];
            }
        }
        return out;
    }
}
