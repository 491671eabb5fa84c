package org.atled.compiler.programs;

/** Exceptions that cross frames: what callees did before they threw has derivatives too. */
final class ThrowingCalls {
    private ThrowingCalls() {}

    private static double checkedLog(double x) {
        if (x <= 0) {
            throw new IllegalArgumentException("log of " + x);
        }
        return Math.log(x);
    }

    @Program(
            at = {"2", "-1"},
            gradient = {"0.5", "-2"})
    static double calleeThrows(double x) {
        try {
            return checkedLog(x);
        } catch (IllegalArgumentException e) {
            return x * x;
        }
    }

    private static class Checked {
        final double v;

        Checked(double v) {
            if (v < 0) {
                throw new IllegalArgumentException("negative");
            }
            this.v = v * v;
        }
    }

    /** Its constructor changes what it is given before it throws, so it cannot run twice. */
    private static final class Logged extends Checked {
        final double[] log;

        Logged(double[] log, double v) {
            super(v > 5 ? v : v * 2);
            log[0] += v * v;
            if (log[0] > 6) {
                throw new IllegalStateException("full");
            }
            this.log = log;
        }

        double value() {
            return v * log[0];
        }
    }

    @Program(at = {"2", "-1", "3"})
    static double constructorThrows(double x) {
        double[] log = {x};
        double sum = 0;
        try {
            sum += new Checked(x).v;
            sum += new Logged(log, x * 0.5).value();
            sum += new Logged(log, x).value();
        } catch (IllegalArgumentException | IllegalStateException e) {
            sum *= x * log[0];
        }
        return sum + log[0];
    }

    private static double scaleUntil(double[] a, double s, int n) {
        double last = s;
        for (int i = 0; i < n; i++) {
            a[i] *= s * last;
            last = a[i];
        }
        return last;
    }

    @Program(at = {"[1,2,3], 0.5, 2", "[1,2,3], 0.5, 7", "[1,2,3], 0.5, 0"})
    static double calleeModifiesAndThrows(double[] a, double s, int n) {
        double y = s;
        try {
            y = scaleUntil(a, s, n);
            y *= a[1];
        } catch (ArrayIndexOutOfBoundsException e) {
            y = y + a[0];
        }
        return y * a[0] * a[1] + a[2];
    }

    @Program(at = {"[1,2,3], 0.5"})
    static double againInALoop(double[] a, double s) {
        double y = 0;
        for (int n = 1; n < 6; n++) {
            try {
                y += scaleUntil(a, s + 0.5, n) * n;
            } catch (ArrayIndexOutOfBoundsException e) {
                y *= a[n - 3];
            }
        }
        return y + a[0] + a[1] * a[2];
    }

    private static double third(double[] a, double x, int n) {
        a[0] += x * x;
        double y = a[n] * x;
        a[1] *= y;
        return y;
    }

    private static double second(double[] a, double x, int n) {
        a[1] += a[0] * x;
        double y = third(a, x * a[1], n);
        a[2] += y;
        return y * a[0];
    }

    private static double first(double[] a, double x, int n) {
        a[2] *= x;
        return second(a, x + a[2], n) + a[1];
    }

    @Program(at = {"[1,2,3], 0.3, 1", "[1,2,3], 0.3, 3"})
    static double severalFrames(double[] a, double x, int n) {
        double y;
        try {
            y = first(a, x, n);
        } catch (IndexOutOfBoundsException e) {
            y = x;
        }
        return y * a[0] + a[1] * a[2];
    }

    private static double handlesSome(double[] a, int n) {
        try {
            a[0] *= a[1];
            return first(a, a[1], n) * (2 / (n - 1));
        } catch (ArithmeticException e) {
            return a[0];
        } finally {
            a[2] += a[0];
        }
    }

    @Program(at = {"[1,0.2,3], 0", "[1,0.2,3], 1", "[1,0.2,3], 2", "[1,0.2,3], 4"})
    static double handlersInSeveralFrames(double[] a, int n) {
        double y = a[2];
        try {
            y += handlesSome(a, n);
        } catch (RuntimeException e) {
            y *= a[2];
        }
        return y + a[0] * a[1] * a[2];
    }

    private static double descend(double[] a, int depth) {
        if (depth > 4) {
            throw new IllegalStateException("too deep");
        }
        if (depth == a.length) {
            return a[0];
        }
        a[depth] *= a[0] + depth;
        return descend(a, depth + 1) * a[depth];
    }

    @Program(at = {"[1,2,3]", "[0.5,0.4,0.3,0.2,0.1,0.6]"})
    static double recursion(double[] a) {
        double y = 1;
        try {
            y = descend(a, 0);
        } catch (IllegalStateException e) {
            y = a[4] * a[3];
        }
        return y + a[1] * a[2];
    }

    private static double tryAgain(double x, int attempts) {
        try {
            return attempts == 0 ? x * x : failing(x, attempts);
        } catch (ArithmeticException e) {
            return tryAgain(x * 0.5, attempts - 1) + x;
        }
    }

    private static double failing(double x, int n) {
        double y = x * n;
        if (n > 0) {
            throw new ArithmeticException();
        }
        return y;
    }

    @Program(at = {"2, 0", "2, 3"})
    static double recursionInAHandler(double x, int attempts) {
        return tryAgain(x, attempts);
    }

    private static double[] grown(double[] a, int n) {
        double[] b = new double[n];
        for (int i = 0; i < b.length; i++) {
            b[i] = a[i] * a[i];
        }
        return b;
    }

    @Program(at = {"[1,2,3], 2", "[1,2,3], 5", "[1,2,3], -1"})
    static double calleeReturnsAnArray(double[] a, int n) {
        double[] b = a;
        try {
            b = grown(a, n);
            b[1] *= a[0];
        } catch (ArrayIndexOutOfBoundsException e) {
            b[0] += 1;
        } catch (NegativeArraySizeException e) {
            b[1] *= b[0];
        }
        return b[0] * b[1];
    }

    private static double checkedStep(double y, double h) {
        double next = y + h * y * y;
        if (next > 3) {
            throw new ArithmeticException("unstable");
        }
        return next;
    }

    @Program(at = {"1, 1", "0.7, 0.9"})
    static double adaptiveSteps(double y0, double h0) {
        double y = y0;
        double h = h0;
        int done = 0;
        while (done < 6) {
            try {
                y = checkedStep(y, h);
                done++;
            } catch (ArithmeticException e) {
                h *= 0.5 - 0.01 * y;
                if (h < 1e-2) {
                    break;
                }
            }
        }
        return y * h;
    }

    private static void fill(double[] a, double x) {
        for (int i = 0; ; i++) {
            a[i] = x * (i + 1) + a[i];
        }
    }

    @Program(at = "[1,2,3], 0.5")
    static double calleeOnlyEndsByThrowing(double[] a, double x) {
        try {
            fill(a, x);
        } catch (ArrayIndexOutOfBoundsException e) {
            a[0] *= x;
        }
        return a[0] * a[1] * a[2];
    }

    private static int position(int[] keys, int key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        throw new IllegalStateException("no key " + key);
    }

    @Program(at = {"[1,2,3], 7", "[1,2,3], 1"})
    static double inactiveCalleeThrows(double[] a, int key) {
        int[] keys = {5, 7, 9};
        double y = a[0];
        try {
            y *= a[position(keys, key)];
        } catch (IllegalStateException e) {
            y = a[2] * y;
        }
        return y * y;
    }

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        private Failure(String message) {
            super(message);
        }
    }

    private static double checked(double x, double[] a) throws Failure {
        a[0] *= x;
        if (a[0] > 5) {
            throw new Failure("too large");
        }
        a[1] += a[0];
        return x * a[1];
    }

    @Program(at = {"[1,2], 3", "[1,2], 6"})
    static double checkedException(double[] a, double x) {
        double y = 0;
        for (int i = 0; i < 3; i++) {
            try {
                y += checked(x, a);
            } catch (Failure e) {
                y += a[0] * e.getMessage().length();
                a[0] = 1 / x;
            }
        }
        return y + a[0] * a[1];
    }

    private static double rethrows(double[] a, int n) {
        try {
            a[1] *= a[0];
            return a[n];
        } catch (IndexOutOfBoundsException e) {
            a[0] *= a[1];
            throw new IllegalStateException("wrapped", e);
        }
    }

    @Program(at = {"[2,3], 1", "[2,3], 2"})
    static double wrapsAndRethrows(double[] a, int n) {
        double y = 1;
        try {
            y = rethrows(a, n);
        } catch (IllegalStateException e) {
            y = e.getCause() instanceof IndexOutOfBoundsException ? a[0] * 2 : 0;
        }
        return y * a[1];
    }

    private static class Link {
        final Link next;
        final double v;

        Link(double v, Link next) {
            if (v > 50) {
                throw new IllegalArgumentException("too large");
            }
            this.v = v * v;
            this.next = next;
        }
    }

    private static final class Weighted extends Link {
        Weighted(double v, Link next) {
            super(2 * v, next);
        }
    }

    /** A handler around the condition of the inner loop sees the object just made, no earlier one. */
    @Program(at = {"1.5, [1]", "3, [8]", "1.2, []"})
    static double replacedInLoopsUntilThrown(double x, double[] most) {
        Link link = new Link(x, null);
        try {
            int i = 0;
            do {
                double first = link.v;
                int j = 0;
                do {
                    link = new Weighted(first, link);
                } while (j++ < 3 && first >= most[0]);
            } while (i++ < 4 && true);
        } catch (RuntimeException e) {
            return link.v * x + (link.next == null ? 0 : link.next.v);
        }
        return link.v * link.next.v;
    }
}
