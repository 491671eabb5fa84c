package org.atled.compiler.bytecode;

/** Methods that {@link LiftTest} lifts. */
abstract class Lifted {
    static int counter;

    private final Object field;

    Lifted(boolean flag) {
        super();
        this.field = flag ? "yes" : Integer.valueOf(1);
    }

    abstract void withoutCode();

    Object field() {
        return field;
    }

    static double countedLoop(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }

    static double nestedLoops(double[][] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                sum += rows[i][j];
            }
        }
        return sum;
    }

    static double diamond(double x, double y) {
        if (x > y) {
            x = y * y;
        }
        return x + y;
    }

    static int loopAtOnce(int n) {
        do {
            n /= 2;
        } while (n > 10);
        return n;
    }

    static double swap(double a, double b, int n) {
        while (n > 0) {
            double kept = a;
            a = b;
            b = 2 * kept;
            n--;
        }
        return a - b;
    }

    static int table(int key) {
        switch (key) {
            case 4:
                return 40;
            case 1:
                return 10;
            case 2:
                return 20;
            default:
                return 0;
        }
    }

    static int lookup(int key) {
        return switch (key) {
            case 100000 -> 1;
            case -1000 -> 2;
            case 7 -> 3;
            default -> 0;
        };
    }

    static int stringSwitch(String text) {
        return switch (text) {
            case "one" -> 1;
            case "two" -> 2;
            default -> 0;
        };
    }

    static int caught(int a, int b) {
        int stage = 0;
        try {
            stage = a / b;
            stage = b / a;
        } catch (ArithmeticException e) {
            return stage;
        }
        return -1;
    }

    static int finallyBlock(int a, int b) {
        try {
            return a / b;
        } finally {
            counter = a;
        }
    }

    static String multiCatch(Object[] values, int i) {
        try {
            return (String) values[i];
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            return e.getMessage();
        }
    }

    static StringBuilder newWithTernary(boolean flag) {
        return new StringBuilder(flag ? "yes" : "no");
    }

    static Number mergedTypes(boolean flag, Integer one, Double other) {
        Number result = one;
        if (flag) {
            result = other;
        }
        return result;
    }

    static Number mergedWithNull(boolean flag, Integer one) {
        Number result = null;
        if (flag) {
            result = one;
        }
        return result;
    }

    static void booleans(boolean[] flags, byte[] bytes) {
        flags[0] = true;
        bytes[0] = 1;
    }

    static double wide(long[] values, int i, double x, long increment) {
        return (values[i] += increment) + x;
    }

    static void locked(Object lock) {
        synchronized (lock) {
            counter++;
        }
    }

    static int threeLines(int x) {
        int twice = x + x;
        int square = twice * twice;
        return square;
    }
}
