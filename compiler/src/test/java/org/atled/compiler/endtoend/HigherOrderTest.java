package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems that take derivatives of derivatives, as a user would write them, against closed forms and differences. */
class HigherOrderTest {
    @TempDir
    Path folder;

    /** D(x → x·D(y → x·y)(2))(1) and D(x → x·D(y → y²)(1))(1) are 2; confused, the first is 3. */
    @Test
    void noPerturbationIsTakenForAnother() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(wrt = "y") static double product(double y, double x) { return x * y; }
                @Differentiable static double square(double y) { return y * y; }
                @Differentiable static double a(double x) { return x * ModelDerivatives.productJvp(2, 1, x); }
                @Differentiable static double b(double x) { return x * ModelDerivatives.productGradient(2, x); }
                @Differentiable static double c(double x) { return x * ModelDerivatives.squareJvp(1, 1); }
                @Differentiable static double d(double x) { return x * ModelDerivatives.squareGradient(1); }
                static double[] run() {
                  return new double[] {
                    ModelDerivatives.aJvp(1, 1), ModelDerivatives.aGradient(1), ModelDerivatives.bJvp(1, 1),
                    ModelDerivatives.bGradient(1), ModelDerivatives.cJvp(1, 1), ModelDerivatives.cGradient(1),
                    ModelDerivatives.dJvp(1, 1), ModelDerivatives.dGradient(1)};
                }
                """);
        assertThat(numbers).containsOnly(2);
    }

    /** s(u)(g)(a) = g(a + u), f̂ = D(s)(3): f̂ exp at 5 is e⁸, f̂ (f̂ exp) at 5 is e¹¹; confused, the second is e⁸. */
    @Test
    void theDerivativeOfAFunctionOfFunctionsTwice() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(wrt = "u") static double s(double u, double a) { return Math.exp(a + u); }
                static double forward(double a) { return ModelDerivatives.sJvp(3, 1, a); }
                static double reverse(double a) { return ModelDerivatives.sGradient(3, a); }
                @Differentiable(wrt = "u") static double ofForward(double u, double a) { return forward(a + u); }
                @Differentiable(wrt = "u") static double ofReverse(double u, double a) { return reverse(a + u); }
                static double[] run() {
                  return new double[] {forward(5), reverse(5), ModelDerivatives.ofForwardJvp(3, 1, 5),
                    ModelDerivatives.ofForwardGradient(3, 5), ModelDerivatives.ofReverseJvp(3, 1, 5),
                    ModelDerivatives.ofReverseGradient(3, 5)};
                }
                """);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).isCloseTo(Math.exp(i < 2 ? 8 : 11), within(1e-11 * Math.exp(11)));
        }
    }

    @Test
    void directionalDerivativeOfAGradient() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable
                static double squares(double[] x) { double sum = 0; for (double each : x) { sum += each * each; } return sum; }
                @Differentiable
                static double[] gradient(double[] x) { return ModelDerivatives.squaresGradient(x); }
                static double[] run() { return ModelDerivatives.gradientJvp(new double[] {1, 2, 3}, new double[] {1, 0, 0}); }
                """);
        assertThat(numbers).containsExactly(2, 0, 0);
    }

    /** D √4 = 1/4, D² √4 = −1/32, through the iteration, whose start does not depend on x: all four combinations. */
    @Test
    void newtonsSquareRoot() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable
                static double root(double x) {
                  double y = 1;
                  double before = 0;
                  while (Math.abs(y - before) > 1e-15 * y) { before = y; y = 0.5 * (y + x / y); }
                  return 0.5 * (y + x / y);
                }
                @Differentiable static double forward(double x) { return ModelDerivatives.rootJvp(x, 1); }
                @Differentiable static double reverse(double x) { return ModelDerivatives.rootGradient(x); }
                static double[] run() {
                  return new double[] {forward(4), reverse(4), ModelDerivatives.forwardJvp(4, 1), ModelDerivatives.forwardGradient(4),
                    ModelDerivatives.reverseJvp(4, 1), ModelDerivatives.reverseGradient(4)};
                }
                """);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).isCloseTo(i < 2 ? 0.25 : -1.0 / 32, within(1e-15));
        }
    }

    private static final String KEPLER = """
            @Differentiable
            static double energy(double[] q, double[] p) {
              return 0.5 * (p[0] * p[0] + p[1] * p[1]) - 1 / Math.sqrt(q[0] * q[0] + q[1] * q[1]);
            }
            static void byReverse(double[] q, double[] p, double[] dq, double[] dp) {
              ModelDerivatives.energyGradient(q, p, dq, dp);
            }
            static void byForward(double[] q, double[] p, double[] dq, double[] dp) {
              for (int i = 0; i < 2; i++) {
                double[] unit = new double[2];
                unit[i] = 1;
                dq[i] = ModelDerivatives.energyJvp(q, unit, p, new double[2]);
                dp[i] = ModelDerivatives.energyJvp(q, new double[2], p, unit);
              }
            }
            static double[] leapfrog(double[] start, int steps, double h, boolean reverse) {
              double[] q = {start[0], start[1]}, p = {start[2], start[3]}, dq = new double[2], dp = new double[2];
              for (int step = 0; step < steps; step++) {
                if (reverse) { byReverse(q, p, dq, dp); } else { byForward(q, p, dq, dp); }
                for (int i = 0; i < 2; i++) { p[i] -= 0.5 * h * dq[i]; q[i] += h * p[i]; }
                if (reverse) { byReverse(q, p, dq, dp); } else { byForward(q, p, dq, dp); }
                for (int i = 0; i < 2; i++) { p[i] -= 0.5 * h * dq[i]; }
              }
              return new double[] {q[0], q[1], p[0], p[1]};
            }
            @Differentiable
            static double[] orbit(double[] start) { return leapfrog(start, 200, 0.02, true); }
            @Differentiable
            static double[] orbitByForward(double[] start) { return leapfrog(start, 200, 0.02, false); }
            static final double[] START = {0.5, 0, 0, Math.sqrt(3)};
            """;

    /** The derivative of the final by the initial state, forces from a gradient of H: four ways, and differences. */
    @Test
    void keplerOrbitByItsInitialState() throws Exception {
        double[] numbers = Curvatures.run(folder, KEPLER + """
                static double[] run() {
                  double[] all = new double[5 * 16];
                  for (int i = 0; i < 4; i++) {
                    double[] unit = new double[4];
                    unit[i] = 1;
                    double[] plus = START.clone(), minus = START.clone();
                    plus[i] += 1e-6;
                    minus[i] -= 1e-6;
                    double[] a = orbit(plus), b = orbit(minus);
                    double[][] rowsOrColumns = {ModelDerivatives.orbitJvp(START, unit), ModelDerivatives.orbitByForwardJvp(START, unit),
                        ModelDerivatives.orbitVjp(START, unit), ModelDerivatives.orbitByForwardVjp(START, unit)};
                    for (int j = 0; j < 4; j++) {
                      all[4 * j + i] = (a[j] - b[j]) / 2e-6;
                      all[16 + 4 * j + i] = rowsOrColumns[0][j];
                      all[32 + 4 * j + i] = rowsOrColumns[1][j];
                      all[48 + 4 * i + j] = rowsOrColumns[2][j];
                      all[64 + 4 * i + j] = rowsOrColumns[3][j];
                    }
                  }
                  return all;
                }
                """);
        for (int i = 0; i < 16; i++) {
            double jvp = numbers[16 + i];
            assertThat(jvp).isCloseTo(numbers[i], within(1e-6 * Math.max(1, Math.abs(jvp))));
            for (int way = 2; way < 5; way++) {
                assertThat(numbers[16 * way + i]).isCloseTo(jvp, within(1e-11 * Math.max(1, Math.abs(jvp))));
            }
        }
    }

    /** The energy of a leapfrog orbit swings by O(h²), with no drift; its flow keeps volume: det ∂(q, p)/∂(q₀, p₀) = 1. */
    @Test
    void keplerOrbitKeepsEnergyAndVolume() throws Exception {
        double[] numbers = Curvatures.run(folder, KEPLER + """
                static double drift(int periods, double h) {
                  int steps = (int) Math.round(2 * Math.PI * periods / h);
                  double[] end = leapfrog(START, steps, 2 * Math.PI * periods / steps, true);
                  return Math.abs(energy(new double[] {end[0], end[1]}, new double[] {end[2], end[3]}) + 0.5);
                }
                static double determinant(double[][] a) {
                  double product = 1;
                  for (int k = 0; k < 4; k++) {
                    int pivot = k;
                    for (int i = k; i < 4; i++) { if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) { pivot = i; } }
                    double[] row = a[k];
                    a[k] = a[pivot];
                    a[pivot] = row;
                    product *= pivot == k ? a[k][k] : -a[k][k];
                    for (int i = k + 1; i < 4; i++) {
                      double factor = a[i][k] / a[k][k];
                      for (int j = k; j < 4; j++) { a[i][j] -= factor * a[k][j]; }
                    }
                  }
                  return product;
                }
                static double[] run() {
                  return new double[] {determinant(ModelDerivatives.orbitJacobian(START)), drift(1, 0.01), drift(30, 0.01)};
                }
                """);
        assertThat(numbers[0]).isCloseTo(1, within(1e-9));
        assertThat(numbers[1]).isLessThan(1e-3);
        assertThat(numbers[2]).isLessThan(1e-3);
    }

    /** Newton's method for two equations by {@code fJacobian}; the solution by the parameters has a closed form. */
    @Test
    void newtonsMethodByTheJacobian() throws Exception {
        String model = """
                @Differentiable(wrt = "z")
                static double[] residual(double[] z, double[] x) {
                  return new double[] {z[0] * z[0] + z[1] * z[1] - x[0], z[0] - x[1] * z[1]};
                }
                @Differentiable(order = 2)
                static double f(double[] x) {
                  double[] z = {1, 1};
                  for (int k = 0; k < 9; k++) {
                    double[] r = residual(z, x);
                    double[][] j = ModelDerivatives.residualJacobian(z, x);
                    double determinant = j[0][0] * j[1][1] - j[0][1] * j[1][0];
                    z[0] -= (j[1][1] * r[0] - j[0][1] * r[1]) / determinant;
                    z[1] -= (j[0][0] * r[1] - j[1][0] * r[0]) / determinant;
                  }
                  return z[1];
                }
                """;
        Curvatures.check(folder.resolve("check"), model, 2.5, 0.5);
        double[] gradient = Curvatures.run(folder.resolve("closed"), model + """
                static double[] run() { return ModelDerivatives.fGradient(new double[] {2.5, 0.5}); }
                """);
        // z₁ = √(x₀/(1 + x₁²))
        double root = Math.sqrt(2.5 / 1.25);
        assertThat(gradient[0]).isCloseTo(0.5 * root / 2.5, within(1e-14));
        assertThat(gradient[1]).isCloseTo(-0.5 * root / 1.25, within(1e-14));
    }

    /** Learning rate and start of a descent, by the loss after it: a quadratic has a closed form, and a Hessian. */
    @Test
    void gradientDescentInsideOfALoss() throws Exception {
        String model = """
                @Differentiable(wrt = "q")
                static double bowl(double[] q, double[] x) { return 0.5 * (q[0] * q[0] + 3 * q[1] * q[1]) - x[2] * q[0]; }
                @Differentiable(order = 2)
                static double f(double[] x) {
                  double[] q = {x[0], x[0]};
                  for (int k = 0; k < 5; k++) {
                    double[] g = ModelDerivatives.bowlGradient(q, x);
                    for (int i = 0; i < 2; i++) { q[i] -= x[1] * g[i]; }
                  }
                  return q[0] + q[1];
                }
                """;
        Curvatures.check(folder.resolve("check"), model, 1.5, 0.1, 0.7);
        double[] gradient = Curvatures.run(folder.resolve("closed"), model + """
                static double[] run() { return ModelDerivatives.fGradient(new double[] {1.5, 0.1, 0.7}); }
                """);
        // q₀ = x₂ + (x₀ − x₂)(1 − x₁)⁵, q₁ = x₀(1 − 3x₁)⁵
        assertThat(gradient[0]).isCloseTo(Math.pow(0.9, 5) + Math.pow(0.7, 5), within(1e-14));
        assertThat(gradient[1]).isCloseTo(-5 * 0.8 * Math.pow(0.9, 4) - 15 * 1.5 * Math.pow(0.7, 4), within(1e-13));
        assertThat(gradient[2]).isCloseTo(1 - Math.pow(0.9, 5), within(1e-14));
    }

    /** sin, four times, by every mix of the modes in turn: cos, −sin, −cos, sin. */
    @Test
    void fourthOrderOfANumber() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable static double f(double x) { return Math.sin(x); }
                @Differentiable static double f1(double x) { return ModelDerivatives.fJvp(x, 1); }
                @Differentiable static double r1(double x) { return ModelDerivatives.fGradient(x); }
                @Differentiable static double f2(double x) { return ModelDerivatives.r1Jvp(x, 1); }
                @Differentiable static double r2(double x) { return ModelDerivatives.f1Gradient(x); }
                @Differentiable static double f3(double x) { return ModelDerivatives.r2Jvp(x, 1); }
                @Differentiable static double r3(double x) { return ModelDerivatives.f2Gradient(x); }
                static double[] run() {
                  double x = 0.7;
                  return new double[] {f1(x), r1(x), f2(x), r2(x), f3(x), r3(x), ModelDerivatives.r3Jvp(x, 1),
                    ModelDerivatives.f3Gradient(x)};
                }
                """);
        double[] exact = {Math.cos(0.7), -Math.sin(0.7), -Math.cos(0.7), Math.sin(0.7)};
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).isCloseTo(exact[i / 2], within(1e-15));
        }
    }

    /** The Hessian itself in a differentiated method: third derivatives of x₀³x₁², by forward and by reverse mode. */
    @Test
    void derivativeOfAHessian() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2) static double f(double[] x) { return x[0] * x[0] * x[0] * x[1] * x[1]; }
                @Differentiable static double trace(double[] x) {
                  double[][] h = ModelDerivatives.fHessian(x);
                  return h[0][0] + h[1][1];
                }
                @Differentiable static double mixed(double[] x) {
                  return ModelDerivatives.fHvp(x, new double[] {1, 0})[1];
                }
                static double[] run() {
                  double[] x = {2, 3}, e = {1, 0};
                  double[] t = ModelDerivatives.traceGradient(x), m = ModelDerivatives.mixedGradient(x);
                  return new double[] {t[0], ModelDerivatives.traceJvp(x, e), t[1], m[0], ModelDerivatives.mixedJvp(x, e), m[1]};
                }
                """);
        // 6x₀x₁² + 2x₀³ and 6x₀²x₁
        assertThat(numbers).containsExactly(54 + 24, 54 + 24, 72, 72, 72, 24);
    }
}
