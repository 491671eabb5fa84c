package org.atled.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over random functions with inputs of very different size: the right gradient is always accepted, and a component that is
 * off by 1e-6 is always found if it matters to the value.
 */
final class RandomFunctionTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rightAcceptedWrongRejected(long seed) {
        RandomFunction function = new RandomFunction(new SplittableRandom(seed));
        double[] x = function.point;
        GradientCheck right =
                GradientCheck.ofScalar(function, function::gradient).singleThreaded();
        assertThat(right.at(x)).isNotNull();
        double value = Math.abs(function.applyAsDouble(x));
        for (int i = 0; i < x.length; i++) {
            int component = i;
            double partial = function.gradient(x)[i];
            if (Math.abs(partial * x[i]) < 1e-2 * value) {
                continue;
            }
            UnaryOperator<double[]> gradient = point -> {
                double[] wrong = function.gradient(point);
                wrong[component] *= 1 + 1e-6;
                return wrong;
            };
            assertThat(isAccepted(GradientCheck.ofScalar(function, gradient).singleThreaded(), x))
                    .as("component %s of %s", component, x.length)
                    .isFalse();
        }
    }

    private static boolean isAccepted(GradientCheck check, double[] x) {
        try {
            check.at(x);
            return true;
        } catch (AssertionError rejected) {
            assertThat(rejected).hasMessageContaining("against differences").hasMessageContaining("<- off");
            return false;
        }
    }

    /** A sum of products of smooth functions of each input in units of its own. */
    private static final class RandomFunction implements ToDoubleFunction<double[]> {
        final double[] point;
        private final double[] unit;
        private final int[] kind;
        private final double[] weight;
        private final double factor;

        RandomFunction(SplittableRandom random) {
            int n = random.nextInt(1, 6);
            point = new double[n];
            unit = new double[n];
            kind = new int[n];
            weight = new double[n];
            factor = Math.pow(10, random.nextInt(-20, 20));
            for (int i = 0; i < n; i++) {
                unit[i] = Math.pow(10, random.nextInt(-9, 9));
                point[i] = unit[i] * random.nextDouble(-3, 3);
                kind[i] = random.nextInt(5);
                weight[i] = random.nextDouble(-2, 2);
            }
        }

        @Override
        public double applyAsDouble(double[] x) {
            double sum = 1;
            for (int i = 0; i < x.length; i++) {
                sum += weight[i] * f(i, x) * f((i + 1) % x.length, x);
            }
            return factor * sum;
        }

        double[] gradient(double[] x) {
            double[] gradient = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                int next = (i + 1) % x.length;
                gradient[i] += factor * weight[i] * df(i, x) * f(next, x);
                gradient[next] += factor * weight[i] * f(i, x) * df(next, x);
            }
            return gradient;
        }

        private double f(int i, double[] x) {
            double z = x[i] / unit[i];
            return switch (kind[i]) {
                case 0 -> Math.exp(z);
                case 1 -> Math.sin(5 * z);
                case 2 -> z * z * z - z;
                case 3 -> 1 / (1 + z * z);
                default -> Math.log1p(z * z);
            };
        }

        private double df(int i, double[] x) {
            double z = x[i] / unit[i];
            double derivative = switch (kind[i]) {
                case 0 -> Math.exp(z);
                case 1 -> 5 * Math.cos(5 * z);
                case 2 -> 3 * z * z - 1;
                case 3 -> -2 * z / ((1 + z * z) * (1 + z * z));
                default -> 2 * z / (1 + z * z);
            };
            return derivative / unit[i];
        }
    }
}
