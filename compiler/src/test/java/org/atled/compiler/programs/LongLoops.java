package org.atled.compiler.programs;

/** Loops of so many iterations that their reverse sweeps are divided, if the arrays are different objects. */
final class LongLoops {
    private static final int N = 150;

    private LongLoops() {}

    private static double[] waves(double[] x) {
        double[] a = new double[N];
        for (int i = 0; i < N; i++) {
            a[i] = x[0] * Math.sin(0.1 * i) + x[1] * Math.cos(0.2 * i);
        }
        return a;
    }

    private static double norm(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i] / N;
        }
        return sum;
    }

    private static void shift(double[] from, double[] factors, double[] to) {
        for (int i = 1; i < to.length; i++) {
            to[i] = factors[i] * from[i - 1];
        }
    }

    @Program(at = "[0.5,0.7]")
    static double shiftedToAnother(double[] x) {
        double[] a = waves(x);
        double[] b = new double[N];
        shift(a, a, b);
        shift(b, a, a);
        return norm(a) + norm(b);
    }

    /** The second version must not be taken. */
    @Program(at = "[0.5,0.7]")
    static double shiftedInPlace(double[] x) {
        double[] a = waves(x);
        double[] b = waves(x);
        shift(a, b, a);
        shift(b, b, b);
        shift(a, a, b);
        return norm(a) + norm(b);
    }

    private static void smooth(double[] from, double[] to, double rate) {
        for (int i = 1; i < to.length - 1; i++) {
            to[i] = from[i] + rate * from[i] * (from[i - 1] - 2 * from[i] + from[i + 1]);
        }
    }

    @Program(at = "[0.5,0.7]")
    static double stencil(double[] x) {
        double[] a = waves(x);
        double[] b = waves(x);
        for (int step = 0; step < 3; step++) {
            smooth(a, b, 0.1);
            smooth(b, a, 0.1 * x[0]);
        }
        return norm(a) + norm(b);
    }

    @Program(at = "[0.5,0.7]")
    static double stencilInPlace(double[] x) {
        double[] a = waves(x);
        smooth(a, a, 0.1 * x[1]);
        return norm(a);
    }

    /** One element is read in all iterations, which may be among those written to. */
    private static void scaleAll(double[] a, double[] b, int pivot) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * b[pivot] + b[pivot] * b[i];
        }
    }

    @Program(at = {"[0.5,0.7], 3", "[0.5,0.7], 149"})
    static double pivotOfAnother(double[] x, int pivot) {
        double[] a = waves(x);
        double[] b = waves(x);
        scaleAll(a, b, pivot);
        return norm(a) + norm(b);
    }

    @Program(at = {"[0.5,0.7], 3", "[0.5,0.7], 149"})
    static double pivotOfItself(double[] x, int pivot) {
        double[] a = waves(x);
        scaleAll(a, a, pivot);
        return norm(a);
    }

    /** What is added to one array comes between what is added to the other, twice to the same element. */
    private static void mix(double[] a, double[] b, double[] c, double[] p) {
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] * p[0] + b[i];
            c[i] = c[i] * a[i] + b[i] * b[i];
        }
    }

    @Program(at = {"[0.5,0.7], 0", "[0.5,0.7], 1"})
    static double mixedWithItselfOrAnother(double[] x, int isItself) {
        double[] a = waves(x);
        double[] b = isItself > 0 ? a : waves(x);
        double[] c = new double[N];
        mix(a, b, c, x);
        return norm(c) + norm(b);
    }

    @Program(at = {"[0.5,0.7], 0", "[0.5,0.7], 1"})
    static double shiftedToItselfOrAnother(double[] x, int isItself) {
        double[] a = waves(x);
        double[] b = isItself > 0 ? a : waves(x);
        shift(a, b, b);
        smooth(b, a, 0.1);
        scaleAll(a, b, 3);
        return norm(a) + norm(b);
    }

    @Program(at = "[0.5,0.7]")
    static double rowsThatMayBeTheSame(double[] x) {
        double[][] rows = {waves(x), waves(x), null};
        rows[2] = rows[0];
        for (int k = 0; k < 3; k++) {
            for (int i = 2; i < N; i++) {
                rows[k][i] += 0.1 * rows[(k + 2) % 3][i - 1] * rows[k][i - 2];
            }
        }
        return norm(rows[0]) + norm(rows[1]);
    }

    @Program(at = "[0.5,0.7]")
    static double twoCounters(double[] x) {
        double[] a = waves(x);
        double[] b = new double[2 * N];
        int k = N;
        for (int i = 0; i < N; i++, k++) {
            b[k] = a[i] * a[N - 1 - i];
        }
        for (int i = N - 1, j = 3; i > 3; i -= 2, j--) {
            b[i] += b[j + 2 * N - 4] * a[i];
        }
        return norm(b);
    }

    @Program(at = "[0.5,0.7]")
    static float floats(float[] x) {
        float[] a = new float[N];
        float[] b = new float[N];
        for (int i = 0; i < N; i++) {
            a[i] = x[0] * i / N + x[1];
        }
        for (int i = 1; i < N; i++) {
            b[i] = a[i] * a[i - 1] * a[0];
        }
        float sum = 0;
        for (int i = 0; i < N; i++) {
            sum += b[i] / N;
        }
        return sum;
    }

    /** Columns of different lengths, each added with a factor whose cotangent is a sum over the column. */
    @Program(at = "[0.5,0.7]")
    static double triangularProduct(double[] x) {
        double[] a = waves(x);
        double[] y = waves(x);
        double[] b = new double[N];
        int next = 0;
        for (int j = 0; j < N - 100; j++) {
            double factor = y[j] * x[1];
            for (int i = j; i < N - 20; i++) {
                b[i] += factor * a[next % 7 + i - j];
            }
            next += N - j;
        }
        return norm(b);
    }

    /** Only the factor's cotangent is summed up, upwards if the elements cannot be those that are cleared on the way. */
    @Program(at = "[0.5,0.7]")
    static double factorOfItself(double[] x) {
        double[] a = waves(x);
        double factor = x[0] * x[1];
        for (int i = 1; i < N; i++) {
            a[i] = factor * a[i - 1];
        }
        for (int i = 0; i < N; i++) {
            a[i] = factor * a[i];
        }
        return norm(a);
    }

    /** More loops in one method than HotSpot compiles well together, counted in all ways, by numbers and by lengths. */
    @Program(at = {"[0.5,0.7], 150", "[0.5,0.7], 3", "[0.5,0.7], 0"})
    static double manyLoops(double[] x, int n) {
        double[] a = waves(x);
        for (int round = 0; round < 2; round++) {
            for (int i = n - 1; i >= 0; i--) {
                a[i] = x[0] * a[i];
            }
            for (int i = 40; i > 0; i -= 2) {
                a[i] += x[1] * a[i - 1];
            }
            for (int i = 0; i != n; i++) {
                a[i] = Math.sin(a[i]);
            }
            for (int i = -5; i < a.length - 5; i += 5) {
                a[i + 5] *= 1.1;
            }
            for (int i = 0; i < n && a[i] < 3; i++) {
                a[i] += 0.1;
            }
            for (int i = 100; i <= n; i++) {
                a[i - 1] += a[i - 100] * x[0];
            }
        }
        return norm(a);
    }
}
