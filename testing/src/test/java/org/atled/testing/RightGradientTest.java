package org.atled.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right derivatives are accepted, badly scaled ones included. */
final class RightGradientTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void rosenbrockFromManyDirections(long seed) {
        GradientCheck check = GradientCheck.ofScalar(Rosenbrock::value, Rosenbrock::gradient, Rosenbrock::jvp);
        assertThat(check.seed(seed).at(-1.2, 1).toString())
                .startsWith("passed (forward against reverse ")
                .contains("jvp against differences", "gradient against differences");
        check.seed(seed).at(1, 1);
        check.seed(seed).directionOnly().at(0, 0);
    }

    @Test
    void inputsOfVeryDifferentSize() {
        ToDoubleFunction<double[]> value =
                x -> Math.exp(-1e9 * x[0]) * x[1] + 3e-12 * x[1] * x[2] + Math.sin(x[2] * 1e-8);
        UnaryOperator<double[]> gradient = x -> new double[] {
            -1e9 * Math.exp(-1e9 * x[0]) * x[1],
            Math.exp(-1e9 * x[0]) + 3e-12 * x[2],
            3e-12 * x[1] + 1e-8 * Math.cos(x[2] * 1e-8)
        };
        GradientCheck.ofScalar(value, gradient).at(2e-9, 4e5, 7e7);
    }

    @Test
    void tinyAndHugeValues() {
        GradientCheck.ofScalar(x -> 1e-200 * x[0] * x[0], x -> new double[] {2e-200 * x[0]})
                .at(3);
        GradientCheck.ofScalar(x -> 1e200 * x[0] * x[0], x -> new double[] {2e200 * x[0]})
                .at(3);
        GradientCheck.ofScalar(x -> x[0] * x[0], x -> new double[] {2 * x[0]}).at(1e-120);
    }

    @Test
    void aComponentThatDoesNotMatter() {
        GradientCheck.ofScalar(x -> 1e10 + x[0] * 0, x -> new double[] {0, 0}).at(2, 0);
    }

    @Test
    void aVectorFunction() {
        GradientCheck.ofVector(Polar::value, Polar::jvp, Polar::vjp).at(2, 0.7);
    }

    @Test
    void aNeighbourhoodThatEndsAtTheEdgeOfTheDomain() {
        GradientCheck.ofScalar(x -> Math.log(x[0] - 1), x -> new double[] {1 / (x[0] - 1)})
                .at(1.001);
        ToDoubleFunction<double[]> strict = x -> {
            if (x[0] < 0.999 || x[0] > 1.001) {
                throw new IllegalArgumentException("x[0] is " + x[0]);
            }
            return x[0] * x[0];
        };
        GradientCheck.ofScalar(strict, x -> new double[] {2 * x[0]}).at(1);
    }

    @Test
    void manyComponents() {
        GradientCheck check = GradientCheck.ofScalar(
                x -> {
                    double sum = 0;
                    for (double component : x) {
                        sum += component * component * component;
                    }
                    return sum;
                },
                x -> {
                    double[] gradient = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        gradient[i] = 3 * x[i] * x[i];
                    }
                    return gradient;
                });
        double[] x = new double[500];
        for (int i = 0; i < x.length; i++) {
            x[i] = i - 250;
        }
        check.at(x);
        check.everyComponent().at(x);
    }

    @Test
    void aFunctionThatWorksInPlace() {
        ToDoubleFunction<double[]> value = x -> {
            x[0] *= x[1];
            return x[0];
        };
        UnaryOperator<double[]> gradient = x -> {
            double[] partials = {x[1], x[0]};
            x[0] *= x[1];
            return partials;
        };
        GradientCheck.ofScalar(value, gradient).at(3, 4);
    }

    @Test
    void badPointsAreRefused() {
        GradientCheck check = GradientCheck.ofScalar(Rosenbrock::value, Rosenbrock::gradient);
        assertThatThrownBy(() -> check.at())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x is empty");
        assertThatThrownBy(() -> check.at((double[]) null)).hasMessageContaining("x is null");
        assertThatThrownBy(() -> check.at(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x[1] is NaN");
        assertThatThrownBy(() -> check.adjointTolerance(Double.NaN)).hasMessageContaining("adjointTolerance is NaN");
    }
}
