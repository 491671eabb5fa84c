package org.atled.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimated error bounds the true one, and is small where it can be. */
final class CentralDifferenceTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 1, 2, 10, 100})
    void smoothFunctions(double x) {
        expect(Math::exp, x, Math.exp(x), 1e-9);
        expect(Math::sin, x, Math.cos(x), 1e-8);
        expect(Math::log, x, 1 / x, 1e-8);
        expect(y -> 1 / (1 + y * y), x, -2 * x / Math.pow(1 + x * x, 2), 1e-7);
    }

    @Test
    void fastOscillationNeedsSmallSteps() {
        expect(y -> Math.sin(1e5 * y), 1, 1e5 * Math.cos(1e5), 1e-6);
    }

    @Test
    void aNoisyFunctionHasALargeErrorEstimate() {
        double noise = 1e-8;
        CentralDifference difference =
                of(y -> y * y + noise * new SplittableRandom(Double.doubleToLongBits(y)).nextDouble(-1, 1), 1);
        assertThat(difference.error[0]).isBetween(1e-11, 1e-3);
        assertThat(Math.abs(difference.estimate[0] - 2)).isLessThan(10 * difference.error[0]);
    }

    @Test
    void nothingFiniteGivesNoEstimate() {
        CentralDifference difference = of(y -> y == 1 ? 0 : Double.NaN, 1);
        assertThat(difference.estimate[0]).isNaN();
        assertThat(difference.error[0]).isInfinite();
    }

    private static void expect(DoubleUnaryOperator function, double x, double derivative, double relative) {
        CentralDifference difference = of(function, x);
        assertThat(Math.abs(difference.estimate[0] - derivative * x)).isLessThanOrEqualTo(10 * difference.error[0]);
        assertThat(difference.error[0])
                .isLessThanOrEqualTo(relative * (Math.abs(derivative * x) + Math.abs(function.applyAsDouble(x))));
    }

    private static CentralDifference of(DoubleUnaryOperator function, double x) {
        return CentralDifference.of(
                y -> new double[] {function.applyAsDouble(y[0])}, new double[] {x}, new double[] {x}, 1, Math.ulp(1.0));
    }
}
