import java.util.ArrayList;
import java.util.List;

/** Arithmetic of all primitive types, compound assignments, labelled loops, arrays of arrays, many parameters. */
public class Primitives {
    static byte narrowed(byte b, short s, char c, int i, long l, float f, double d) {
        b += 300.7;
        s -= b++;
        c *= 1.5;
        i <<= l;
        l >>>= i;
        f %= 0.3f;
        d /= f;
        b ^= (byte) (s | c & i);
        return (byte) (b + (int) d + (short) l + (char) i);
    }

    static String compared(double a, double b, float x, long l) {
        StringBuilder text = new StringBuilder();
        text.append(a < b).append(a <= b).append(a > b).append(a >= b).append(a == b).append(a != b);
        text.append(!(a < b)).append(!(a >= b)).append(x < 1 ? 'l' : x >= 1 ? 'g' : 'n').append(l > 0 ^ x > 0);
        text.append((int) a).append((long) b).append((int) x).append((float) a).append((byte) (int) l);
        return text.toString();
    }

    static long loops(int n) {
        long sum = 0;
        outer:
        for (int i = 0, j = n; i < j; i++, j--) {
            for (int k = i; ; k += 2) {
                if (k > j) {
                    continue outer;
                }
                if (sum > 1000) {
                    break outer;
                }
                sum += (long) i * j ^ k;
                sum = sum << 1 | sum >>> 63;
            }
        }
        int left = n;
        do {
            sum -= left--;
        } while (left > 0 && (left & 3) != 1);
        return sum;
    }

    static double swapped(double[][] rows, int[] order) {
        double previous = 1, current = 1;
        int i = 0;
        for (int at : order) {
            double[] row = rows[at];
            double next = current + previous * row[i++ % row.length]--;
            previous = current;
            current = next;
            row[--i] = -row[i++] + (rows[order.length - i][0] *= 2);
        }
        return current - previous;
    }

    static int[][][] cubes(int n) {
        int[][][] cubes = new int[n][n + 1][];
        int value = 0;
        for (int[][] square : cubes) {
            for (int i = 0; i < square.length; i++) {
                square[i] = new int[] {value++, value++ * 2, ++value};
            }
        }
        return cubes;
    }

    static double many(
            byte a, short b, char c, int d, long e, float f, double g, boolean h, double[] i, String j, long k, double l) {
        return h ? a + b + c + d + e + f + g + i[0] + j.length() + k + l : l - k - g - f - e - d - c - b - a;
    }

    static boolean logic(int x, int y) {
        boolean a = x > 0 && y > 0 || x < -5 & y != 3;
        a |= x == y;
        return a ? !(x + y > 10 || y == 7) : (x ^ y) == 0 == a;
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        all.add(narrowed((byte) 7, (short) -3, 'x', 12345, 67890123456789L, 7.7f, -1e9));
        for (double a : new double[] {0.0, -0.0, Double.NaN, 1e300, Double.NEGATIVE_INFINITY}) {
            all.add(compared(a, 0.0, (float) a, (long) a));
            all.add(compared(-2.5, a, 1.5f, -7));
        }
        for (int n = 0; n < 30; n += 7) {
            all.add(loops(n));
        }
        all.add(swapped(new double[][] {{1, 2, 3}, {3, 0.1, 4}, {0.5, 0.25, 8}}, new int[] {0, 1, 2}));
        all.add(cubes(3)[2][3][1] + cubes(2)[1][0].length);
        all.add(many((byte) 1, (short) 2, 'c', 4, 5, 6, 7, true, new double[] {8}, "nine", 10, 11));
        all.add(many((byte) 1, (short) 2, 'c', 4, 5, 6, 7, false, null, null, 10, 11));
        for (int x = -7; x < 9; x += 3) {
            all.add(logic(x, 3) + "" + logic(3, x) + logic(x, x));
        }
        all.add("" + 'c' + 1 + 2L + 3f + 4d + null + true + new int[0].length + (Object) "o" + "\u0001\u0002");
        return all.toString();
    }
}
