package org.atled.compiler.programs;

/** Methods that call themselves, directly or through others. */
final class Recursion {
    private Recursion() {}

    @Program(at = {"1.1, 6", "1.1, 0"})
    static double power(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    @Program(at = "0.9, 7")
    static double fibonacci(double x, int n) {
        return n < 2 ? x * (n + 1) : fibonacci(x, n - 1) + x * fibonacci(x, n - 2);
    }

    private static double sum(double[] a, int from, int to) {
        if (to - from == 1) {
            return a[from] * a[from];
        }
        int middle = (from + to) / 2;
        return sum(a, from, middle) * 1.1 + sum(a, middle, to);
    }

    @Program(at = "[1,2,3,4,5]")
    static double overArrays(double[] a) {
        return sum(a, 0, a.length);
    }

    private static double even(double x, int n) {
        return n == 0 ? x : x * odd(x + 0.1, n - 1);
    }

    private static double odd(double x, int n) {
        return n == 0 ? 1 : Math.sin(even(x * 1.1, n - 1)) + x;
    }

    @Program(at = {"0.7, 5", "0.7, 4"})
    static double mutual(double x, int n) {
        return even(x, n);
    }

    private static void transform(double[] re, double[] im, int start, int step, int n, double[] scratch) {
        if (n == 1) {
            return;
        }
        transform(re, im, start, 2 * step, n / 2, scratch);
        transform(re, im, start + step, 2 * step, n / 2, scratch);
        for (int k = 0; k < n / 2; k++) {
            double c = Math.cos(2 * Math.PI * k / n);
            double s = -Math.sin(2 * Math.PI * k / n);
            int even = start + 2 * k * step;
            int odd = even + step;
            double re1 = c * re[odd] - s * im[odd];
            double im1 = c * im[odd] + s * re[odd];
            scratch[2 * k] = re[even] + re1;
            scratch[2 * k + 1] = im[even] + im1;
            scratch[2 * k + n] = re[even] - re1;
            scratch[2 * k + 1 + n] = im[even] - im1;
        }
        for (int k = 0; k < n; k++) {
            re[start + k * step] = scratch[2 * k];
            im[start + k * step] = scratch[2 * k + 1];
        }
    }

    @Program(at = "[1,2,0.5,4,-1,0.3,2,1], [0,0.5,1,0,0.2,0.1,3,1]")
    static void fourierTransformInPlace(double[] re, double[] im) {
        transform(re, im, 0, 1, re.length, new double[2 * re.length]);
    }

    private static void merge(double[] a, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        merge(a, from, middle);
        merge(a, middle, to);
        double[] merged = new double[to - from];
        int i = from;
        int j = middle;
        for (int k = 0; k < merged.length; k++) {
            merged[k] = j >= to || i < middle && a[i] <= a[j] ? a[i++] : a[j++];
        }
        System.arraycopy(merged, 0, a, from, merged.length);
    }

    @Program(at = "[3,1,2,5,4,0.5]")
    static double mergeSort(double[] a) {
        merge(a, 0, a.length);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i] * i;
        }
        return sum;
    }

    private static double simpson(double a, double b, double fa, double fm, double fb, double p, int depth) {
        double m = (a + b) / 2;
        double fl = Math.exp(-p * (a + m) * (a + m) / 4);
        double fr = Math.exp(-p * (m + b) * (m + b) / 4);
        double whole = (b - a) / 6 * (fa + 4 * fm + fb);
        double halves = (b - a) / 12 * (fa + 4 * fl + 2 * fm + 4 * fr + fb);
        if (depth == 0 || Math.abs(halves - whole) < 1e-6) {
            return halves + (halves - whole) / 15;
        }
        return simpson(a, m, fa, fl, fm, p, depth - 1) + simpson(m, b, fm, fr, fb, p, depth - 1);
    }

    @Program(at = "1.3, 2", differences = 1e-6)
    static double adaptiveQuadrature(double p, double b) {
        return simpson(0, b, 1, Math.exp(-p * b * b / 4), Math.exp(-p * b * b), p, 12);
    }

    private static double ackermannLike(double x, int m, int n) {
        if (m == 0) {
            return x * n + 1;
        }
        if (n == 0) {
            return ackermannLike(x * 0.9, m - 1, 1);
        }
        return ackermannLike(ackermannLike(x, m, n - 1) * 0.1, m - 1, n);
    }

    @Program(at = "0.9")
    static double argumentIsACall(double x) {
        return ackermannLike(x, 2, 3);
    }

    private static double determinant(double[][] a) {
        int n = a.length;
        if (n == 1) {
            return a[0][0];
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double[][] minor = new double[n - 1][n - 1];
            for (int i = 1; i < n; i++) {
                for (int j = 0, to = 0; j < n; j++) {
                    if (j != k) {
                        minor[i - 1][to++] = a[i][j];
                    }
                }
            }
            sum += (k % 2 == 0 ? 1 : -1) * a[0][k] * determinant(minor);
        }
        return sum;
    }

    @Program(at = "[[2,1,3,0],[1,4,-2,1],[0,1,3,2],[2,0,1,5]]")
    static double laplaceExpansion(double[][] a) {
        return determinant(a);
    }

    @Program(at = "[[1,2],[3,4]], 3")
    static double[][] matrixRecursion(double[][] a, int n) {
        if (n == 0) {
            return a;
        }
        double[][] b = matrixRecursion(a, n - 1);
        double[][] c = {
            {b[0][0] * 0.5 + a[0][1], b[1][0] * b[0][1] * 0.1}, b[1].clone(),
        };
        c[1][0] += c[0][0] * 0.2;
        return c;
    }

    private static double nested(Object array, double scale) {
        if (array instanceof double[] numbers) {
            double sum = 0;
            for (double number : numbers) {
                sum += scale * number * number;
            }
            return sum;
        }
        double sum = 0;
        for (Object row : (Object[]) array) {
            sum += nested(row, scale / 2);
        }
        return sum;
    }

    @Program(at = "[[1, 2], [3]], 4", gradient = "[[4, 8], [12]], 7")
    static double arraysWithinArraysOfAnyDepth(double[][] array, double scale) {
        return nested(array, scale);
    }
}
