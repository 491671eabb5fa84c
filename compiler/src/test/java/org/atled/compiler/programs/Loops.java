package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Loops of every shape. */
final class Loops {
    private Loops() {}

    @Program(at = {"0.5, 0", "0.5, 1", "0.5, 7"})
    static double zeroTripLoop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y *= x + i;
        }
        return y;
    }

    @Program(at = {"0.5", "3"})
    static double doWhile(double x) {
        double y = x;
        do {
            y = y * y + x;
        } while (y < 2);
        return y;
    }

    @Program(at = {"0.9, 4", "1.1, 1"})
    static double triangular(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double p = 1;
            for (int j = 0; j <= i; j++) {
                p *= x + j;
                for (int k = j; k < i; k++) {
                    sum += p * x * k;
                }
            }
            sum += p;
        }
        return sum;
    }

    @Program(at = {"1.1", "1.4"})
    static double whileThreeDeep(double x) {
        double a = x;
        while (a < 50) {
            double b = a;
            while (b < 20) {
                double c = b;
                while (c < 10) {
                    c = c * x + 0.5;
                }
                b += c * 0.3 + x;
            }
            a += b * 0.2 + x * a;
        }
        return a;
    }

    @Program(at = {"1.1, 5", "0.4, 6"})
    static double labelledBreakAndContinue(double x, int n) {
        double y = 0;
        outer:
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    y += x * (i + j - k) + y * 0.01;
                    if (k == j + 1) {
                        continue outer;
                    }
                    if (i == 3 && j == 2) {
                        break outer;
                    }
                    if (k > 2) {
                        break;
                    }
                }
                y *= x;
            }
            y += 1;
        }
        return y;
    }

    @Program(at = {"1.1, 10"})
    static double boundChangesInBody(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y += x * i;
            if (i % 3 == 0) {
                n--;
            }
            if (y > 6) {
                i++;
            }
        }
        return y * n;
    }

    @Program(at = {"1.1, 20"})
    static double downwardWithStride(double x, int n) {
        double y = 1;
        for (int i = n; i > 0; i -= 3) {
            y = y * 0.5 + x * i * y;
        }
        return y;
    }

    @Program(at = {"1.3, 30"})
    static double geometricVariable(double x, int n) {
        double y = 0;
        for (int i = 1; i < n; i *= 2) {
            y += Math.sin(x * i) * y + x;
        }
        return y;
    }

    @Program(at = {"0.3"})
    static double activeLoopVariable(double x) {
        double sum = 0;
        for (double t = x; t < 3; t += 0.5 + x * 0.1) {
            sum += t * t;
        }
        return sum;
    }

    @Program(at = {"0.3"})
    static double twoVariables(double x) {
        double y = x;
        for (int i = 0, j = 10; i < j; i++, j -= 2) {
            y = y * x + i * j;
        }
        return y;
    }

    @Program(at = {"0.3, 4"})
    static double longIndex(double x, @NoDerivative double m) {
        double y = 1;
        for (long i = 10_000_000_000L; i < 10_000_000_006L; i += 2) {
            y *= x * (i - 9_999_999_999L) + m;
        }
        return y;
    }

    @Program(at = {"1.5"})
    static double inactiveLoopBetween(double x) {
        double y = x * x;
        int n = 1;
        for (int i = 0; i < 5; i++) {
            n = n * 3 % 7;
        }
        double z = y * n;
        double c = 1;
        while (c < 10) {
            c *= 1.5;
        }
        return z * z + c * y;
    }

    @Program(at = {"1.5, 6"})
    static double inactiveLoopInside(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            int k = 0;
            for (int j = 0; j < i; j++) {
                k += j;
            }
            y += Math.cos(y * k) * x;
        }
        return y;
    }

    @Program(at = {"0.7, 5"})
    static double carriedChain(double x, int n) {
        double a = x;
        double b = 1;
        double c = 2;
        for (int i = 0; i < n; i++) {
            double t = a * b;
            a = b + c * x;
            b = c;
            c = t;
        }
        return a + 2 * b + 3 * c;
    }

    @Program(
            at = {"2", "3"},
            gradient = {"1", "1"})
    static double swapped(double x) {
        double a = x;
        double b = 1;
        for (int i = 0; i < 6; i++) {
            double t = a;
            a = b;
            b = t;
        }
        return a;
    }

    @Program(at = {"0.3", "-0.3"})
    static double breakInTheMiddle(double x) {
        double y = 1;
        int i = 0;
        while (true) {
            y += x * i;
            i++;
            if (y > 5 || y < -5) {
                break;
            }
            y *= 1.2;
            if (i > 20) {
                return y;
            }
        }
        return y * y;
    }

    @Program(at = {"[1,2,3]", "[]", "[4]"})
    static double forEach(double[] x) {
        double p = 1;
        for (double v : x) {
            p = p * v + 1;
        }
        return p;
    }

    @Program(at = {"[0.1,0.2,0.3,0.4,0.5], 2"})
    static double severalExits(double[] x, double limit) {
        double sum = 0;
        int i = 0;
        for (; i < x.length; i++) {
            sum += x[i] * sum + x[i];
            if (sum > limit) {
                sum = limit * sum;
                break;
            }
            if (x[i] > 0.35) {
                return sum * limit;
            }
        }
        return sum + i;
    }

    @Program(at = {"1.01, 3000"})
    static double thousandsOfTrips(double x, int n) {
        double y = 0.5;
        for (int i = 0; i < n; i++) {
            y = 3.2 * y * (1 - y) * 0.9 + 0.01 * x * Math.sin(i);
        }
        return y;
    }

    @Program(at = {"1.01, 40"})
    static double lastValuesOnly(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            y = x * i;
        }
        return y * y;
    }

    @Program(at = {"1.01, 4"})
    static double valuesOfInnerLoopReadOutside(double x, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            double inner = x;
            int trips = 0;
            while (inner < 2 + i) {
                inner *= 1.1 + x * 0.01;
                trips++;
            }
            total = total * inner + trips * x;
        }
        return total;
    }

    @Program(at = "[1,2,3], [0,2,1]")
    static void indexFoundByAnInactiveLoop(double[] b, int[] p) {
        for (int k = 0; k < 3; k++) {
            int pivot = k;
            for (int i = k + 1; i < 3; i++) {
                if (p[i] > p[pivot]) {
                    pivot = i;
                }
            }
            b[k] *= b[pivot];
        }
    }

    @Program(at = {"0.4, true", "0.4, false"})
    static double loopInABranch(double x, boolean flag) {
        double y = x;
        if (flag) {
            for (int i = 0; i < 3; i++) {
                y = y * y + x;
            }
        } else {
            do {
                y += x;
            } while (y < 1);
        }
        for (int i = 0; i < 2; i++) {
            if (flag) {
                for (int j = 0; j < 2; j++) {
                    y *= x + j;
                }
            }
        }
        return y;
    }

    @Program(at = {"0.4"})
    static double consecutiveLoopsShareASum(double x) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += x * i * s + x;
        }
        for (int i = 3; i > 0; i--) {
            s *= x + i;
        }
        for (int i = 0; i < 0; i++) {
            s = 0;
        }
        return s;
    }

    @Program(at = {"0.4, 9"})
    static double continueSkipsUpdates(double x, int n) {
        double y = 1;
        int i = 0;
        while (i < n) {
            i++;
            if (i % 2 == 0) {
                continue;
            }
            y *= x + i;
            if (i % 3 == 0) {
                continue;
            }
            y += x;
        }
        return y;
    }

    @Program(at = {"0.4"})
    static double invariantExpressions(double x) {
        double sum = 0;
        double invariant = Math.exp(x);
        for (int i = 0; i < 4; i++) {
            double same = Math.sin(x) * invariant;
            for (int j = 0; j < 3; j++) {
                sum += same * i * j + invariant * sum * 0.01;
            }
        }
        return sum;
    }
}
