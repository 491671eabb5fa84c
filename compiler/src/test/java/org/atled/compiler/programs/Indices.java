package org.atled.compiler.programs;

import java.util.Arrays;
import java.util.List;

/** Integers that the reverse sweep needs again: computed, changed in place, found by searching, returned by helpers. */
final class Indices {
    private static int[] shared = {2, 0, 1};

    private Indices() {}

    @Program(at = "[1,2,3,4], [3,0,2,1], 4")
    static void sortedInEveryIteration(double[] x, int[] order, int n) {
        for (int i = 0; i < n; i++) {
            x[order[i]] *= x[order[0]] + x[order[3]];
            Arrays.sort(order, 0, i + 1);
            order[3] = (order[3] + i) % 4;
        }
    }

    @Program(at = "[1,2,3,4], 4")
    static double filledAndCopiedInEveryIteration(double[] x, int n) {
        int[] index = new int[4];
        int[] next = {1, 2, 3, 0};
        double sum = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(next, i % 2, index, i % 3, 2);
            sum += x[index[0]] * x[index[3]] * sum + x[index[i]];
            Arrays.fill(index, 0, 2, i);
            sum *= x[index[1]];
        }
        return sum;
    }

    @Program(at = "[1,2,3,4], [[0,1],[2,3],^0]")
    static double rowsOfIndices(double[] x, int[][] index) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            int[] row = index[i % 3];
            sum += x[row[0]] * x[row[1]] * (sum + i);
            row[1] = (row[1] + 1) % 4;
            if (i == 2) {
                index[1] = new int[] {3, 3};
            }
        }
        return sum;
    }

    @Program(at = "[1,2,3], [0,1,2], #1")
    static double sameIndicesPassedTwice(double[] x, int[] read, int[] write) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += x[read[i]] * x[read[2]] * (i + 1);
            write[2] = i;
            write[(i + 1) % 3] = 2 - i;
        }
        return sum * sum;
    }

    private static int largest(double[] a, int from) {
        int best = from;
        for (int i = from; i < a.length; i++) {
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return best;
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    @Program(at = {"[1,4,2,3]", "[4,3,2,1]"})
    static void selectionSort(double[] a) {
        for (int i = 0; i < a.length; i++) {
            swap(a, i, largest(a, i));
            a[i] *= i + 1.5;
        }
    }

    private static boolean close(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance;
    }

    @Program(
            at = {"2", "0.3"},
            differences = 1e-6)
    static double helperDecides(double x) {
        double a = 1;
        int n = 0;
        while (!close(a, x / a, 1e-12) && n++ < 50) {
            a = (a + x / a) / 2;
        }
        return a * (close(a, x, 10) ? x : 1);
    }

    private static long count(double[] a, double limit) {
        long n = 0;
        for (double v : a) {
            n += v > limit ? 1 : 0;
        }
        return n;
    }

    @Program(at = "[1,4,2,3], 0.9")
    static double helperCounts(double[] a, double limit) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += a[i] * count(a, limit + i) * limit;
            a[(int) count(a, 2.5)] *= 1.1;
        }
        return sum;
    }

    @Program(at = "[1,4,2], 5")
    static double staticArrayOfIndices(double[] x, int n) {
        double sum = 1;
        for (int i = 0; i < n; i++) {
            sum += x[shared[i % 3]] * sum * 0.1;
        }
        return sum;
    }

    @Program(at = "[1,4,2]")
    static double indicesFromAList(double[] x) {
        List<Integer> order = List.of(2, 0, 1, 0);
        double sum = 1;
        for (int i : order) {
            sum = sum * x[i] + i;
        }
        return sum;
    }

    @Program(at = "[5,4,2,7,1,3,6]", differences = Double.NaN)
    static void heapSort(double[] a) {
        int n = a.length;
        for (int start = n / 2 - 1, end = n; end > 1; ) {
            if (start >= 0) {
                sift(a, start--, end);
            } else {
                swap(a, 0, --end);
                a[end] *= end;
                sift(a, 0, end);
            }
        }
    }

    private static void sift(double[] a, int root, int end) {
        while (2 * root + 1 < end) {
            int child = 2 * root + 1;
            if (child + 1 < end && a[child] < a[child + 1]) {
                child++;
            }
            if (a[root] >= a[child]) {
                return;
            }
            swap(a, root, child);
            root = child;
        }
    }

    @Program(at = {"0.35, [0,0.1,0.3,0.5,1], [1,2,4,3,5]", "0.05, [0,0.1,0.3,0.5,1], [1,2,4,3,5]"})
    static double tableLookup(double at, double[] x, double[] y) {
        int low = 0;
        int high = x.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double t = (at - x[low]) / (x[high] - x[low]);
        return y[low] * (1 - t) + y[high] * t;
    }

    @Program(at = "[1,2,3,4,5,6], 2, 3")
    static double loopVariablesReadAfterwards(double[] x, int m, int n) {
        double sum = 0;
        for (int r = 0; r < 3; r++) {
            int i = 0;
            int j = 0;
            for (; i < m; i++) {
                for (j = i; j < n; j++) {
                    if (x[i * n + j] > 4.5 + r) {
                        break;
                    }
                }
            }
            sum += x[i] * x[j] * (r + 1);
            x[i + j - 1] *= 1.5;
        }
        return sum;
    }

    @Program(at = "[1,2,3,4,5,6]")
    static double oddIncrements(double[] x) {
        int i = 0;
        int j = 5;
        double r = 0;
        x[i++] += x[j--] * (x[i] = x[j] * x[i]);
        r += x[i++] * x[i++] - x[j--] * x[--j];
        x[i] = x[i = 1] *= x[j];
        return r * x[i] + x[3];
    }

    @Program(at = "[[1,2],[3,4]], 3")
    static double linkedRows(double[][] a, int n) {
        int[] next = {1, 0};
        int at = 0;
        double[] row = a[0];
        for (int i = 0; i < n; i++) {
            at = next[at];
            double[] other = a[at];
            row[i % 2] += other[(i + 1) % 2] * row[0];
            row = other;
        }
        return row[0] * row[1];
    }

    private static void advance(Object[] boxes) {
        int[] n = (int[]) boxes[0];
        n[0]++;
    }

    private static void advance(Object box) {
        ((int[]) ((Object[]) box)[0])[0]++;
    }

    @Program(at = "[1,2,3,4,5,6,7]")
    static double indicesBehindObjects(double[] x) {
        int[] n = {0};
        Object[] boxes = {n};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += x[n[0]] * x[n[0]] * (sum + 1);
            advance(boxes);
            sum *= x[n[0]];
            advance((Object) boxes);
        }
        return sum;
    }
}
