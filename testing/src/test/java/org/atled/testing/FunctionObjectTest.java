package org.atled.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.atled.ScalarFunction;
import org.atled.VectorFunction;
import org.junit.jupiter.api.Test;

/** Function objects, as generated companions return them, are checked as a whole. */
final class FunctionObjectTest {
    @Test
    void scalarFunction() {
        assertThat(GradientCheck.check(new Valley(), -1.2, 1).relativeErrors())
                .containsOnlyKeys("gradient against differences");
        assertThat(GradientCheck.of(new Valley(), Rosenbrock::jvp).at(-1.2, 1).relativeErrors())
                .containsKeys("forward against reverse", "jvp against differences");
    }

    @Test
    void vectorFunction() {
        assertThat(GradientCheck.check(new Plane(1), 2, 0.7).relativeErrors()).containsKey("jacobian against jvp");
    }

    @Test
    void anotherValueThanThePlainFunctions() {
        ScalarFunction function = new Valley() {
            @Override
            public double gradient(double[] x, double[] gradient) {
                return Math.nextUp(super.gradient(x, gradient));
            }
        };
        assertThatThrownBy(() -> GradientCheck.check(function, -1.2, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("GradientCheck: 1 check failed")
                .hasMessageContaining("[same value] The value returned by gradient differs from the plain function's.");
    }

    @Test
    void aGradientThatIsAddedInsteadOfWritten() {
        ScalarFunction function = new Valley() {
            @Override
            public double gradient(double[] x, double[] gradient) {
                double[] right = Rosenbrock.gradient(x);
                for (int i = 0; i < 2; i++) {
                    gradient[i] += right[i];
                }
                return value(x);
            }
        };
        assertThatThrownBy(() -> GradientCheck.check(function, -1.2, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[finite] The gradient is not finite.")
                .hasMessageContaining("components that are not written");
    }

    @Test
    void aWrongJacobian() {
        assertThatThrownBy(() -> GradientCheck.check(new Plane(2), 2, 0.7))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[jacobian] The jacobian is not the matrix of jvp.");
        VectorFunction noRows = new Plane(1) {
            @Override
            public double[][] jacobian(double[] x) {
                return new double[2][];
            }
        };
        assertThatThrownBy(() -> GradientCheck.check(noRows, 2, 0.7))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[jacobian] The jacobian has not 2 rows of 2 columns.");
    }

    private static class Valley implements ScalarFunction {
        @Override
        public double value(double[] x) {
            return Rosenbrock.value(x);
        }

        @Override
        public double gradient(double[] x, double[] gradient) {
            System.arraycopy(Rosenbrock.gradient(x), 0, gradient, 0, 2);
            return value(x);
        }
    }

    private static class Plane implements VectorFunction {
        private final double factor;

        Plane(double factor) {
            this.factor = factor;
        }

        @Override
        public double[] value(double[] x) {
            return Polar.value(x);
        }

        @Override
        public double[] jvp(double[] x, double[] tangent) {
            return Polar.jvp(x, tangent);
        }

        @Override
        public double[] vjp(double[] x, double[] cotangent) {
            return Polar.vjp(x, cotangent);
        }

        @Override
        public double[][] jacobian(double[] x) {
            double[] first = Polar.vjp(x, new double[] {1, 0});
            double[] second = Polar.vjp(x, new double[] {0, factor});
            return new double[][] {first, second};
        }
    }
}
