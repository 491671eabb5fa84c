package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fTaylor}: Taylor coefficients to any order. */
class TaylorTest {
    private static final int FUNCTIONS = 26;

    @TempDir
    Path folder;

    /** The sum of the series is the function itself, some way off, for every function and operation there is a series of. */
    @Test
    void everyFunctionIsTheSumOfItsSeries() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(taylor = true)
                static double f(double x, int which) {
                  switch (which) {
                    case 0: return Math.exp(x);
                    case 1: return Math.expm1(x) - x;
                    case 2: return Math.log(x);
                    case 3: return Math.log1p(x) * x;
                    case 4: return Math.log10(x) / x;
                    case 5: return Math.sin(x);
                    case 6: return Math.cos(x);
                    case 7: return Math.tan(x);
                    case 8: return Math.sinh(x);
                    case 9: return Math.cosh(x);
                    case 10: return Math.tanh(x);
                    case 11: return Math.asin(x);
                    case 12: return Math.acos(x);
                    case 13: return Math.atan(x);
                    case 14: return Math.sqrt(x);
                    case 15: return Math.cbrt(x);
                    case 16: return Math.abs(-x) * x;
                    case 17: return Math.pow(x, 2.5) + Math.pow(x, -2);
                    case 18: return Math.pow(x, 7) + Math.pow(2, x);
                    case 19: return Math.pow(x, x);
                    case 20: return Math.hypot(x, 1 - x * x);
                    case 21: return Math.atan2(x * x, x - 1);
                    case 22: return Math.max(x, 2 * x) + Math.min(x * x, x);
                    case 23: return Math.fma(x, Math.sin(x), 1 / x);
                    case 24: return StrictMath.sin(x) / StrictMath.exp(-x);
                    default: return -x / (3 - x) - 2 * (5 - x);
                  }
                }
                static double[] run() {
                  double[] errors = new double[%d];
                  double h = 0.04;
                  for (int i = 0; i < errors.length; i++) {
                    double[] c = ModelDerivatives.fTaylor(0.6, i, 20);
                    double sum = 0;
                    for (int j = 20; j >= 0; j--) { sum = sum * h + c[j]; }
                    double exact = f(0.6 + h, i);
                    errors[i] = Math.abs(sum - exact) / Math.max(1, Math.abs(exact));
                  }
                  return errors;
                }
                """.formatted(FUNCTIONS));
        assertThat(numbers).hasSize(FUNCTIONS);
        for (int i = 0; i < FUNCTIONS; i++) {
            assertThat(numbers[i]).as("function %d", i).isLessThan(2e-15);
        }
    }

    @Test
    void closedForms() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(taylor = true) static double cube(double x) { return Math.pow(x, 3); }
                @Differentiable(taylor = true) static double exp(double x) { return Math.exp(x); }
                @Differentiable(taylor = true) static double geometric(double x) { return 1 / (1 - x); }
                @Differentiable(taylor = true) static double line(double x, double y) { return x * y * y; }
                @Differentiable(taylor = true) static double none(double x) { return Math.floor(x) + 3 + 0 * x; }
                static double[] run() {
                  double[] c = ModelDerivatives.cubeTaylor(0, 4), e = ModelDerivatives.expTaylor(0, 1000);
                  double[] g = ModelDerivatives.geometricTaylor(0, 500), l = ModelDerivatives.lineTaylor(2, 1, 3, -1, 4);
                  double[] zero = ModelDerivatives.noneTaylor(1.5, 0), n = ModelDerivatives.noneTaylor(1.5, 2);
                  return new double[] {c[0], c[1], c[2], c[3], c[4], e[0], e[1], e[2], e[10] * 3628800, e.length, g[500],
                      l[0], l[1], l[2], l[3], l[4], zero.length, zero[0], n[1], n[2]};
                }
                """);
        // (2 + t)(3 − t)² = 18 − 3t − 4t² + t³
        double[] exact = {0, 0, 0, 1, 0, 1, 1, 0.5, 1, 1001, 1, 18, -3, -4, 1, 0, 1, 4, 0, 0};
        for (int i = 0; i < exact.length; i++) {
            assertThat(numbers[i]).as("number %d", i).isCloseTo(exact[i], within(1e-15));
        }
    }

    /** Through loops, branches and methods, as derivatives of derivatives have it: Newton's √4 is 2 + t/4 − t²/64 + … */
    @Test
    void agreesWithDerivativesOfDerivatives() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                static double step(double y, double x) { return x > 0 ? 0.5 * (y + x / y) : -y; }
                @Differentiable(taylor = true)
                static double root(double x) {
                  double y = 1;
                  for (int i = 0; i < 12; i++) { y = step(y, x); }
                  return y;
                }
                @Differentiable(taylor = true)
                static double wave(double x) {
                  double sum = 0;
                  for (int i = 1; i < 6; i++) { sum += Math.sin(i * x) * Math.exp(-x) / (1 + x * x); }
                  return sum;
                }
                @Differentiable static double first(double x) { return ModelDerivatives.waveJvp(x, 1); }
                @Differentiable static double second(double x) { return ModelDerivatives.firstJvp(x, 1); }
                static double[] run() {
                  double[] r = ModelDerivatives.rootTaylor(4, 3), w = ModelDerivatives.waveTaylor(0.7, 3);
                  return new double[] {r[0] - 2, r[1] - 0.25, r[2] + 1.0 / 64, r[3] - 1.0 / 512, w[0] - wave(0.7), w[1] - first(0.7),
                      2 * w[2] - second(0.7), 6 * w[3] - ModelDerivatives.secondGradient(0.7)};
                }
                """);
        for (double difference : numbers) {
            assertThat(difference).isCloseTo(0, within(1e-12));
        }
    }

    /** Coefficients in a differentiated method, in both modes: x·e²ˣ has the third derivative (8x + 12)·e²ˣ. */
    @Test
    void coefficientsAreDifferentiatedThemselves() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(taylor = true) static double f(double x) { return x * Math.exp(2 * x); }
                @Differentiable static double second(double x) { return 2 * ModelDerivatives.fTaylor(x, 3)[2]; }
                static double[] run() {
                  return new double[] {ModelDerivatives.secondJvp(0.5, 1), ModelDerivatives.secondGradient(0.5)};
                }
                """);
        for (double third : numbers) {
            assertThat(third).isCloseTo(16 * Math.E, within(1e-13));
        }
    }

    @Test
    void wrongOrdersAreRefusedAndNaNStaysNaN() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(taylor = true) static double f(double x) { return x * Math.exp(x); }
                static int refused(int k) {
                  try {
                    ModelDerivatives.fTaylor(1, k);
                  } catch (IllegalArgumentException expected) {
                    return expected.getMessage().equals("k is " + k + ", but it is the highest order wanted: pass 0 to 1000.") ? 1 : 0;
                  }
                  return 0;
                }
                static double[] run() {
                  double[] nan = ModelDerivatives.fTaylor(Double.NaN, 2);
                  return new double[] {refused(-1), refused(1001), refused(Integer.MAX_VALUE), refused(Integer.MIN_VALUE), nan[0], nan[1], nan[2]};
                }
                """);
        assertThat(numbers).containsExactly(1, 1, 1, 1, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void whatNoSeriesGoesThroughIsAnErrorOnItsLine() throws Exception {
        Reports.model(folder, """
                @Differentiable(taylor = true)
                static double f(double x, int n) {
                  double[] constants = {1, 2, 3};
                  // error: [AtledTaylor] taylor = true asks for power series, but none is carried through this
                  //   line. They follow numbers of type double through arithmetic, Math, branches, loops and
                  //   methods: keep what depends on a variable out of arrays, fields and objects, or remove
                  //   taylor.
                  double[] a = new double[3]; a[n] = x * x; return a[n] * constants[n];
                }
                @Differentiable(taylor = true)
                static double g(double x) {
                  // error: [AtledTaylor] taylor = true asks for power series, but none is carried through this
                  //   line. They follow numbers of type double through arithmetic, Math, branches, loops and
                  //   methods: keep what depends on a variable out of arrays, fields and objects, or remove
                  //   taylor.
                  return Math.IEEEremainder(x, 2);
                }
                """);
    }
}
