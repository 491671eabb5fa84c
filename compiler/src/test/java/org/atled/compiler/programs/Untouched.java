package org.atled.compiler.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atled.NoDerivative;

/** What carries no derivative runs through as it stands: texts, logs, counters, assertions, collections. */
final class Untouched {
    private static final StringBuilder LOG = new StringBuilder();
    private static int calls;
    private static long total;
    private static final double[] TABLE = {1, 2, 4};
    private static final double SCALE = Double.parseDouble("2.5");

    private Untouched() {}

    @Program(at = "2", gradient = "4")
    static double stringsBuilt(double x) {
        String text = "x = " + x + ", twice " + 2 * x;
        StringBuilder builder = new StringBuilder();
        builder.append(x).append(' ').append(text.length()).append(new char[] {'a'});
        return builder.length() > 0 ? x * x : 0;
    }

    @Program(at = "2", gradient = "4")
    static double formatted(double x) {
        String text = String.format(Locale.ROOT, "%.3f %d %s", x * 3, 4, "five");
        String other = "%5.2f".formatted(x);
        LOG.setLength(0);
        LOG.append(text).append(other).append(String.valueOf(x)).append(Double.toString(x));
        return text.equals("6.000 4 five") ? x * x : 0;
    }

    @Program(at = "2, 3", gradient = "3, 2")
    static double printed(double x, double y) {
        if (x > 1e9) {
            System.out.println(x * y);
            System.out.printf("%f %f%n", x, y);
            System.err.print(y);
        }
        return x * y;
    }

    @Program(at = "2, 4")
    static double asserted(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            assert y > 0 : "not positive: " + y;
            y *= x;
            assert !Double.isNaN(y);
        }
        return y;
    }

    @Program(at = "2, 4")
    static double staticCounters(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            calls++;
            total += i;
            y = y * 0.5 + x * (calls - calls + 1);
        }
        return y + (total - total) * x;
    }

    @Program(at = "2, [0,0]")
    static double arrayCounters(double x, int[] counts) {
        double y = x;
        while (y < 100) {
            counts[0]++;
            y *= x;
            if (counts[0] % 2 == 0) {
                counts[1] += counts[0];
            }
        }
        return y * counts[1];
    }

    @Program(at = "1.5", gradient = "9.5")
    static double constantTables(double x) {
        double sum = 0;
        for (double weight : TABLE) {
            sum += weight * x;
        }
        return sum + SCALE * x;
    }

    @Program(at = "1.5, [3,4]")
    static double collections(double x, int[] n) {
        List<Integer> list = new ArrayList<>();
        Map<String, Integer> map = new HashMap<>();
        for (int i : n) {
            list.add(i);
            map.put("k" + i, i * i);
        }
        double sum = 0;
        for (int i : list) {
            sum += x * i + x * x * map.get("k" + i);
        }
        return sum;
    }

    @Program(
            at = {"2, 'double'", "2, 'triple'"},
            gradient = {"2", "3"})
    static double texts(double x, String name) {
        int factor = name.startsWith("d") ? 2 : name.length() / 2;
        return x * factor * name.substring(0, 1).length();
    }

    @Program(at = {"2", "-2"})
    static double validated(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("x is " + x);
        }
        if (!Double.isFinite(x * x)) {
            throw new ArithmeticException(String.format("too large: %g", x));
        }
        return x * x * x;
    }

    @Program(at = "[1,2,3]")
    static double arraysPrinted(double[] a) {
        String text = java.util.Arrays.toString(a);
        int hash = java.util.Arrays.hashCode(a) * 0 + text.length() * 0;
        return a[0] * a[1] + a[hash + 2];
    }

    @Program(at = "2, 3")
    static double boxedConstants(double x, int n) {
        Integer boxed = n;
        Double constant = 2.5;
        Boolean flag = boxed > 2;
        return flag ? x * boxed * constant : x;
    }

    private record Settings(int steps, double size) {}

    @Program(at = "2, 3")
    static double constantRecords(double x, int n) {
        Settings settings = new Settings(n, 0.1);
        double y = x;
        for (int i = 0; i < settings.steps(); i++) {
            y += settings.size() * y * y;
        }
        return y;
    }

    @Program(at = "2, [3,4]")
    static double constantsFromStreams(double x, int[] n) {
        int sum = java.util.Arrays.stream(n).map(i -> i * i).sum();
        return x * sum;
    }

    @Program(at = "2, [3,4]")
    static double constantArithmeticOnDoubles(double x, @NoDerivative double[] c) {
        double norm = 0;
        for (double v : c) {
            norm = Math.hypot(norm, v);
        }
        long bits = Double.doubleToLongBits(norm);
        return x * Double.longBitsToDouble(bits) * Math.sqrt(norm);
    }

    @Program(at = "2", gradient = "1")
    static double timed(double x) {
        long start = System.nanoTime();
        double y = x;
        long elapsed = System.nanoTime() - start;
        return elapsed < 0 ? 0 : y;
    }

    @Program(at = {"1.7", "0.2"})
    static double enumsAndOrdinals(double x) {
        Switches.Shape[] shapes = Switches.Shape.values();
        Switches.Shape shape = Switches.Shape.valueOf(x > 1 ? "CIRCLE" : "LINE");
        return x * x * shape.ordinal() + x * shapes.length;
    }

    @Program(at = "[3,1,2]")
    static double orderOfConstants(double[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (Double.compare(x[i], x[best]) > 0) {
                best = i;
            }
        }
        String name = "best" + best;
        return x[best] * x[best] * name.length();
    }
}
