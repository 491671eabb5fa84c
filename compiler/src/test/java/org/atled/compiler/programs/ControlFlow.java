package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Branches, conditional expressions, short-circuit conditions and early returns. */
final class ControlFlow {
    private ControlFlow() {}

    @Program(
            at = {"1", "-2", "0.5"},
            gradient = {"3", "4", "3"})
    static double ifElse(double x) {
        double y;
        if (x > 0) {
            y = 3 * x;
        } else {
            y = -4 * x;
            y = -y;
        }
        return y;
    }

    @Program(at = {"1, 2", "-1, 2", "3, -1"})
    static double elseIfChain(double x, double y) {
        if (x < 0) {
            return x * y;
        } else if (y < 0) {
            return x / y;
        } else if (x + y > 100) {
            return x;
        }
        return x * x * y;
    }

    @Program(at = {"1, 2", "-1, 2", "-1, -2", "5, 5"})
    static double shortCircuits(double x, double y) {
        double r = 0;
        if (x > 0 && y > 0) {
            r += x * y;
        }
        if (x > 0 || y * x < -1) {
            r += x - y * y;
        }
        if (!(x > 0) && (y > 0 || x < -0.5) && !(x * y > 100)) {
            r *= x;
        }
        return r;
    }

    @Program(at = {"1, true", "1, false", "-1, true"})
    static double ternaryMixesActiveAndConstant(double x, boolean flag) {
        double a = flag ? x : 2;
        double b = x > 0 ? 3 : a;
        double c = flag && x > 0 ? a * b : 1;
        return a + b * b + c * c * c;
    }

    @Program(
            at = {"[1,2], true", "[1,2], false"},
            gradient = {"[2,4]", "[0,0]"})
    static double ternaryMixesActiveAndConstantArrays(double[] x, boolean flag) {
        double[] constant = {5, 6};
        double[] a = flag ? x : constant;
        double sum = 0;
        for (double v : a) {
            sum += v * v;
        }
        return sum;
    }

    @Program(
            at = {"[1,2], true, [3,4]", "[1,2], false, [3,4]"},
            gradient = {"[3,4]", "[0,0]"})
    static double ternaryMixesActiveAndConstantParameter(double[] x, boolean flag, @NoDerivative double[] c) {
        double[] a = flag ? x : c;
        return a[0] * c[0] + a[1] * c[1];
    }

    @Program(at = {"2, true", "2, false"})
    static double mergedArraysWrittenAfterwards(double x, boolean flag) {
        double[] p = {x, 1};
        double[] q = {1, 2};
        double[] r = flag ? p : q;
        r[1] = x * x;
        q[0] += r[1] * p[0];
        return p[0] * p[1] + q[0] * q[1] * q[1];
    }

    @Program(at = {"[1,2]", "[2,1]"})
    static double nullOrArray(double[] x) {
        double[] a = x[0] > x[1] ? x : null;
        double[] b = null;
        if (a == null) {
            b = new double[] {x[0] * x[1], x[1]};
        }
        return (a != null ? a[0] * a[0] : 0) + (b != null ? b[0] * b[1] : 0);
    }

    @Program(at = {"1", "3", "7"})
    static double earlyReturns(double x) {
        if (x < 2) {
            return x * x;
        }
        double y = x * 3;
        if (y < 10) {
            return y * y;
        }
        return y * y * y;
    }

    @Program(at = {"[1,2,3,4]", "[1,-2,3,4]", "[5,6,7,9]"})
    static double returnFromNestedLoops(double[] x) {
        double p = 1;
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                p += x[i] * x[j] * p * 0.1;
                if (x[j] < 0) {
                    return p * x[i];
                }
                while (p > 20) {
                    p /= x[0] + 2;
                    if (p > 200) {
                        return p;
                    }
                }
            }
        }
        return p * p;
    }

    @Program(
            at = {"1, 2", "2, 1", "1, 1"},
            differences = Double.NaN)
    static double comparisonsOfEveryKind(double x, double y) {
        double r = 0;
        r += x < y ? x : y;
        r += x <= y ? 2 * x : y;
        r += x > y ? 3 * x : y;
        r += x >= y ? 4 * x : y;
        r += x == y ? 5 * x : y;
        r += x != y ? 6 * x : y;
        return r + (Double.compare(x, y) < 0 ? 7 * x : y);
    }

    @Program(
            at = {"NaN, 1", "1, NaN"},
            gradient = {"0, 10", "12, 0"},
            differences = Double.NaN)
    static double comparisonsWithNaN(double x, double y) {
        double p = Double.isNaN(x) ? y : x;
        double q = 0;
        q += x < y ? 100 * p : p;
        q += x >= y ? 100 * p : 2 * p;
        q += !(x > y) ? 3 * p : 100 * p;
        q += x != x ? 4 * p : 6 * p;
        return q;
    }

    @Program(at = {"0.5, 3", "0.5, 8"})
    static double inactiveBranchesAroundActiveCode(double x, int n) {
        double y = x;
        if (n > 5) {
            y = y * y;
            n--;
        } else if (n > 2) {
            n += 2;
        }
        int k = n % 2 == 0 ? 3 : n > 6 ? 4 : 5;
        for (int i = 0; i < k; i++) {
            y += x * i;
        }
        return y;
    }

    @Program(at = {"0.5", "2", "-3"})
    static double deeplyNested(double x) {
        double y = x;
        if (x > -1) {
            if (x > 1) {
                if (x > 3) {
                    y = 1;
                } else {
                    y *= x;
                }
                y += x;
            } else {
                y = Math.sin(y);
                if (y > 0.1) {
                    y /= x;
                }
            }
        } else {
            y = y < -2 ? y * y * y : 5;
        }
        return y * x;
    }

    @Program(at = {"0.5", "2"})
    static double labelledBlock(double x) {
        double y = x;
        block:
        {
            y *= x;
            if (y > 1) {
                break block;
            }
            y += Math.exp(x);
        }
        return y * y;
    }

    @Program(at = {"1.5, 2.5", "2.5, 1.5"})
    static double assignmentInCondition(double x, double y) {
        double t;
        double r = 0;
        if ((t = x * y) > 3 && (r = t - x) > 0) {
            r *= t;
        }
        double u = (t = t * 2) + t + (r += x);
        return u * t + r;
    }

    @Program(at = {"1.5, 0", "1.5, 1", "1.5, 2", "1.5, 3"})
    static double sameValueOnSeveralEdges(double x, int n) {
        double y = x;
        double z = 1;
        if (n > 0) {
            if (n > 1) {
                z = n > 2 ? y : x;
            } else {
                z = y;
            }
        }
        return z * y + z;
    }

    @Program(at = {"0.5, 0.25", "0.25, 0.5"})
    static void sortedPair(double x, double y) {
        double low = Math.min(x, y);
        double high = Math.max(x, y);
        if (low > high) {
            throw new IllegalStateException("not sorted: " + low + " " + high);
        }
    }

    @Program(
            at = {"[3,1,2,5,4]", "[1,2,3,4,5]"},
            differences = Double.NaN)
    static void bubbleSort(double[] x) {
        boolean swapped = true;
        for (int n = x.length; swapped; n--) {
            swapped = false;
            for (int i = 1; i < n; i++) {
                if (x[i - 1] > x[i]) {
                    double t = x[i];
                    x[i] = x[i - 1];
                    x[i - 1] = t;
                    swapped = true;
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            x[i] *= i + 1;
        }
    }
}
