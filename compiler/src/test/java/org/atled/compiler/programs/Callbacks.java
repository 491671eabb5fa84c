package org.atled.compiler.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Programs in which methods of the JDK call back: on containers and arrays, in optionals and composed functions. */
final class Callbacks {
    private Callbacks() {}

    private record Point(double x, double y) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            return Double.compare(x, other.x);
        }
    }

    private static List<Double> listOf(double[] a) {
        List<Double> list = new ArrayList<>();
        for (double value : a) {
            list.add(value * value);
        }
        return list;
    }

    @Program(at = {"[1, 2, 3]"})
    static double forEach(double[] a) {
        double[] sum = new double[1];
        listOf(a).forEach(v -> sum[0] += v * a[0]);
        Deque<Double> deque = new ArrayDeque<>(listOf(a));
        deque.forEach(v -> sum[0] = sum[0] * 0.5 + v);
        return sum[0];
    }

    @Program(at = {"[1, 2, 3]"})
    static double replaceAll(double[] a) {
        List<Double> list = listOf(a);
        list.replaceAll(v -> Math.sin(v) * a[1]);
        return list.get(0) + list.get(1) * list.get(2);
    }

    @Program(at = {"[3, 1, 2]"})
    static double sortList(double[] a) {
        List<Double> list = listOf(a);
        list.sort(null);
        double first = list.get(0) + 2 * list.get(1);
        list.sort(Comparator.reverseOrder());
        Collections.sort(list);
        return first * list.get(2);
    }

    @Program(at = {"[3, 1, 2]"})
    static double sortObjects(double[] a) {
        List<Point> points = new ArrayList<>();
        for (double value : a) {
            points.add(new Point(value, value * a[0]));
        }
        points.sort(Comparator.comparingDouble(Point::x));
        double first = points.get(0).y();
        points.sort((p, q) -> Double.compare(q.y(), p.y()));
        Collections.sort(points, Comparator.comparing(Point::y).thenComparing(Point::x));
        return first * points.get(1).x() + points.get(2).y();
    }

    @Program(at = {"[3, 1, 2]"})
    static double smallestAndLargest(double[] a) {
        List<Point> points = new ArrayList<>();
        for (double value : a) {
            points.add(new Point(value, value * a[0]));
        }
        return Collections.max(points).y()
                        * Collections.min(points, Comparator.comparingDouble(Point::y))
                                .x()
                + Collections.min(listOf(a));
    }

    @Program(at = {"[1, 2, 3]"})
    static double removeIf(double[] a) {
        List<Double> list = listOf(a);
        boolean removed = list.removeIf(v -> v > 3 && v < 5);
        return list.get(1) * list.get(0) + (removed ? a[1] : 0);
    }

    @Program(at = {"2, 3"})
    static double mapForEach(double x, double y) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put("x", x);
        map.put("y", y * x);
        double[] sum = new double[1];
        map.forEach((name, value) -> sum[0] = sum[0] * value + value * name.length());
        map.replaceAll((name, value) -> value * value * y);
        return sum[0] + map.get("x") * map.get("y");
    }

    @Program(at = {"2, 3"})
    static double mapUpdates(double x, double y) {
        Map<String, Double> map = new HashMap<>();
        double first = map.computeIfAbsent("a", key -> x * y);
        double same = map.computeIfAbsent("a", key -> 7.0);
        map.merge("a", y, (before, now) -> before * now);
        map.merge("b", x, Double::sum);
        map.compute("b", (key, before) -> before == null ? 1 : before * before);
        map.compute("c", (key, before) -> before == null ? y : before * before);
        map.computeIfPresent("c", (key, before) -> before * x);
        map.computeIfPresent("d", (key, before) -> before * x);
        return first * same + map.get("a") * map.get("b") + map.get("c") + map.getOrDefault("d", x);
    }

    @Program(at = {"[1, 2, 3]"})
    static double groups(double[] a) {
        Map<Integer, List<Double>> groups = new TreeMap<>();
        for (int i = 0; i < a.length; i++) {
            double value = a[i] * a[i];
            groups.computeIfAbsent(i % 2, key -> new ArrayList<>()).add(value);
        }
        return groups.get(0).get(1) * groups.get(1).get(0);
    }

    @Program(at = {"[1, 2, 3]"})
    static double setAll(double[] a) {
        double[] b = new double[3];
        Arrays.setAll(b, i -> a[i] * a[2 - i] * (i + 1));
        double[][] rows = new double[2][];
        Arrays.setAll(rows, i -> new double[] {a[i], b[i]});
        return b[0] * b[1] + b[2] + rows[1][0] * rows[0][1];
    }

    @Program(at = {"[3, 1, 2]"})
    static double sortArray(double[] a) {
        double[] b = a.clone();
        Arrays.sort(b);
        return b[0] + 2 * b[1] * b[2];
    }

    @Program(at = {"[3, 1, 2]"})
    static void sortInPlace(double[] a) {
        Arrays.sort(a);
    }

    @Program(at = {"[3, 1, 2]"})
    static double sortArrayOfObjects(double[] a) {
        Point[] points = {new Point(a[0], a[1]), new Point(a[1], a[2]), new Point(a[2], a[0])};
        Arrays.sort(points, (p, q) -> Double.compare(p.x(), q.x()));
        double first = points[0].y() * points[2].x();
        Arrays.sort(points, Comparator.comparingDouble(Point::y));
        Arrays.sort(points);
        return first + points[0].x() * points[1].y();
    }

    @Program(at = {"[1, 2]"})
    static double required(double[] a) {
        double[] same = Objects.requireNonNull(a, "a");
        double[] other = Objects.requireNonNullElse(null, same);
        other[0] *= 3;
        return Objects.requireNonNull(same)[0] * Objects.requireNonNullElseGet(a, () -> new double[2])[1];
    }

    @Program(at = {"2, 3", "-2, 3"})
    static double optional(double x, double y) {
        Optional<Double> one = x > 0 ? Optional.of(x * y) : Optional.empty();
        double[] seen = new double[1];
        one.ifPresent(v -> seen[0] = v);
        return one.map(v -> v * v).filter(v -> v > 1).orElse(y) + seen[0] + one.orElseGet(() -> x * x);
    }

    @Program(at = {"2, 3", "-2, 3"})
    static double optionalDouble(double x, double y) {
        OptionalDouble one = x > 0 ? OptionalDouble.of(x * y) : OptionalDouble.empty();
        double[] seen = new double[1];
        one.ifPresentOrElse(v -> seen[0] = v * v, () -> seen[0] = y);
        return one.orElse(y * y) + seen[0] + one.orElseGet(() -> x * x) * (one.isPresent() ? 2 : 3);
    }

    @Program(at = {"0.7, 2"})
    static double composed(double x, double a) {
        DoubleUnaryOperator f = v -> v * a;
        DoubleUnaryOperator g = f.andThen(Math::sin).compose(v -> v + a);
        Function<Double, Double> h = Function.<Double>identity().andThen(v -> v * v);
        DoubleSupplier s =
                () -> g.applyAsDouble(x) * DoubleUnaryOperator.identity().applyAsDouble(a);
        return s.getAsDouble() + h.compose((Double v) -> v * a).apply(x);
    }

    private static DoubleUnaryOperator square() {
        return v -> v * v;
    }

    private static Supplier<double[]> buffers() {
        return () -> new double[2];
    }

    @Program(at = {"0.7"})
    static double madeElsewhere(double x) {
        double[] buffer = buffers().get();
        buffer[1] = square().applyAsDouble(x);
        UnaryOperator<double[]> same = UnaryOperator.identity();
        return same.apply(buffer)[1] * x;
    }

    private static void register(List<DoubleUnaryOperator> all) {
        all.add(v -> v * v);
        all.add(Math::exp);
    }

    @Program(at = {"0.7"})
    static double registered(double x) {
        List<DoubleUnaryOperator> all = new ArrayList<>();
        register(all);
        double y = x;
        for (DoubleUnaryOperator each : all) {
            y = each.applyAsDouble(y);
        }
        return y;
    }

    private enum Gear {
        SLOW(0.4),
        FAST(0.7);

        final double factor;

        Gear(double factor) {
            this.factor = factor;
        }

        double scale(double t) {
            return factor * t;
        }
    }

    private static double composedOften(int depth, DoubleUnaryOperator g) {
        if (depth <= 0) {
            return g.applyAsDouble(0.99);
        }
        double[] sum = {depth};
        DoubleUnaryOperator f = t -> {
            double[] local = sum.clone();
            double y = composedOften(depth - 1, ((DoubleUnaryOperator) Gear.values()[depth % 2]::scale).compose(u -> {
                        local[0] = u * t + sum[0];
                        return local[0] * u;
                    }));
            sum[0] += t * y * local[0];
            return y;
        };
        return composedOften(depth - 1, g.andThen(g)) + f.applyAsDouble(g.applyAsDouble(0.3)) * sum[0];
    }

    /** Functions made of functions in a recursion, so that what one holds is a function of the same class. */
    @Program(at = {"0.7, 0", "0.7, 1", "0.7, 2"})
    static double recursionOverCompositions(double x, int depth) {
        return composedOften(depth, t -> t * x) + composedOften(depth, Math::sin) * x;
    }
}
