package org.atled.compiler.programs;

import java.util.NoSuchElementException;
import org.atled.NoDerivative;

/** Exceptions thrown and caught in one method: by {@code throw}, by the JVM and by the JDK. */
final class Exceptions {
    private Exceptions() {}

    @Program(
            at = {"2", "-1"},
            gradient = {"0.5", "0"})
    static double logOrMinusInfinity(double x) {
        double y;
        try {
            if (x <= 0) {
                throw new IllegalArgumentException("x = " + x);
            }
            y = Math.log(x);
        } catch (IllegalArgumentException e) {
            y = Double.NEGATIVE_INFINITY;
        }
        return Double.isInfinite(y) ? -3 : y;
    }

    @Program(
            at = {"[1,2,3,4]", "[2]"},
            gradient = {"2,4,6,8", "4"})
    static double outOfBoundsEndsTheLoop(double[] a) {
        double sum = 0;
        int i = 0;
        try {
            while (true) {
                sum += a[i] * a[i];
                i++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return sum;
        }
    }

    @Program(
            at = {"1.5, '3'", "1.5, 'x'", "1.5, null"},
            gradient = {"3", "3", "3"})
    static double parseIntFails(double x, String text) {
        int n;
        try {
            n = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return x * x;
        }
        return n * x;
    }

    @Program(
            at = {"3, 2", "3, 0"},
            gradient = {"10", "-5"})
    static double divisionByZero(double x, int n) {
        double y = x;
        try {
            y = x * x;
            int k = 10 / n;
            y = k * x * 2;
        } catch (ArithmeticException e) {
            y = x - y;
        }
        return y;
    }

    @Program(at = {"[1,2,3], 2", "[1,2,3], 5"})
    static double partialUpdateIsReadLater(double[] a, int n) {
        try {
            for (int i = 0; i < n; i++) {
                a[i] = a[i] * a[i] * (i + 1);
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            a[0] *= 3;
        }
        return a[0] * a[1] + a[2] * a[1];
    }

    @Program(at = {"[2,3], 0", "[2,3], 1", "[2,3], 2", "[2,3], 3", "[2,3], 4"})
    static double multiCatch(double[] a, int kind) {
        double y = a[0];
        try {
            y *= a[1];
            switch (kind) {
                case 0 -> throw new IllegalStateException();
                case 1 -> throw new UnsupportedOperationException();
                case 2 -> y += a[5];
                case 3 -> y += 3 / (kind - 3);
                default -> y *= a[0];
            }
            y += a[0];
        } catch (IllegalStateException | UnsupportedOperationException e) {
            y = y * y;
        } catch (IndexOutOfBoundsException e) {
            y = -y;
        } catch (RuntimeException e) {
            y = Math.sin(y);
        }
        return y * a[1];
    }

    @Program(at = {"[2,3], 0", "[2,3], 1", "[2,3], 2", "[2,3], 7"})
    static double nested(double[] a, int kind) {
        double y = 1;
        try {
            y *= a[0];
            try {
                y *= a[kind];
                if (kind == 1) {
                    throw new IllegalStateException("inner");
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                y += a[1];
                if (kind > 5) {
                    throw new NoSuchElementException();
                }
                y *= y;
            }
            y = y + a[1] * y;
        } catch (IllegalStateException e) {
            y = Math.exp(y * 0.1);
        } catch (NoSuchElementException e) {
            y = y / a[0];
        }
        return y;
    }

    @Program(at = {"1.5, 5", "1.5, 3", "1.5, 0"})
    static double caughtInEveryIteration(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            try {
                y = y * x * 0.5;
                if (i % 2 == 1) {
                    throw new IllegalStateException();
                }
                y += 1;
            } catch (IllegalStateException e) {
                y = Math.sqrt(y + i);
            }
        }
        return y;
    }

    @Program(at = {"1.5, 3", "0.5, 2", "3, 0"})
    static double retry(double x, int failures) {
        double step = x;
        int attempt = 0;
        while (true) {
            try {
                if (attempt < failures) {
                    attempt++;
                    throw new ArithmeticException("step too large");
                }
                return Math.cos(step) * step;
            } catch (ArithmeticException e) {
                step = step * step * 0.5;
            }
        }
    }

    @Program(at = {"[1,2,3,4,5,6], 2", "[1,2,3,4,5,6], 3", "[1,2,3,4,5,6], 6"})
    static double exceptionLeavesAnInnerLoop(double[] a, int n) {
        double total = 1;
        for (int i = 0; i < n; i++) {
            double row = 0;
            try {
                for (int j = 0; j < 3; j++) {
                    row += a[i * n + j] * a[j];
                    total += row * 0.1;
                }
                row *= 2;
            } catch (IndexOutOfBoundsException e) {
                row = -row * a[i];
            }
            total += row * row;
        }
        return total;
    }

    @Program(at = {"[1,2,3,4,5,6], 2", "[1,2,3,4,5,6], 3"})
    static double exceptionLeavesTwoLoops(double[] a, int n) {
        double total = 1;
        double row = 0;
        try {
            for (int i = 0; i < 4; i++) {
                row = a[i];
                for (int j = 0; j < n; j++) {
                    row *= a[i * n + j];
                    total += row * 0.01;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            total += row * row * 1e-4;
        }
        return total;
    }

    @Program(at = {"[1,2,3]", "[1,2,3,4,5]"})
    static double handlerGoesOnWithTheOuterLoop(double[] a) {
        double y = a[0];
        outer:
        for (int i = 0; i < 5; i++) {
            try {
                for (int j = i; ; j++) {
                    y += a[j] * 0.3;
                    if (y > 6) {
                        y *= 0.5;
                        continue outer;
                    }
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                y *= a[1] * 0.4;
                continue;
            }
        }
        return y * y;
    }

    @Program(
            at = {"2, null", "2, [3,4]"},
            gradient = {"4", "7,2,2"},
            differences = 1e-7)
    static double nullArray(double x, double[] a) {
        double y = x * x;
        try {
            y = x * (a[0] + a[1]);
        } catch (NullPointerException e) {
            y = y * 1;
        }
        return y;
    }

    @Program(at = {"[1,2], -1", "[1,2], 2"})
    static double negativeArraySize(double[] a, int n) {
        double[] b = a;
        try {
            double[] c = new double[n];
            c[1] = a[0] * a[1];
            b = c;
        } catch (NegativeArraySizeException e) {
            b[0] *= 5;
        }
        return b[0] + b[1] * b[1];
    }

    @Program(at = {"2, 'text'", "2, null"})
    static double castOfAnything(double x, String text) {
        Object o = text == null ? (Object) new int[1] : text;
        double y = x;
        try {
            y *= x;
            String s = (String) o;
            y *= s.length();
        } catch (ClassCastException e) {
            y = 1 / y;
        }
        return y;
    }

    @Program(at = {"[1,2,3], 0", "[1,2,3], 2", "[1,2,3], -1"})
    static double libraryCallFails(double[] a, int from) {
        double[] b = {1, 2, 3};
        try {
            System.arraycopy(a, from, b, 0, 2);
            b[1] *= a[0];
        } catch (IndexOutOfBoundsException e) {
            b[2] = a[1] * a[1];
            System.arraycopy(a, 0, b, 0, 1);
        }
        return b[0] * b[1] * b[2];
    }

    @Program(at = {"[1,2,3], 1", "[1,2,3], 9"})
    static double copyOfRangeFails(double[] a, int from) {
        double y = a[0] * a[1];
        double[] b = a;
        try {
            b = java.util.Arrays.copyOfRange(a, from, 4);
            b[1] = y * b[0];
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            b[2] *= y;
        }
        return b[1] * a[2];
    }

    @Program(at = {"[[1,2],[3]]", "[[1,2],[3,4]]", "[[1,2],null]"})
    static double rows(double[][] m) {
        double y = 1;
        for (int i = 0; i < 3; i++) {
            try {
                double[] row = m[i];
                y *= row[0];
                y += row[1];
            } catch (NullPointerException e) {
                y = y * y;
            } catch (IndexOutOfBoundsException e) {
                y = y * 3 + m[0][0];
            }
        }
        return y;
    }

    @Program(at = {"1.2, 4", "1.2, 1"})
    static double thrownObjectIsReused(double x, int n) {
        IllegalStateException known = new IllegalStateException("known");
        RuntimeException last = null;
        double y = x;
        for (int i = 0; i < n; i++) {
            try {
                y *= x;
                throw known;
            } catch (IllegalStateException e) {
                y += last == e ? x : 1;
                last = e;
            }
        }
        return y + (last == known ? 0 : 1e6);
    }

    @Program(at = {"2, 3", "2, 0"})
    static double throwableFromAVariable(double x, int n) {
        RuntimeException failure = n == 0 ? null : new IllegalStateException("n = " + n);
        double y = x * x;
        try {
            y *= x;
            throw failure;
        } catch (IllegalStateException e) {
            return y * e.getMessage().length();
        } catch (NullPointerException e) {
            return y + x;
        }
    }

    @Program(at = {"[1,2,3,4], 3", "[1,2,3,4], 9"})
    static double constantsInHandlers(double[] a, @NoDerivative int n) {
        double[] weights = {0.5, 2, 3};
        double y = 0;
        int done = 0;
        try {
            for (int i = 0; i < n; i++) {
                y += weights[i] * a[i] * a[i];
                done++;
            }
        } catch (RuntimeException e) {
            y *= done + weights[0];
        }
        return y * a[3];
    }

    @Program(at = {"1.5f, 1", "1.5f, 0"})
    static float floats(float x, int n) {
        float y = x;
        try {
            y = x * x;
            y = y * (6 / n);
        } catch (ArithmeticException e) {
            y = y * x;
        }
        return y;
    }

    @Program(at = {"[1,2,3]", "[0.1,2,3]"})
    static void inPlace(double[] a) {
        try {
            for (int i = 0; ; i++) {
                a[i + 1] += a[i] * a[i];
                if (a[i] > 2.5) {
                    a[i] *= 2;
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            a[0] -= a[2];
        }
    }

    /** The handler of the loop's own test reads a variable that keeps its distance to the one that is tested. */
    @Program(at = {"[2, 3, 0.5], 1", "[2, 3, 0.5], 5"})
    static double twoCountersInATry(double[] a, int k) {
        double[] b = k > 3 ? null : a;
        double y = 1;
        int j = k;
        try {
            for (int i = 0; i < b.length; i++) {
                y *= a[i] * j;
                j++;
            }
        } catch (NullPointerException e) {
            y = a[0] * a[0] * j;
        }
        return y * j;
    }
}
