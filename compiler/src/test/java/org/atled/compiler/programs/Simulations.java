package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Ordinary and partial differential equations and stochastic models, stepped in plain code. */
final class Simulations {
    private Simulations() {}

    private static void pendulum(double t, double[] u, double[] p, double[] du) {
        du[0] = u[1];
        du[1] = -p[0] * Math.sin(u[0]) - p[1] * u[1] + 0.1 * Math.cos(t);
    }

    @Program(at = "[2.5,0.3], [1,0.2], 12")
    static double rungeKutta4(double[] p, double[] start, int steps) {
        double h = 0.1;
        double[] u = start.clone();
        double[] v = new double[2];
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        for (int s = 0; s < steps; s++) {
            double t = s * h;
            pendulum(t, u, p, k1);
            stage(u, k1, h / 2, v);
            pendulum(t + h / 2, v, p, k2);
            stage(u, k2, h / 2, v);
            pendulum(t + h / 2, v, p, k3);
            stage(u, k3, h, v);
            pendulum(t + h, v, p, k4);
            for (int i = 0; i < 2; i++) {
                u[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return u[0] * u[0] + u[1];
    }

    private static void stage(double[] u, double[] k, double h, double[] out) {
        for (int i = 0; i < u.length; i++) {
            out[i] = u[i] + h * k[i];
        }
    }

    @Program(at = "[2.5,0.3], [1,0.2], 9")
    static double heunWithSwappedBuffers(double[] p, double[] start, int steps) {
        double h = 0.1;
        double[] now = start.clone();
        double[] next = new double[2];
        double[] k = new double[2];
        double[] l = new double[2];
        for (int s = 0; s < steps; s++) {
            pendulum(s * h, now, p, k);
            for (int i = 0; i < 2; i++) {
                next[i] = now[i] + h * k[i];
            }
            pendulum(s * h + h, next, p, l);
            for (int i = 0; i < 2; i++) {
                next[i] = now[i] + h / 2 * (k[i] + l[i]);
            }
            double[] t = now;
            now = next;
            next = t;
        }
        return now[0] * now[1] + next[0];
    }

    private static void gravity(double[][] x, double[] m, double[][] a) {
        for (int i = 0; i < x.length; i++) {
            a[i][0] = 0;
            a[i][1] = 0;
            for (int j = 0; j < x.length; j++) {
                if (i == j) {
                    continue;
                }
                double dx = x[j][0] - x[i][0];
                double dy = x[j][1] - x[i][1];
                double r2 = dx * dx + dy * dy + 0.01;
                double s = m[j] / (r2 * Math.sqrt(r2));
                a[i][0] += s * dx;
                a[i][1] += s * dy;
            }
        }
    }

    @Program(at = "[[0,0],[1,0.2],[-0.5,1]], [[0,0.1],[0.2,0.9],[-1,0]], [1,0.5,0.25], 6")
    static void verletBodies(double[][] x, double[][] v, double[] m, int steps) {
        double h = 0.05;
        double[][] a = new double[x.length][2];
        gravity(x, m, a);
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < x.length; i++) {
                for (int d = 0; d < 2; d++) {
                    v[i][d] += h / 2 * a[i][d];
                    x[i][d] += h * v[i][d];
                }
            }
            gravity(x, m, a);
            for (int i = 0; i < x.length; i++) {
                for (int d = 0; d < 2; d++) {
                    v[i][d] += h / 2 * a[i][d];
                }
            }
        }
    }

    @Program(at = "[0,1,2,1,0], 0.2, 7")
    static double heatExplicit(double[] start, double r, int steps) {
        double[] u = start;
        double[] w = new double[start.length];
        for (int s = 0; s < steps; s++) {
            for (int i = 1; i < u.length - 1; i++) {
                w[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
            w[0] = w[1];
            w[w.length - 1] = 0;
            double[] t = u;
            u = w;
            w = t;
        }
        double sum = 0;
        for (double v : u) {
            sum += v * v;
        }
        return sum;
    }

    @Program(at = "[0,1,2,1,0], 0.7, 4")
    static double[] crankNicolson(double[] start, double r, int steps) {
        int n = start.length;
        double[] u = start.clone();
        for (int s = 0; s < steps; s++) {
            double[] d = new double[n];
            for (int i = 1; i < n - 1; i++) {
                d[i] = r / 2 * u[i - 1] + (1 - r) * u[i] + r / 2 * u[i + 1];
            }
            double[] c = new double[n];
            for (int i = 1; i < n - 1; i++) {
                double m = 1 + r + r / 2 * c[i - 1];
                c[i] = -r / 2 / m;
                d[i] = (d[i] + r / 2 * d[i - 1]) / m;
            }
            for (int i = n - 2; i > 0; i--) {
                u[i] = d[i] - c[i] * u[i + 1];
            }
        }
        return u;
    }

    @Program(at = "100, 105, 0.02, 0.3, 1, 200", differences = 1e-5)
    static double blackScholesMonteCarlo(
            double spot, double strike, double rate, double volatility, double expiry, int paths) {
        long state = 42;
        double sum = 0;
        for (int i = 0; i < paths; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            double u1 = ((state >>> 11) + 0.5) * 0x1p-53;
            state = state * 6364136223846793005L + 1442695040888963407L;
            double u2 = ((state >>> 11) + 0.5) * 0x1p-53;
            double z = Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
            double end =
                    spot * Math.exp((rate - volatility * volatility / 2) * expiry + volatility * Math.sqrt(expiry) * z);
            sum += Math.max(end - strike, 0.0);
        }
        return Math.exp(-rate * expiry) * sum / paths;
    }

    @Program(at = "0.9, 0.1, 0.5, [1,1.2,0.7,1.5,1.1]")
    static double kalmanLogLikelihood(double f, double q, double r, @NoDerivative double[] y) {
        double m = 0;
        double p = 1;
        double value = 0;
        for (double observation : y) {
            m = f * m;
            p = f * p * f + q;
            double s = p + r;
            double innovation = observation - m;
            value -= 0.5 * (Math.log(2 * Math.PI * s) + innovation * innovation / s);
            double gain = p / s;
            m += gain * innovation;
            p *= 1 - gain;
        }
        return value;
    }

    @Program(at = "[0.3,0.05], [990,10,0], 30")
    static double epidemic(double[] p, double[] start, int days) {
        double s = start[0];
        double i = start[1];
        double r = start[2];
        double n = s + i + r;
        double peak = i;
        for (int day = 0; day < days; day++) {
            double infections = p[0] * s * i / n;
            double recoveries = p[1] * i;
            s -= infections;
            i += infections - recoveries;
            r += recoveries;
            peak = i > peak ? i : peak;
        }
        return peak / n + r / n;
    }

    @Program(at = "[1,0.5], 0.3, 1e-3", differences = 1e-5)
    static double adaptiveStepSize(double[] p, double end, double tolerance) {
        double t = 0;
        double u = 1;
        double h = 0.05;
        while (t < end) {
            if (t + h > end) {
                h = end - t;
            }
            double k1 = -p[0] * u + p[1] * u * u;
            double euler = u + h * k1;
            double k2 = -p[0] * euler + p[1] * euler * euler;
            double heun = u + h / 2 * (k1 + k2);
            if (Math.abs(heun - euler) <= 1e-3) {
                t += h;
                u = heun;
                h *= 1.3;
            } else {
                h *= 0.5;
            }
        }
        return u + tolerance * u * u;
    }

    @Program(at = "[[0.2,0.5,0.9],[1,0.3,0.4],[0.6,0.8,0.1]], 3, 0.4")
    static double[][] reactionDiffusionPeriodic(double[][] u, int steps, double k) {
        int n = u.length;
        for (int s = 0; s < steps; s++) {
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double laplace = u[(i + 1) % n][j]
                            + u[(i + n - 1) % n][j]
                            + u[i][(j + 1) % n]
                            + u[i][(j + n - 1) % n]
                            - 4 * u[i][j];
                    next[i][j] = u[i][j] + 0.1 * (k * laplace + u[i][j] * (1 - u[i][j]));
                }
            }
            u = next;
        }
        return u;
    }

    @Program(at = "[0.1,0.2,-0.1], 12")
    static double lorenz(double[] start, int steps) {
        double x = start[0];
        double y = start[1];
        double z = start[2];
        for (int i = 0; i < steps; i++) {
            double dx = 10 * (y - x);
            double dy = x * (28 - z) - y;
            double dz = x * y - 8.0 / 3 * z;
            x += 0.01 * dx;
            y += 0.01 * dy;
            z += 0.01 * dz;
        }
        return x + y * z;
    }
}
