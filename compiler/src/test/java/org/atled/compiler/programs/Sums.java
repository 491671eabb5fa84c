package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Sums of terms with calls in them, which are pulled back while they are computed, and what looks like such sums. */
final class Sums {
    private Sums() {}

    /** Recursive, so that it stays a call. */
    private static double minor(double[][] a, int row, int without) {
        if (row == a.length - 1) {
            return a[row][Integer.numberOfTrailingZeros(~without)];
        }
        double sum = 0;
        double sign = 1;
        for (int column = 0; column < a.length; column++) {
            int bit = 1 << column;
            if ((without & bit) == 0) {
                sum += sign * a[row][column] * minor(a, row + 1, without | bit);
                sign = -sign;
            }
        }
        return sum;
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    private static double dot(double[] a, double[] b, int from) {
        return from == a.length ? 0 : a[from] * b[from] + dot(a, b, from + 1);
    }

    @Program(at = {"[[1.1,2,3],[0.4,5,-6],[7,-0.8,9]]", "[[2]]", "[[1.5,3],[2,4]]"})
    static double determinant(double[][] a) {
        return minor(a, 0, 0);
    }

    @Program(at = {"[1.1,0.7,1.3], 0.9", "[], 1"})
    static double cotangentKnownBeforeTheCall(double[] a, double x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum -= a[i] * x * power(a[i], i + 1);
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], 0.9")
    static double factorComputedAfterTheCall(double[] a, double x) {
        double sum = x;
        for (int i = 0; i < a.length; i++) {
            sum += power(x, i + 1) * Math.sin(a[i]);
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], [0.3,2,1]")
    static double squaresOfCalls(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double r = dot(a, b, i) - b[0];
            sum += r * r + r;
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], [0.3,2,1]")
    static double productsOfTwoCalls(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += dot(a, b, i) * power(a[i], 2);
        }
        return sum;
    }

    @Program(at = {"[1.1,0.7,1.3], 2", "[1.1,0.7,1.3], 20"})
    static double aSumThatIsDropped(double[] a, double x) {
        double sum = 0;
        for (double v : a) {
            sum += x * power(v, 2);
            if (sum > 30) {
                return x;
            }
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double aSumAddedTwice(double[] a, double x) {
        double sum = 0;
        for (double v : a) {
            sum += x * power(v, 2);
        }
        return sum + sum;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double aSumTakenAway(double[] a, double x) {
        double sum = 0;
        for (double v : a) {
            sum = x * power(v, 2) - sum;
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double twoSums(double[] a, double x) {
        double even = 1;
        double odd = x;
        for (int i = 0; i < a.length; i++) {
            double term = power(a[i], 3) * x;
            if (i % 2 == 0) {
                even += term;
            } else {
                odd += term;
            }
        }
        return even - (odd - 1);
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double sumsThatChangePlaces(double[] a, double x) {
        double one = 0;
        double other = x;
        for (double v : a) {
            double sum = one + power(v, 2);
            one = other;
            other = sum;
        }
        return one + 0.5 + other;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double oneOfTwoSums(double[] a, double x) {
        double one = 0;
        double other = x;
        for (double v : a) {
            double sum = one + power(v, 2);
            one = other;
            other = sum;
        }
        return one;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double loopsInsideLoops(double[] a, double x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += power(a[i], 2) * a[j];
            }
            for (int k = 0; k < 2; k++) {
                if (a[k] > x) {
                    k++;
                }
            }
            sum += x;
        }
        return sum;
    }

    @Program(at = {"[1.1,0.7,1.3], 2", "[1.1,0.7,1.3], -2"})
    static double callsBeforeTheLoop(double[] a, double x) {
        double scale = Math.exp(-power(x, 3));
        double first = power(x, 2);
        double sum = first;
        for (double v : a) {
            if (v * x > 1) {
                sum += scale * power(v, 2) * x;
            } else {
                sum -= scale;
            }
        }
        return sum - power(scale, 2) + x * x;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double loopsLeftInTheMiddle(double[] a, double x) {
        double sum = 0;
        for (int i = 0; ; i++) {
            double v = power(a[i], 2);
            sum += v * x;
            if (i == 2) {
                sum += v;
                break;
            }
            double w = a[i] * x;
            if (w > 1) {
                sum += power(w, 2);
            }
            if (w > 1.5) {
                sum -= w;
            }
        }
        return sum;
    }

    @Program(at = {"[1.1,0.7,1.3], 2", "[1.1], 0.3"})
    static double loopsThatTestAtTheirEnd(double[] a, double x) {
        double sum = x;
        int i = 0;
        do {
            sum += power(a[i], 2) * x;
        } while (++i < a.length);
        return i > 1 ? sum : sum - x;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double oneLoopAfterAnother(double[] a, double x) {
        double sum = 0;
        for (double v : a) {
            sum += power(v, 2) * x;
        }
        double other = sum + x * x;
        for (double v : a) {
            other += power(v, 3);
        }
        return other;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double aTermThatIsReadAgain(double[] a, double x) {
        double sum = 0;
        double last = 1;
        for (double v : a) {
            last = power(v, 2) * last;
            sum += last * x;
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double aSumThatDecides(double[] a, double x) {
        double sum = 0;
        for (int i = 0; sum < 3 && i < 3; i++) {
            sum += power(a[i], 2) * x;
        }
        return sum > 100 ? sum : sum + x;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double memoryThatIsWritten(double[] a, double x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += power(a[i], 2) * x;
            a[i] *= sum;
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], [0,0,0], 2")
    static double constantsThatAreWritten(double[] a, @NoDerivative double[] scratch, double x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            scratch[i] = i + 1.5;
            sum += power(a[i], 2) * x * scratch[i];
        }
        return sum;
    }

    private static double descend(double[] a, double[] b, int at, double x) {
        if (at == a.length) {
            return x;
        }
        double sum = x * b[at];
        for (int i = at + 1; i <= a.length; i++) {
            sum += a[at] * descend(a, b, i, x * b[at]);
        }
        return sum;
    }

    @Program(at = "[1.1,0.7,1.3], 2")
    static double numbersAndSharedArraysInRecursion(double[] a, double x) {
        return descend(a, a, 0, x) * 0.5;
    }

    private static double even(double x, int n) {
        return n == 0 ? x : x + 0.3 * odd(x * x, n - 1);
    }

    private static double odd(double x, int n) {
        return n == 0 ? 1 : x - even(x * 0.5, n - 1);
    }

    @Program(at = {"0.7, 5", "0.7, 4"})
    static double eachOther(double x, int n) {
        return even(x, n);
    }
}
