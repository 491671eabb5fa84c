package org.atled.compiler.programs;

import java.util.Objects;
import org.atled.NoDerivative;

/** Calls of static methods, in the same class, in others and on the class path. */
final class Calls {
    private Calls() {}

    private static double square(double x) {
        return x * x;
    }

    private static double weighted(double x, double y, int n, double w) {
        return n > 2 ? x * y * w : x / y + w;
    }

    private static void scale(double[] a, double s) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= s;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] add(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] + b[i] * b[i];
        }
        return c;
    }

    private static double[] larger(double[] a, double[] b) {
        return a[0] > b[0] ? a : b;
    }

    private static double[] itself(double[] a) {
        return a;
    }

    @Program(at = "3", gradient = "108")
    static double nestedCalls(double x) {
        return square(square(x));
    }

    @Program(at = {"1.5, 2.5, 3", "1.5, 2.5, 1"})
    static double callsWithMixedArguments(double x, double y, int n) {
        return weighted(x, y, n, 2) + weighted(y, 3, n, x) * weighted(2, 3, n, 4) - weighted(1, x, 0, y);
    }

    @Program(at = "0.5, 6")
    static double callsInALoop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = weighted(y, x, i, i) + square(y) * 0.1;
        }
        return y;
    }

    @Program(at = "0.5, [1,2,3], 4")
    static double arraysInALoop(double s, double[] a, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            scale(a, s + i * 0.5);
            total += dot(a, a) * 0.1;
            double[] b = add(a, a);
            scale(b, 0.1);
            total += dot(b, a);
        }
        return total;
    }

    @Program(at = {"[1,2], [3,4]", "[3,4], [1,2]", "[1,2], #0"})
    static double resultIsAnArgument(double[] a, double[] b) {
        double[] c = larger(a, b);
        c[1] *= a[0];
        double[] d = itself(itself(c));
        d[0] += b[1];
        return a[0] * a[1] + b[0] * b[1];
    }

    @Program(at = "[1,2], [5,6], true")
    static double resultIsActiveOrConstant(double[] a, @NoDerivative double[] c, boolean flag) {
        double[] b = larger(a, c);
        double[] d = larger(flag ? a : c, new double[] {0, 0});
        return b[0] * b[1] + d[0] * d[1] + dot(c, c);
    }

    @Program(at = "[1,2], [5,6]")
    static double specializations(double[] a, @NoDerivative double[] c) {
        double constant = dot(c, c);
        double mixed = dot(a, c) * dot(c, a);
        double active = dot(a, a);
        scale(a, c[0]);
        double[] copy = c.clone();
        scale(copy, a[1]);
        scale(copy, 2);
        return constant * mixed + active * dot(copy, a);
    }

    private static void swapRows(double[][] m, int i, int j) {
        double[] t = m[i];
        m[i] = m[j];
        m[j] = t;
    }

    @Program(at = "[[1,2],[3,4],[5,6]]")
    static double calleeRearrangesRows(double[][] m) {
        swapRows(m, 0, 2);
        m[0][1] *= m[1][0];
        swapRows(m, 0, 1);
        return m[0][0] * m[1][1] + m[2][0];
    }

    private static void put(double[][] rows, int i, double[] row) {
        rows[i] = row;
    }

    private static double[] get(double[][] rows, int i) {
        return rows[i];
    }

    @Program(at = "[1,2], 3")
    static double calleeStoresReferences(double[] x, int n) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            put(rows, i, i == 1 ? x : new double[] {x[0] * i, x[1]});
        }
        get(rows, 0)[1] += get(rows, 1)[0] * get(rows, 2)[0];
        x[0] *= get(rows, 0)[1];
        return dot(get(rows, 0), get(rows, 1)) + get(rows, 2)[0];
    }

    private static double[][] grid(double x, int n) {
        double[][] grid = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                grid[i][j] = x * i + j * x * x;
            }
        }
        return grid;
    }

    @Program(at = "1.5")
    static double matrixReturnedByCallee(double x) {
        double sum = 0;
        for (int n = 1; n < 4; n++) {
            double[][] g = grid(x, n);
            sum += g[n - 1][n - 1] * x + dot(g[0], g[n / 2]);
        }
        return sum;
    }

    private static double unusedArguments(double x, double[] a, double y) {
        return y > 0 ? y : -y;
    }

    @Program(at = "1, [2], 3", gradient = "0, [0], 1")
    static double calleeIgnoresArguments(double x, double[] a, double y) {
        return unusedArguments(x, a, y);
    }

    private static double constant(double x) {
        return 7;
    }

    @Program(at = "2", gradient = "7")
    static double calleeReturnsConstant(double x) {
        double c = constant(x * x);
        return c * x;
    }

    @Program(at = "2", gradient = "4")
    static double resultIgnored(double x) {
        square(x);
        double[] a = {x};
        scale(a, x);
        itself(a);
        add(a, a);
        return a[0];
    }

    private static double condition(double x, int[] calls) {
        calls[0]++;
        return x * x - 2;
    }

    @Program(at = {"3", "0.5"})
    static double callsInConditions(double x) {
        int[] calls = new int[1];
        double y = x;
        while (condition(y, calls) > 0.1 && condition(y, calls) < 100) {
            y = y * 0.7 + 0.1 * x;
        }
        return y * calls[0] + (condition(x, calls) > 0 ? condition(y, calls) : condition(x, calls));
    }

    @Program(at = {"[1,2,3]"})
    static double classPath(double[] a) {
        double[] b = Objects.requireNonNull(a);
        double s = Double.sum(b[0], b[1]) * Double.max(b[1], b[2]);
        Objects.requireNonNull(b, "no array");
        Objects.checkIndex(1, b.length);
        return Objects.requireNonNullElse(b, a)[2] * s + Math.max(Math.abs(-b[0]), Math.min(b[1], b[2]));
    }

    /** A helper class of its own. */
    static final class Polynomial {
        static final double[] WEIGHTS = {1, -2, 3};
        static final int DEGREE = 2;

        private Polynomial() {}

        static double at(double x) {
            double y = 0;
            for (int i = DEGREE; i >= 0; i--) {
                y = y * x + WEIGHTS[i];
            }
            return y;
        }
    }

    @Program(at = "1.5", gradient = "7")
    static double helperInAnotherClass(double x) {
        return Polynomial.at(x);
    }

    private static double deep1(double x, double[] a) {
        a[0] += x;
        return deep2(x * a[0], a) + a[1];
    }

    private static double deep2(double x, double[] a) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            a[1] += x * i;
            sum += deep3(x, a) * a[0];
        }
        return sum;
    }

    private static double deep3(double x, double[] a) {
        a[0] *= 0.9;
        return x * a[1];
    }

    @Program(at = "0.5, [1,2], 3")
    static double threeLevelsInALoop(double x, double[] a, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y += 0.01 * deep1(y, a);
        }
        return y * a[0];
    }

    private static long longAndFloat(float f, long n, double d, double[] out) {
        out[0] = f * n + d;
        return n + 1;
    }

    @Program(at = "1.5, 2.5", differences = Double.NaN)
    static double everyKindOfArgument(float x, double y) {
        double[] out = new double[1];
        long n = longAndFloat(x, 3, y, out);
        n = longAndFloat(2f, n, x * out[0], out);
        return out[0] * n;
    }

    private static float floatResult(double x) {
        return (float) (x * x);
    }

    @Program(at = "1.5", differences = 1e-3, gradient = "12", within = 1e-6)
    static double floatResultUsed(double x) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += floatResult(x);
        }
        return sum;
    }

    private static double varargs(double... values) {
        double product = 1;
        for (double v : values) {
            product *= v;
        }
        return product;
    }

    @Program(at = "1.5, 2, 4")
    static double variableArguments(double x, double y, @NoDerivative double c) {
        return varargs(x, y, c, x) + varargs() + varargs(c);
    }

    private static double overloaded(int x) {
        return 2 * x;
    }

    private static double overloaded(double x) {
        return 3 * x;
    }

    private static double overloaded(double[] x) {
        return 4 * x[0];
    }

    @Program(at = "1.5", gradient = "7")
    static double overloads(double x) {
        return overloaded(x) + overloaded(new double[] {x}) + overloaded((int) x);
    }

    private static double branchy(double x, boolean stop) {
        if (stop) {
            return x;
        }
        for (int i = 0; i < 4; i++) {
            if (x > 3) {
                return x * i;
            }
            x *= 1.5;
        }
        return x * x;
    }

    @Program(at = {"0.1", "0.9", "2.5"})
    static double calleeWithManyReturns(double x) {
        return branchy(x, false) * branchy(x, true) + branchy(2 * x, x > 1);
    }

    private static double[] freshOfLength(double scale, int n) {
        return new double[scale > 1e9 ? n + 1 : n];
    }

    @Program(at = "2, [3,4]")
    static double activeValueIntoAnArrayThatACallMade(double x, double[] a) {
        double[] fresh = freshOfLength(x, 2);
        fresh[1] = a[0] * x;
        return fresh[1] * fresh[1] + fresh[0];
    }

    private static double[][] oneRowTwice(int n) {
        double[] row = new double[n];
        return new double[][] {row, row};
    }

    @Program(at = "2, [3,4]")
    static double sharedRowsThatACallMade(double x, double[] a) {
        double[][] rows = oneRowTwice(a.length);
        rows[0][1] = a[0] * x;
        return rows[1][1] * rows[1][1] + rows[0][0];
    }

    private static double[] pair(double x, double y) {
        return y > 1e9 ? new double[] {y} : new double[] {x, y, x * y};
    }

    @Program(at = "2, 3")
    static double[] constantResultAfterACall(double x, double y) {
        double[] three = pair(x, y);
        return new double[three.length - 1];
    }
}
