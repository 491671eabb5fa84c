package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** Integers of every type beside active numbers. */
final class IntegerTypes {
    private IntegerTypes() {}

    @Program(at = "2, 3, 4, 5, 'c', true", gradient = "112")
    static double everyType(double x, byte b, short s, long l, char c, boolean flag) {
        double y = x * b + x * s + x * l + x * c;
        return flag ? y + x : y;
    }

    @Program(at = "2, 200", gradient = "-56")
    static double narrowingCasts(double x, int n) {
        byte b = (byte) n;
        return x * b;
    }

    @Program(at = "2.5, 70000", gradient = "4469")
    static double narrowingChain(double x, int n) {
        short s = (short) n;
        char c = (char) (n + 1);
        int i = (int) (n * 0.00006);
        return x * (s + i) + x * (c - s) * 0 + x;
    }

    @Program(at = "2.7, 3", gradient = "2, 5")
    static double integerPartOfActive(double x, double y) {
        int i = (int) x;
        long l = (long) (y * 1.5);
        return i * x + l * y + y;
    }

    @Program(at = "1.5", gradient = "10")
    static double longLoop(double x) {
        double sum = 0;
        for (long i = 0; i < 5; i++) {
            sum += i * x;
        }
        return sum;
    }

    @Program(at = "1.5", gradient = "15")
    static double byteAndShortLoops(double x) {
        double sum = 0;
        for (byte i = 0; i < 5; i++) {
            sum += i * x;
        }
        for (short i = 5; i > 0; i -= 2) {
            sum += x;
        }
        for (char c = 'a'; c <= 'b'; c++) {
            sum += x;
        }
        return sum;
    }

    @Program(at = "1.5, 12345", gradient = "109")
    static double bitOperations(double x, int n) {
        int m = (n ^ 0x55) & 0xff | (n >> 3) & 1;
        long k = (long) n << 33 >>> 40 & 7 | ~n & 1;
        return x * (m - k) - x * (n & 1) * (1 - 1);
    }

    @Program(at = "0.5, [1,2,3]", gradient = "12")
    static double integerArrays(double x, int[] n) {
        long[] l = new long[3];
        short[] s = {1, 2, 3};
        byte[] b = {1, 1, 1};
        char[] c = {'a', 'b', 'c'};
        boolean[] f = {true, false, true};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            l[i] = n[i];
            s[i] += b[i];
            b[i]++;
            c[i] -= 'a';
            if (f[i]) {
                sum += x * l[i] * s[i] - x * c[i] * b[i];
            }
        }
        return sum + x * 2;
    }

    @Program(at = "0.3, 17, -5")
    static double integerDivision(double x, int n, int m) {
        double y = x * (n / m) + x * x * (n % m);
        return y + Math.floorMod(m, n) * x + Math.floorDiv(n, m) * x * x + Math.abs(m) * x + Integer.signum(m) * x;
    }

    @Program(at = "0.3, [3,0,2,1]")
    static double permutedIndices(double x, int[] index) {
        double[] a = {x, x * x, 2 * x, 1};
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            sum = sum * x + a[index[i]] * a[index[index[i]]];
        }
        return sum;
    }

    @Program(at = "2.9, [1,2,3,4]", gradient = "0, [0,0,1,0]")
    static double activeIndex(double x, double[] a) {
        return a[(int) x];
    }

    @Program(at = "0.2, 9223372036854775807")
    static double overflow(double x, long n) {
        long m = n + 1;
        int k = (int) m;
        return x * x * (m < 0 ? 1 : 2) + k * x;
    }

    @Program(at = "0.2, true, false")
    static double booleans(double x, boolean a, boolean b) {
        boolean c = a ^ b | a & !b;
        boolean d = x > 0.1 && c;
        return (c ? x : 1) * (d ? x : 2) + (a == b ? x : -x);
    }

    @Program(at = "0.25", gradient = "8")
    static double counters(double x) {
        int n = 0;
        long m = 0;
        double y = 0;
        while (n < 10) {
            n += 3;
            m += n++;
            if (m % 2 == 0) {
                continue;
            }
            y += n * x / 2;
        }
        return y + (n - n) * m + 0.0 * m - x * 0 + (m == 0 ? x : 0);
    }

    @Program(at = "1.25, [1,2]", gradient = "3")
    static double untouchedIntegerParameter(double x, @NoDerivative int[] n) {
        n[0]++;
        n[1] += 4;
        n[0] <<= 1;
        return x * (n[0] + n[1] - 7);
    }

    @Program(at = "1.25")
    static int integerResult(double x) {
        return (int) (x * 3);
    }

    @Program(at = "[1,2]")
    static boolean booleanResult(double[] x) {
        x[0] *= x[1];
        return x[0] > 1;
    }
}
