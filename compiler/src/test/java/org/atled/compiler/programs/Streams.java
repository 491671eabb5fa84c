package org.atled.compiler.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs that compute with streams. */
final class Streams {
    private Streams() {}

    @Program(at = {"[1, 2, 3]"})
    static double mapSum(double[] a) {
        return Arrays.stream(a).map(v -> v * v).sum();
    }

    @Program(at = {"[1, 2, 3, 4], 0.5"})
    static double partOfAnArray(double[] a, double x) {
        return Arrays.stream(a, 1, 3).map(v -> v * v * x).sum() * a[0];
    }

    @Program(at = {"[1, 2, 3]"})
    static double range(double[] a) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * a[i] * i).sum();
    }

    @Program(at = {"[1, 2, 3], [4, 5, 6]"})
    static double dot(double[] a, double[] b) {
        return IntStream.rangeClosed(0, a.length - 1)
                .filter(i -> i != 1)
                .mapToDouble(i -> a[i] * b[i])
                .reduce(0, (s, t) -> s * 0.5 + t);
    }

    @Program(at = {"[1, 2, 3], 2", "[5, 0.5], 1"})
    static double filtered(double[] a, double x) {
        return Arrays.stream(a).filter(v -> v > x - 0.75).map(v -> v * v * x).sum();
    }

    @Program(at = {"[1, 2, 3]"})
    static double average(double[] a) {
        return Arrays.stream(a).map(Math::exp).average().orElse(0);
    }

    @Program(at = {"[]", "[1, 4]"})
    static double averageOfNone(double[] a) {
        return Arrays.stream(a).map(v -> v * v).average().orElse(3);
    }

    @Program(at = {"[3, -1, 2]"})
    static double extremes(double[] a) {
        return DoubleStream.of(a).map(v -> v * v).max().getAsDouble()
                * DoubleStream.of(a).map(v -> v * 3).min().getAsDouble();
    }

    @Program(at = {"[1, 2, 3]"})
    static double reduceWithoutIdentity(double[] a) {
        return Arrays.stream(a).reduce((s, t) -> s * t + s).getAsDouble();
    }

    @Program(at = {"[1, 2, 3]"})
    static double forEachInto(double[] a) {
        double[] sums = new double[2];
        Arrays.stream(a).forEach(v -> {
            sums[0] += v * v;
            sums[1] = sums[0] * v;
        });
        Arrays.stream(a).skip(1).forEachOrdered(v -> sums[1] += Math.sin(v));
        return sums[0] * sums[1];
    }

    @Program(at = {"[1, 2, 3]"})
    static double toArray(double[] a) {
        double[] squares = Arrays.stream(a).map(v -> v * v).toArray();
        return squares[0] + squares[1] * squares[2];
    }

    @Program(at = {"1.1"})
    static double iterated(double x) {
        return DoubleStream.iterate(x, v -> v * x + 0.5).limit(5).skip(1).sum();
    }

    @Program(at = {"1.1, 4"})
    static double iteratedWhile(double x, double most) {
        return DoubleStream.iterate(x, v -> v < most, v -> v * x + 0.5).sum();
    }

    @Program(at = {"1.1"})
    static double generated(double x) {
        double[] state = {x};
        return DoubleStream.generate(() -> state[0] *= x).limit(4).sum();
    }

    @Program(at = {"[1, 2], [3, 4]"})
    static double concatenated(double[] a, double[] b) {
        return DoubleStream.concat(Arrays.stream(a), DoubleStream.of(b).map(v -> v * v))
                .reduce(1, (s, t) -> s * t);
    }

    @Program(at = {"[3, 1, 2]"})
    static double sorted(double[] a) {
        double[] order = Arrays.stream(a).map(v -> v * v).sorted().toArray();
        return order[0] + 2 * order[1] + 3 * order[2] * order[0];
    }

    @Program(at = {"[3, 1, 2]"})
    static double peeked(double[] a) {
        double[] seen = new double[1];
        double first = Arrays.stream(a).peek(v -> seen[0] += v * v).limit(2).sum();
        return first * seen[0];
    }

    @Program(at = {"[1, 2, 3]"})
    static double flattened(double[] a) {
        return Arrays.stream(a)
                .flatMap(v -> DoubleStream.of(v, v * v))
                .map(Math::sqrt)
                .sum();
    }

    @Program(at = {"[1, 2, 3]"})
    static double boxed(double[] a) {
        return Arrays.stream(a)
                .boxed()
                .map(v -> v * v)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @Program(at = {"[1, 2, 3]"})
    static double collectedToList(double[] a) {
        List<Double> list = Arrays.stream(a).boxed().map(v -> v * v).collect(Collectors.toList());
        List<Double> same = Arrays.stream(a).mapToObj(v -> v * a[0]).toList();
        return list.get(0) * list.get(2) + same.get(1) * list.size();
    }

    private record Point(double x, double y) {
        double norm() {
            return Math.hypot(x, y);
        }
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double objects(double[] a) {
        return Stream.of(new Point(a[0], a[1]), new Point(a[2], a[3]))
                .mapToDouble(Point::norm)
                .sum();
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double objectsOfIndices(double[] a) {
        return IntStream.range(0, a.length / 2)
                .mapToObj(i -> new Point(a[2 * i], a[2 * i + 1]))
                .filter(p -> p.x() < p.y())
                .map(p -> new Point(p.y(), p.x() * p.norm()))
                .reduce(new Point(1, 1), (p, q) -> new Point(p.x() * q.y(), p.y() + q.x()))
                .norm();
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double listStream(double[] a) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < a.length; i++) {
            points.add(new Point(a[i] * a[i], a[i + 1]));
        }
        double sum = points.stream().mapToDouble(p -> p.x() * p.y()).sum();
        return sum * points.stream().map(Point::norm).reduce(0.0, Double::sum);
    }

    @Program(at = {"[[1, 2], [3, 4]]"})
    static double rows(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0] * row[1]).sum()
                + Arrays.stream(rows).flatMapToDouble(Arrays::stream).count();
    }

    @Program(at = {"[3, 1, 2]"})
    static double sortedObjects(double[] a) {
        List<Point> sorted = Arrays.stream(a)
                .mapToObj(v -> new Point(v, v * v))
                .sorted(Comparator.comparingDouble(Point::x).reversed())
                .collect(Collectors.toList());
        return sorted.get(0).x() + 2 * sorted.get(1).y() * sorted.get(2).x();
    }

    @Program(at = {"1.3"})
    static double iteratedObjects(double x) {
        return Stream.iterate(new Point(x, 1), p -> new Point(p.x() * x, p.y() + p.x()))
                .limit(4)
                .mapToDouble(Point::y)
                .sum();
    }

    @Program(at = {"[1, 2, 3]"})
    static double matches(double[] a) {
        boolean any = Arrays.stream(a).map(v -> v * v).anyMatch(v -> v > 3);
        boolean all = Arrays.stream(a).allMatch(v -> v > 0);
        boolean none = Arrays.stream(a).noneMatch(v -> v > 5);
        long count = Arrays.stream(a).filter(v -> v > 1.5).count();
        return (any ? a[0] * a[1] : 0) + (all ? a[2] : 0) + (none ? a[1] * a[1] : 0) + count * a[0];
    }

    @Program(at = {"[1, 2, 3]"})
    static double parallel(double[] a) {
        return IntStream.range(0, 3)
                .parallel()
                .mapToDouble(i -> a[i] * a[0])
                .sequential()
                .max()
                .orElseThrow();
    }

    private static IntStream odd(int n) {
        return IntStream.range(0, n).filter(i -> i % 2 == 1);
    }

    private static DoubleStream scaled(double[] a, double x) {
        return Arrays.stream(a).map(v -> v * x);
    }

    @Program(at = {"[1, 2, 3, 4], 0.3"})
    static double streamsFromElsewhere(double[] a, double x) {
        return odd(4).mapToDouble(i -> a[i] * x).sum() * scaled(a, x).sum();
    }

    @Program(at = {"[1, 2, 3], [1, 2, 3, 4]"})
    static double constantsIn(double[] a, int[] n) {
        int total = Arrays.stream(n).distinct().map(i -> i * i).sum();
        long wide = IntStream.range(0, 5).asLongStream().sum();
        return a[0] * total + a[1] * a[2] * wide;
    }

    @Program(at = {"[1, 2, 3]"})
    static double asDouble(double[] a) {
        return IntStream.of(1, 2, 3).asDoubleStream().map(v -> v * a[0]).sum()
                + IntStream.of(2, 1).boxed().mapToDouble(i -> a[i] * i).sum();
    }

    @Program(at = {"[1, 2, 3]"})
    static double takenWhile(double[] a) {
        return Arrays.stream(a).takeWhile(v -> v < 2.5).map(v -> v * v).sum();
    }

    @Program(at = {"[1, 2, 3]"})
    static double found(double[] a) {
        return Arrays.stream(a).filter(v -> v > 1.5).map(v -> v * v).findFirst().getAsDouble()
                + Arrays.stream(a).boxed().findFirst().get();
    }

    @Program(at = {"[1, 2, 3]"})
    static double collectors(double[] a) {
        double mean = Arrays.stream(a).boxed().collect(Collectors.averagingDouble(v -> v * v));
        double sum = Arrays.stream(a).boxed().collect(Collectors.summingDouble(v -> v * a[0]));
        List<Double> squares = Arrays.stream(a).boxed().collect(Collectors.mapping(v -> v * v, Collectors.toList()));
        return mean * sum + squares.get(2);
    }

    @Program(at = {"[1, 2, 3]"})
    static double arraysOfObjects(double[] a) {
        Double[] boxes = Arrays.stream(a).mapToObj(v -> v * v).toArray(Double[]::new);
        return Arrays.stream(boxes).mapToDouble(v -> v).sum() * boxes[1];
    }

    private static double integrate(DoubleUnaryOperator f, double from, double to, int n) {
        double h = (to - from) / n;
        return IntStream.range(0, n)
                        .mapToDouble(i -> f.applyAsDouble(from + (i + 0.5) * h))
                        .sum()
                * h;
    }

    @Program(at = {"0.5, 2"})
    static double quadrature(double a, double to) {
        return integrate(t -> Math.exp(-a * t * t), 0, to, 8);
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double nested(double[] a) {
        return IntStream.range(0, 2)
                .mapToDouble(i -> IntStream.range(0, 2)
                        .mapToDouble(j -> a[2 * i + j] * a[2 * j + i])
                        .sum())
                .map(Math::sin)
                .sum();
    }
}
