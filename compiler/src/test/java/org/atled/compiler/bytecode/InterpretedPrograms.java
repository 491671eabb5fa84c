package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Small programs of one {@code int} that between them use every construct of the language. */
final class InterpretedPrograms {
    private static int counter;
    private int field = 1;

    private InterpretedPrograms() {}

    enum Sign {
        NEGATIVE {
            @Override
            int of(int x) {
                return -x;
            }
        },
        OTHER {
            @Override
            int of(int x) {
                return x;
            }
        };

        abstract int of(int x);
    }

    record Pair(int first, double second) {
        Pair {
            if (first < 0) {
                throw new IllegalArgumentException("negative: " + first);
            }
        }
    }

    private interface Shape {
        double area();

        default double doubled() {
            return 2 * area();
        }
    }

    private static class Circle implements Shape {
        final double radius;

        Circle(double radius) {
            this.radius = radius;
        }

        @Override
        public double area() {
            return Math.PI * radius * radius;
        }
    }

    private static final class Ring extends Circle {
        private final double inner;

        Ring(double radius, double inner) {
            super(radius);
            this.inner = inner;
        }

        @Override
        public double area() {
            return super.area() - Math.PI * inner * inner;
        }
    }

    static double newton(int n) {
        double a = n;
        for (int i = 0; i < 40; i++) {
            a = (a + n / a) / 2;
        }
        return a;
    }

    static float floats(int n) {
        float x = n;
        x /= 3;
        x %= 1.1f;
        return x * -0.0f + (float) Math.sqrt(x);
    }

    static long longs(int n) {
        long x = 0x123456789abcdefL << n;
        x ^= x >>> 7;
        x += (x >> 3) * n;
        return x % (n == 5 ? 1 : n) + Long.compare(x, n);
    }

    static int narrow(int n) {
        byte b = (byte) (n * 100);
        short s = (short) (n * 20_000);
        char c = (char) n;
        b += 100;
        s >>>= 3;
        c++;
        return b + s * 3 + c;
    }

    static String conversions(int n) {
        double d = n * 1e9;
        return (int) d + "," + (long) (d * d) + "," + (float) d + "," + (byte) d + "," + (char) (n + 'a') + ","
                + (n > 3);
    }

    static double matrix(int n) {
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                a[i][j] = i * 10 + j;
            }
        }
        double sum = 0;
        for (double[] row : a) {
            for (double x : row) {
                sum = sum / 2 + x;
            }
        }
        return sum;
    }

    static int smallArrays(int n) {
        boolean[] flags = new boolean[8];
        byte[] bytes = {1, 2, 3};
        short[] shorts = new short[2];
        char[] chars = "hello".toCharArray();
        long[] longs = {n};
        float[] floats = {n};
        flags[n & 7] = true;
        bytes[1] += n;
        shorts[0]--;
        chars[2] ^= n;
        longs[0]++;
        floats[0] *= 1.5f;
        return (flags[3] ? 1 : 0) + bytes[1] + shorts[0] + chars[2] + (int) longs[0] + (int) floats[0];
    }

    static int labelled(int n) {
        int count = 0;
        outer:
        for (int i = 0; i < n; i++) {
            for (int j = 0; ; j++) {
                if (j == i) {
                    continue outer;
                }
                if (i * j > 30) {
                    break outer;
                }
                count += i ^ j;
            }
        }
        return count;
    }

    static String switches(int n) {
        String a = switch (n) {
            case 1, 2 -> "few";
            case 7 -> "seven";
            case 100_000 -> "many";
            default -> n < 0 ? "negative" : "other";
        };
        return switch (a) {
            case "few" -> a + 1;
            case "seven" -> a + 7;
            default -> a;
        };
    }

    static int enums(int n) {
        Sign sign = n < 0 ? Sign.NEGATIVE : Sign.OTHER;
        switch (sign) {
            case NEGATIVE:
                return sign.of(n) * 2;
            default:
                return sign.of(n) + sign.ordinal();
        }
    }

    static String records(int n) {
        Pair pair = new Pair(n, n / 2.0);
        return pair + " " + pair.equals(new Pair(n, n * 0.5)) + " " + (pair.hashCode() == new Pair(n, 0).hashCode());
    }

    static double virtualCalls(int n) {
        Shape[] shapes = {new Circle(n), new Ring(n, 1), () -> n * 3};
        double sum = 0;
        for (Shape shape : shapes) {
            sum += shape.area() + shape.doubled() / 3;
        }
        return sum;
    }

    static double lambdas(int n) {
        DoubleUnaryOperator shift = x -> x + n;
        Supplier<List<Integer>> maker = ArrayList::new;
        IntFunction<double[]> array = double[]::new;
        Function<String, Integer> length = String::length;
        List<Integer> list = maker.get();
        list.add(length.apply("four"));
        return shift.andThen(Math::sqrt).applyAsDouble(n * n) + list.get(0) + array.apply(2).length;
    }

    static String collections(int n) {
        Map<String, List<Integer>> groups = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < n; i++) {
            groups.computeIfAbsent(i % 2 == 0 ? "even" : "odd", key -> new ArrayList<>())
                    .add(i);
        }
        return groups
                + IntStream.range(0, Math.max(n, 0))
                        .mapToObj(i -> "" + i * i)
                        .toList()
                        .toString();
    }

    static int exceptions(int n) {
        int stage = 0;
        try {
            stage = 100 / n;
            int[] array = new int[n];
            stage += array[5];
            Object text = "text";
            stage += (Integer) (n > 10 ? text : Integer.valueOf(n));
        } catch (ArithmeticException | NegativeArraySizeException e) {
            return stage - 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            stage *= 7;
        } finally {
            counter = stage;
        }
        return stage + counter;
    }

    static int rethrown(int n) {
        try {
            return nested(n);
        } catch (IllegalStateException e) {
            return e.getMessage().length() + e.getSuppressed().length;
        }
    }

    private static int nested(int n) {
        class Resource implements AutoCloseable {
            @Override
            public void close() {
                if (n % 3 == 0) {
                    throw new IllegalStateException("closing " + n);
                }
            }
        }
        try (Resource first = new Resource();
                Resource second = new Resource()) {
            if (n % 2 == 0) {
                throw new IllegalStateException("body " + first.equals(second));
            }
            return n;
        }
    }

    static int unhandled(int n) {
        return Integer.parseInt(n % 2 == 0 ? "" + n : "no number");
    }

    static int locked(int n) {
        Object lock = new Object();
        for (int i = 0; i < n; i++) {
            synchronized (lock) {
                synchronized (InterpretedPrograms.class) {
                    if (i == 4) {
                        continue;
                    }
                    if (i == 9) {
                        return Thread.holdsLock(lock) ? 1 : 0;
                    }
                }
            }
        }
        return Thread.holdsLock(lock) ? 3 : 2;
    }

    static long ackermann(int n) {
        return ackermann(2, Math.max(n, 0));
    }

    private static long ackermann(long m, long n) {
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    static int fields(int n) {
        InterpretedPrograms instance = new InterpretedPrograms();
        instance.field += n;
        counter = instance.field++;
        instance.field <<= 1;
        return counter++ * 1000 + instance.field + --counter;
    }

    static String constructorsWithArgumentsThatBranch(int n) {
        return new StringBuilder(n > 0 ? "positive" : n < 0 ? "negative" : "zero")
                .append(new int[] {n, n}.length)
                .append(new Object[] {n, "x", null}[n & 1])
                .reverse()
                .toString();
    }

    static int typeTests(int n) {
        Object[] objects = {n, "text", 1.5, new int[2], null, new Object[0][0]};
        Object object = objects[Math.floorMod(n, 6)];
        if (object instanceof Integer i && i > 0) {
            return i;
        }
        return object instanceof String s ? s.length() : object instanceof Object[] a ? a.length + 50 : -1;
    }

    static double mathLibrary(int n) {
        return Math.fma(n, 0.1, Math.sin(n)) + StrictMath.exp(n / 10.0) + Math.floorMod(n, 7) + Math.max(n, -0.0);
    }

    static int arrayLibrary(int n) {
        double[] a = new double[10];
        Arrays.fill(a, 2, 5, n);
        double[] b = Arrays.copyOf(a, 12);
        System.arraycopy(b, 1, b, 2, 8);
        double[] c = b.clone();
        Arrays.sort(c);
        return Arrays.hashCode(b) ^ Arrays.hashCode(c);
    }

    static int assertionsAndTernaries(int n) {
        assert n > -100 : "small " + n;
        int a = n > 2 ? n < 5 ? 1 : 2 : n == 0 || n == -1 && counter >= 0 ? 3 : 4;
        do {
            a += 1 + (a & 3);
        } while (a < n && a % 5 != 0);
        return ~a;
    }
}
