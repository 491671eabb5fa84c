package org.atled.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Each kind of wrong derivative is caught, and the message names the check and the component. */
final class WrongGradientTest {
    private static final double[] POINT = {-1.2, 1};

    @Test
    void signFlip() {
        UnaryOperator<double[]> gradient = x -> {
            double[] right = Rosenbrock.gradient(x);
            return new double[] {right[0], -right[1]};
        };
        failing(GradientCheck.ofScalar(Rosenbrock::value, gradient, Rosenbrock::jvp), POINT)
                .hasMessageStartingWith("GradientCheck: 2 checks failed at x = [-1.2, 1.0], seed 1")
                .hasMessageContaining("[forward against reverse] jvp and gradient disagree")
                .hasMessageContaining("[gradient against differences] 1 of 2 components")
                .hasMessageMatching("(?s).*x\\[0] +-215\\.6\\d* ± \\S+ +-215\\.6\\d* +\\S+\n.*")
                .hasMessageMatching("(?s).*x\\[1] +-88\\.0\\d* ± \\S+ +88\\.0\\d* +2\\.0 +<- off.*")
                .hasMessageContaining("What to do: trust the difference");
    }

    @Test
    void oneComponentOffByAMillionth() {
        failing(GradientCheck.ofScalar(Rosenbrock::value, scaled(0, 1 + 1e-6)), POINT)
                .hasMessageContaining("1 of 2 components")
                .hasMessageMatching("(?s).*x\\[0] .* 1\\.0e-06 +<- off.*")
                .hasMessageMatching("(?s).*x\\[1] +\\S+ ± \\S+ +\\S+ +\\S+\n.*");
    }

    @Test
    void oneSmallComponentOffInABadlyScaledFunction() {
        GradientCheck check = GradientCheck.ofScalar(
                x -> 1e6 * x[0] * x[0] + x[1] * x[1], x -> new double[] {2e6 * x[0], 2 * x[1] * (1 + 1e-3)});
        failing(check, 1e-7, 3).hasMessageContaining("1 of 2").hasMessageMatching("(?s).*x\\[1] .*<- off.*");
    }

    @Test
    void aWrongDirectionNamesTheComponentAmongMany() {
        GradientCheck check = GradientCheck.ofScalar(
                        x -> {
                            double sum = 0;
                            for (double component : x) {
                                sum += component * component;
                            }
                            return sum;
                        },
                        x -> {
                            double[] gradient = new double[x.length];
                            for (int i = 0; i < x.length; i++) {
                                gradient[i] = i == 137 ? 0 : 2 * x[i];
                            }
                            return gradient;
                        })
                .directionOnly();
        double[] x = new double[300];
        Arrays.fill(x, 1.5);
        failing(check, x).hasMessageContaining("1 of 300 components").hasMessageMatching("(?s).*x\\[137] .*<- off.*");
    }

    @Test
    void wrongForwardMode() {
        failing(
                        GradientCheck.ofScalar(
                                Rosenbrock::value, Rosenbrock::gradient, (x, v) -> Rosenbrock.jvp(x, v) * (1 + 1e-12)),
                        POINT)
                .hasMessageStartingWith("GradientCheck: 1 check failed")
                .hasMessageContaining("[forward against reverse]");
        failing(GradientCheck.ofVector(Polar::value, (x, v) -> new double[] {1, 2}, Polar::vjp), 2, 0.7)
                .hasMessageContaining("[jvp against differences] 2 of 2 components");
        failing(GradientCheck.ofVector(Polar::value, Polar::jvp, (x, c) -> new double[] {1, 2}), 2, 0.7)
                .hasMessageContaining("[vjp against differences] 2 of 2 components");
    }

    @Test
    void staleStateOnTheSecondCall() {
        double[] buffer = new double[2];
        UnaryOperator<double[]> gradient = x -> {
            double[] right = Rosenbrock.gradient(x);
            for (int i = 0; i < 2; i++) {
                buffer[i] += right[i];
            }
            return buffer.clone();
        };
        failing(GradientCheck.ofScalar(Rosenbrock::value, gradient), POINT)
                .hasMessageContaining(
                        "[repeat] A second gradient call at the same point gave other bits than the first.")
                .hasMessageContaining("keeps state between calls");
    }

    @Test
    void aCacheThatIsNeverRefreshed() {
        double[][] cache = new double[1][];
        UnaryOperator<double[]> gradient = x -> {
            if (cache[0] == null) {
                cache[0] = Rosenbrock.gradient(x);
            }
            return cache[0].clone();
        };
        failing(GradientCheck.ofScalar(Rosenbrock::value, gradient), POINT)
                .hasMessageContaining("[gradient against differences] 2 of 2 components");
    }

    @Test
    void threadUnsafeFunction() {
        double[] shared = new double[2];
        UnaryOperator<double[]> gradient = x -> {
            shared[0] = 0;
            for (int i = 0; i < 1000; i++) {
                shared[0] += x[0] * 1e-3;
            }
            // Long enough for the other thread to come in between, however busy the machine is.
            LockSupport.parkNanos(1_000_000);
            return new double[] {2 * shared[0]};
        };
        failing(GradientCheck.ofScalar(x -> x[0] * x[0], gradient), 3)
                .hasMessageContaining("[threads] Two threads calling gradient at once get other bits than one.")
                .hasMessageContaining("singleThreaded()");
        GradientCheck.ofScalar(x -> x[0] * x[0], gradient).singleThreaded().at(3);
    }

    @Test
    void changedArguments() {
        UnaryOperator<double[]> gradient = x -> {
            double[] right = Rosenbrock.gradient(x);
            x[1] = 7;
            return right;
        };
        failing(GradientCheck.ofScalar(Rosenbrock::value, gradient), POINT)
                .hasMessageStartingWith("GradientCheck: 1 check failed")
                .hasMessageContaining("[arguments] gradient changed its arguments")
                .hasMessageMatching("(?s).*x\\[1] +1\\.0 +7\\.0.*");
        failing(
                        GradientCheck.ofScalar(Rosenbrock::value, Rosenbrock::gradient, (x, v) -> {
                            double right = Rosenbrock.jvp(x, v);
                            v[0] = 0;
                            return right;
                        }),
                        POINT)
                .hasMessageContaining("[arguments] jvp changed the seed");
    }

    @Test
    void notFinite() {
        failing(GradientCheck.ofScalar(x -> Math.sqrt(x[0]), x -> new double[] {0.5 / Math.sqrt(x[0])}), -1)
                .hasMessageContaining("[finite] The value is not finite.")
                .hasMessageContaining("inside the domain");
        failing(GradientCheck.ofScalar(x -> Math.sqrt(x[0]), x -> new double[] {0.5 / Math.sqrt(x[0])}), 0)
                .hasMessageContaining("[finite] The gradient is not finite.")
                .hasMessageMatching("(?s).*x\\[0] +Infinity.*");
    }

    @Test
    void wrongLengthAndNull() {
        failing(GradientCheck.ofScalar(Rosenbrock::value, x -> new double[3]), POINT)
                .hasMessageContaining("[shape] gradient has length 3, expected length 2.");
        failing(GradientCheck.ofScalar(Rosenbrock::value, x -> null), POINT)
                .hasMessageContaining("[shape] gradient is null");
    }

    @Test
    void jumpsCannotBeChecked() {
        GradientCheck check = GradientCheck.ofScalar(x -> x[0] < 1 ? 0 : 1, x -> new double[] {0});
        failing(check, 1)
                .hasMessageContaining("cannot be checked")
                .hasMessageContaining("The function jumps here, by 1.0.");
    }

    private static UnaryOperator<double[]> scaled(int component, double factor) {
        return x -> {
            double[] gradient = Rosenbrock.gradient(x);
            gradient[component] *= factor;
            return gradient;
        };
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failing(GradientCheck check, double... x) {
        return assertThatThrownBy(() -> check.at(x)).isInstanceOf(AssertionError.class);
    }
}
