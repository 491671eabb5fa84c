package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Calls in unusual places: helpers that never return, whose results are dropped, that share or hide their arguments. */
final class CallsOfOtherClasses {
    private CallsOfOtherClasses() {}

    private static double fail(double x) {
        throw new IllegalArgumentException("no value at " + x);
    }

    private static void require(boolean condition, String message, double x) {
        if (!condition) {
            throw new IllegalArgumentException(message + ": " + x);
        }
    }

    @Program(at = "2", gradient = "4")
    static double helperThatNeverReturns(double x) {
        require(x > 0, "positive", x);
        return x > 1 ? x * x : fail(x);
    }

    @Program(at = "[1,2,3]")
    static double validationInALoop(double[] a) {
        double product = 1;
        for (double v : a) {
            require(v > 0, "positive", v);
            product *= v < 10 ? v : fail(v);
        }
        return product;
    }

    private static double record(double[] log, int i, double v) {
        log[i] = v * v;
        return v + log[0];
    }

    @Program(at = "[1,2,3], 4")
    static double droppedResultsInBranches(double[] a, int n) {
        double[] log = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (i % 2 == 0) {
                record(log, i, a[i % 3]);
            } else if (i == 3) {
                sum += record(log, i, sum);
            } else {
                record(a, i, log[0]);
                record(new double[5], 2, a[1]);
            }
        }
        return sum + log[0] * log[2];
    }

    private static double twoOutputs(double x, double[] out) {
        out[0] = Math.sin(x);
        out[1] = Math.cos(x);
        return out[0] * out[1];
    }

    @Program(at = "0.5, 3")
    static double outputArrays(double x, int n) {
        double[] out = new double[2];
        double y = x;
        for (int i = 0; i < n; i++) {
            y += twoOutputs(y, out) * out[1] - out[0];
        }
        return y;
    }

    private static double four(double a, double b, double c, double d) {
        return a * b * c + d * d * a;
    }

    @Program(at = "1.1, 2, 0.5")
    static double severalActiveScalars(double x, double y, @NoDerivative double c) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s = four(s, x, y, x) + four(x, c, 2, y) + four(c, 1, 2, c) + four(y, y, y, y) + 0.1 * i;
        }
        return s * 1e-3;
    }

    private static double apply(int kind, double x, double[] a) {
        switch (kind) {
            case 0:
                return x;
            case 1:
                a[0] = x;
                return apply(0, x * 2, a);
            case 2:
                return apply(1, x, a) * apply(1, a[0] + x, a);
            default:
                return apply(2, x * 0.5, a) + a[0];
        }
    }

    @Program(at = {"0.7, [1,2], 3", "0.7, [1,2], 1"})
    static double recursionOverKinds(double x, double[] a, int kind) {
        return apply(kind, x, a) * a[0] * a[1];
    }

    private static double[] step(double[] u, double[] scratch, double x, boolean useScratch) {
        double[] out = useScratch ? scratch : new double[u.length];
        for (int i = 0; i < u.length; i++) {
            out[i] = u[i] * x + u[(i + 1) % u.length] * 0.1;
        }
        return out;
    }

    @Program(at = {"[1,2,3], 0.9, 5"})
    static double buffersExchangedThroughResults(double[] start, double x, int n) {
        double[] u = start;
        double[] scratch = new double[3];
        for (int i = 0; i < n; i++) {
            double[] next = step(u, scratch, x, i % 2 == 0);
            if (next == scratch) {
                scratch = u;
            }
            u = next;
        }
        return u[0] * u[1] + u[2] + start[0];
    }

    private static double sumOfRows(double[][] rows, int depth) {
        double sum = 0;
        for (double[] row : rows) {
            for (double v : row) {
                sum += v * depth;
            }
        }
        return depth == 0 ? sum : sum + sumOfRows(new double[][] {rows[0], {sum * 0.1}}, depth - 1) * rows[0][0];
    }

    @Program(at = "[[1,2],[3,4]]")
    static double matricesMadeInRecursion(double[][] rows) {
        return sumOfRows(rows, 3);
    }

    private static double inactiveInside(double x, int n) {
        double c = 0;
        for (int i = 0; i < n; i++) {
            c += i * 0.5;
        }
        return n > 2 ? c : x * c;
    }

    @Program(at = {"1.5, 2", "1.5, 4"})
    static double sometimesConstant(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            y += inactiveInside(x + y, i) * inactiveInside(2, i);
        }
        return y;
    }

    private static float mixed(float f, double d, long n, float[] out) {
        out[0] += (float) (f * d);
        return out[0] * n;
    }

    @Program(at = "1.5, 2.5, [1,2]")
    static double floatsInALoop(float f, double d, float[] out) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += mixed(f, d, i, out) * d;
            f = out[0] * 0.1f;
        }
        return sum;
    }

    private static double loopWithCall(double x, double[] a, int n) {
        double y = x;
        int i = 0;
        do {
            if (y > 2) {
                return y * a[0];
            }
            y += inner(y, a);
        } while (++i < n);
        return y;
    }

    private static double inner(double y, double[] a) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] * y > 1.5) {
                a[i] *= 0.9;
                return a[i] * 0.3;
            }
            y *= 1.05;
        }
        return y * 0.2;
    }

    @Program(at = {"0.47, [1,0.7], 6", "0.21, [1,0.7], 3"})
    static double returnsFromLoopsInCallees(double x, double[] a, int n) {
        double s = 0;
        for (int i = 1; i < n; i++) {
            s += loopWithCall(x * i, a, i);
        }
        return s;
    }

    private static void fillRow(double[][] m, int i, double... values) {
        m[i] = values;
    }

    @Program(at = "1.5, 2")
    static double rowsFromVariableArguments(double x, double y) {
        double[][] m = new double[3][];
        fillRow(m, 0, x, y);
        fillRow(m, 1);
        fillRow(m, 2, x * y, m[0][1], 3);
        m[0][0] += m[2][0] * m[2][2];
        return m[0][0] * m[2][1] + m[1].length;
    }

    static double interfaceDefault(double x) {
        return Curve.square(x) * Curve.HALF;
    }

    /** Static methods of interfaces are static methods. */
    interface Curve {
        double HALF = 0.5;

        static double square(double x) {
            return x * x;
        }
    }

    @Program(at = "3", gradient = "3")
    static double staticMethodOfAnInterface(double x) {
        return interfaceDefault(x);
    }
}
