package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Where the partials of a function are checked: at random in its domain, and where formulas of the textbook fail. */
record SamplePoints(int operands, int randomPoints, ToDoubleFunction<SplittableRandom> random, double[][] tails) {
    private static final int RANDOM_POINTS = 12;
    private static final double TINY = Double.MIN_VALUE;
    private static final double BELOW_ONE = Math.nextDown(1.0);

    SamplePoints(int operands, ToDoubleFunction<SplittableRandom> random, double[][] tails) {
        this(operands, RANDOM_POINTS, random, tails);
    }

    static SamplePoints of(String function, int operands) {
        return switch (function) {
            case "exp", "expm1", "sinh", "cosh" ->
                new SamplePoints(
                        1,
                        uniform(-700, 700),
                        column(0, 1e-100, -1e-100, 1e-9, -0.5, -0.7, 0.5, 709.7, -709, -740, 710.4));
            case "tanh" ->
                new SamplePoints(
                        1,
                        uniform(-20, 20),
                        column(0, 1e-100, 1e-9, .54, .55, .56, -19.06, 19.07, 22, 300, -355, 360, 372));
            case "sin", "cos", "tan" ->
                new SamplePoints(
                        1,
                        uniform(-50, 50),
                        column(0, 1e-100, 1e-9, Math.PI / 2, Math.PI, -1e10, 1e22, 6381956970095103e234));
            case "asin", "acos" ->
                new SamplePoints(
                        1, uniform(-1, 1), column(0, 1e-100, TINY, BELOW_ONE, -BELOW_ONE, .9999999, -.9999999999));
            case "log", "log10", "sqrt" ->
                new SamplePoints(
                        1,
                        logarithmic(-307, 308),
                        column(TINY, 1e-310, BELOW_ONE, 1, 1 + 1e-15, 1e308, Double.MAX_VALUE));
            case "cbrt", "atan" ->
                new SamplePoints(
                        1,
                        signed(-100, 100),
                        column(TINY, -TINY, 1, -1, 9e7, 1.1e8, 1e154, -2e154, 1e160, 1e161, 1e308));
            case "log1p" ->
                new SamplePoints(1, uniform(-1, 3), column(0, TINY, -1e-300, -BELOW_ONE, -.9999999, 1e-9, 1e16, 1e300));
            case "pow" -> new SamplePoints(2, uniform(0, 20), POWERS);
            case "hypot", "atan2" -> new SamplePoints(2, signed(-8, 8), PLANE);
            case "scalb" -> new SamplePoints(2, uniform(-50, 50), new double[][] {{3, 0}, {-1, 100}, {1, -120}});
            case "clamp" -> new SamplePoints(3, 0, uniform(0, 1), CLAMPS); // throws for bounds in disorder
            case "d2f", "f2d" -> new SamplePoints(1, signed(-8, 8), column(0, 1e30));
            case "div" -> new SamplePoints(2, signed(-8, 8), new double[][] {{0, 3}, {1e15, 1e-15}, {1e-15, 1e15}});
            case "rem", "IEEEremainder" -> new SamplePoints(2, signed(-3, 3), REMAINDERS);
            default -> new SamplePoints(operands, signed(-8, 8), new double[0][]);
        };
    }

    private static final double[][] POWERS = {
        {-2, 3},
        {-2, -3},
        {-.5, 8},
        {-1e-3, 7},
        {0, 1},
        {0, 2},
        {1e300, .1},
        {1e-300, -.9},
        {1e-300, .9},
        {1e-200, 3},
        {1.0000001, 1e9},
        {BELOW_ONE, 1e17},
        {2, 1000},
        {2, -1060},
        {2, -1073.5},
        {-2, -1073},
        {-2, -1074},
        {1e10, 31},
        {-1e10, 31},
        {1e-3, -103},
        {3, -670},
        {.5, 1060.5},
        {1e-310, .5},
        {1e-310, 1},
        {7, 1e-300},
        {7, 1},
        {7, 2},
        {1e154, 2},
        {1, 5},
        {1, -TINY},
        {1e10, 1e-17}
    };

    private static final double[][] PLANE = {
        {1e308, .9e308},
        {1.7e308, 1.6e308},
        {-1.7e308, 1.5e308},
        {1e200, -1.1e200},
        {1e-200, 3e-200},
        {1e-200, 1e200},
        {1e-100, 1},
        {1, 1e-100},
        {-1, -1e-16},
        {0, 2},
        {0, -2},
        {2, 0},
        {-2, 0},
        {1, 1.1},
        {1e154, 2e154},
        {1e-308, 2e-308}
    };

    private static final double[][] CLAMPS = {{1, 0, 2}, {-1, 0, 2}, {3, 0, 2}, {1e30, -1, 1e29}, {-1e-9, -1, 1}};

    private static final double[][] REMAINDERS = {
        {6, Math.nextUp(2.0)},
        {6, Math.nextDown(2.0)},
        {1e15, 3},
        {-1e15, .7},
        {1, 1e300},
        {.3, .1},
        {2.5, Math.nextUp(1.0)}
    };

    /** The same for {@code float}: without the tails that are no {@code float}. */
    SamplePoints inFloats() {
        double[][] representable = Stream.of(tails)
                .filter(point -> DoubleStream.of(point).allMatch(value -> (float) value == value))
                .toArray(double[][]::new);
        return new SamplePoints(operands, randomPoints, random, representable);
    }

    List<double[]> points(long seed) {
        SplittableRandom source = new SplittableRandom(seed);
        List<double[]> points = new ArrayList<>(List.of(tails));
        for (int i = 0; i < randomPoints; i++) {
            double[] point = new double[operands];
            for (int k = 0; k < operands; k++) {
                point[k] = random.applyAsDouble(source);
            }
            points.add(point);
        }
        return points;
    }

    private static ToDoubleFunction<SplittableRandom> uniform(double low, double high) {
        return source -> source.nextDouble(low, high);
    }

    private static ToDoubleFunction<SplittableRandom> logarithmic(double low, double high) {
        return source -> Math.pow(10, source.nextDouble(low, high));
    }

    private static ToDoubleFunction<SplittableRandom> signed(double low, double high) {
        return source -> (source.nextBoolean() ? 1 : -1) * Math.pow(10, source.nextDouble(low, high));
    }

    private static double[][] column(double... values) {
        double[][] points = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            points[i] = new double[] {values[i]};
        }
        return points;
    }
}
