package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Roots, integrals, interpolation, polynomials and transforms. */
final class Numerics {
    private Numerics() {}

    @Program(at = {"2", "100"})
    static double newtonCubeRoot(double a) {
        double x = a;
        for (int i = 0; i < 100; i++) {
            double step = (x * x * x - a) / (3 * x * x);
            x -= step;
            if (Math.abs(step) < 1e-15 * Math.abs(x)) {
                break;
            }
        }
        return x;
    }

    /** A bisection finds the root, which depends on nothing active; one Newton step afterwards makes it active. */
    @Program(at = "0.8, 1.5", differences = 1e-6)
    static double bisectionAndOneNewtonStep(double a, double b) {
        double low = 0;
        double high = 2;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (a * Math.exp(middle) - b - 1 > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double x = 0.5 * (low + high);
        return x - (a * Math.exp(x) - b - 1) / (a * Math.exp(x));
    }

    @Program(at = "0.3, 0.8")
    static double kepler(double e, double m) {
        double x = m;
        double before;
        do {
            before = x;
            x -= (x - e * Math.sin(x) - m) / (1 - e * Math.cos(x));
        } while (Math.abs(x - before) > 1e-13);
        return x;
    }

    @Program(at = "0.5, 2, 20")
    static double simpson(double a, double b, int n) {
        double h = (b - a) / n;
        double sum = Math.sin(a * a) + Math.sin(b * b);
        for (int i = 1; i < n; i++) {
            double x = a + i * h;
            sum += (i % 2 == 0 ? 2 : 4) * Math.sin(x * x);
        }
        return sum * h / 3;
    }

    @Program(at = "0.3, 2, 4")
    static double romberg(double a, double b, int levels) {
        double[][] r = new double[levels][];
        double h = b - a;
        for (int i = 0; i < levels; i++) {
            r[i] = new double[i + 1];
            if (i == 0) {
                r[0][0] = 0.5 * h * (Math.exp(-a * a) + Math.exp(-b * b));
            } else {
                h /= 2;
                double sum = 0;
                for (int k = 1; k < 1 << i; k += 2) {
                    double x = a + k * h;
                    sum += Math.exp(-x * x);
                }
                r[i][0] = 0.5 * r[i - 1][0] + h * sum;
                long power = 1;
                for (int j = 1; j <= i; j++) {
                    power *= 4;
                    r[i][j] = r[i][j - 1] + (r[i][j - 1] - r[i - 1][j - 1]) / (power - 1);
                }
            }
        }
        return r[levels - 1][levels - 1];
    }

    @Program(at = "[1,-2,3,0.5], 1.7")
    static double horner(double[] c, double x) {
        double y = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            y = Math.fma(y, x, c[i]);
        }
        return y;
    }

    @Program(at = "[1,0.5,-0.3,0.2], 0.4")
    static double clenshaw(double[] c, double x) {
        double b1 = 0;
        double b2 = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double b = 2 * x * b1 - b2 + c[k];
            b2 = b1;
            b1 = b;
        }
        return x * b1 - b2 + c[0];
    }

    @Program(at = {"[0,1,2.5,4], [1,3,2,5], 1.7", "[0,1,2.5,4], [1,3,2,5], 3.9"})
    static double naturalSpline(@NoDerivative double[] x, double[] y, double at) {
        int n = x.length;
        double[] m = new double[n];
        double[] c = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double h0 = x[i] - x[i - 1];
            double h1 = x[i + 1] - x[i];
            double d = 2 * (h0 + h1) - h0 * c[i - 1];
            c[i] = h1 / d;
            m[i] = (6 * ((y[i + 1] - y[i]) / h1 - (y[i] - y[i - 1]) / h0) - h0 * m[i - 1]) / d;
        }
        for (int i = n - 2; i > 0; i--) {
            m[i] -= c[i] * m[i + 1];
        }
        int k = 0;
        while (k < n - 2 && at > x[k + 1]) {
            k++;
        }
        double h = x[k + 1] - x[k];
        double p = x[k + 1] - at;
        double q = at - x[k];
        return (m[k] * p * p * p + m[k + 1] * q * q * q) / (6 * h)
                + (y[k] / h - m[k] * h / 6) * p
                + (y[k + 1] / h - m[k + 1] * h / 6) * q;
    }

    @Program(at = "[1,2,0.5,4,-1,0.3,2,1], [0,0.5,1,0,0.2,0.1,3,1]")
    static double fastFourierTransform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double angle = -2 * Math.PI / length;
            for (int i = 0; i < n; i += length) {
                for (int k = 0; k < length / 2; k++) {
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    int even = i + k;
                    int odd = even + length / 2;
                    double r = re[odd] * c - im[odd] * s;
                    double q = re[odd] * s + im[odd] * c;
                    re[odd] = re[even] - r;
                    im[odd] = im[even] - q;
                    re[even] += r;
                    im[even] += q;
                }
            }
        }
        return re[1] * re[1] + im[3] * im[3];
    }

    @Program(at = {"0.5, 1.2", "3, 0.4"})
    static double besselSeries(double nu, double x) {
        double term = Math.pow(x / 2, nu) / 2;
        double sum = term;
        int k = 0;
        while (Math.abs(term) > 1e-17 * Math.abs(sum)) {
            k++;
            term *= -x * x / 4 / (k * (k + nu));
            sum += term;
        }
        return sum;
    }

    @Program(at = {"1.5, 0.7"})
    static double continuedFraction(double a, double x) {
        double f = 0;
        for (int k = 20; k > 0; k--) {
            f = k * (k - a) / (x + 2 * k + 1 - a - f);
        }
        return 1 / (x + 1 - a - f);
    }

    @Program(at = "1, 0.8", differences = 1e-6)
    static double arithmeticGeometricMean(double a, double b) {
        while (Math.abs(a - b) > 1e-14) {
            double t = (a + b) / 2;
            b = Math.sqrt(a * b);
            a = t;
        }
        return a;
    }

    @Program(at = "[-1.2,1], 20, 1e-3")
    static double gradientDescent(double[] x, int steps, @NoDerivative double rate) {
        double[] v = new double[2];
        for (int i = 0; i < steps; i++) {
            double u = x[1] - x[0] * x[0];
            double g0 = -400 * x[0] * u - 2 * (1 - x[0]);
            double g1 = 200 * u;
            v[0] = 0.5 * v[0] - rate * g0;
            v[1] = 0.5 * v[1] - rate * g1;
            x[0] += v[0];
            x[1] += v[1];
        }
        return x[0] * x[1];
    }

    @Program(at = "[0.3,0.7,0.2]")
    static double divergenceOfTriangleAreas(double[] p) {
        double[][] corners = {{0, p[0]}, {1, p[1]}, {p[2], 2}, {-1, 1}};
        double area = 0;
        for (int i = 0; i < corners.length; i++) {
            double[] a = corners[i];
            double[] b = corners[(i + 1) % corners.length];
            area += a[0] * b[1] - b[0] * a[1];
        }
        return Math.abs(area) / 2;
    }

    @Program(at = "1.1, 0.3")
    static double kahanSum(double x, double y) {
        double sum = 0;
        double lost = 0;
        for (int i = 1; i <= 20; i++) {
            double term = x / i + y * i - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        return sum;
    }

    @Program(at = "0.4, 0.2", differences = 1e-6)
    static double mandelbrotPotential(double cx, double cy) {
        double x = 0;
        double y = 0;
        int n = 0;
        while (x * x + y * y < 1e6 && n < 200) {
            double t = x * x - y * y + cx;
            y = 2 * x * y + cy;
            x = t;
            n++;
        }
        return Math.log(x * x + y * y) * Math.pow(0.5, n);
    }

    @Program(at = {"0.7, 1.3", "-2, 0"})
    static double rotatedPoint(double angle, double x) {
        double y = x * x;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        return (x * cosine - y * sine) * (x * sine + y * cosine + 1);
    }

    @Program(at = {"0.7, 1.3", "0.7, -1.3"})
    static double oneOfTwoBranches(double angle, double x) {
        return x > 0 ? x * Math.cos(angle) : Math.sin(angle) - x;
    }
}
