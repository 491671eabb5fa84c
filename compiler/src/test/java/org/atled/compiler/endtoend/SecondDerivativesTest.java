package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fHvp} and {@code fHessian} for every kind of signature, and through every kind of code. */
class SecondDerivativesTest {
    @TempDir
    Path folder;

    @Test
    void ofRosenbrock() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double rosenbrock(double[] x) {
                  double a = 1 - x[0];
                  double b = x[1] - x[0] * x[0];
                  return a * a + 100 * b * b;
                }
                static double[] run() {
                  double[] x = {1, 2};
                  double[] g = new double[2];
                  double[][] h = new double[2][2];
                  double value = ModelDerivatives.rosenbrockHessian(x, g, h);
                  return new double[] {value, g[0], g[1], h[0][0], h[0][1], h[1][0], h[1][1]};
                }
                """);
        assertThat(numbers).containsExactly(100, -400, 200, 402, -400, -400, 200);
    }

    @Test
    void ofSeveralNumbers() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double rosenbrock(double x, double y) {
                  double a = 1 - x;
                  double b = y - x * x;
                  return a * a + 100 * b * b;
                }
                static double[] run() {
                  double[][] h = ModelDerivatives.rosenbrockHessian(1, 2);
                  ModelDerivatives.RosenbrockHvp p = ModelDerivatives.rosenbrockHvp(1, 1, 2, -1);
                  return new double[] {h[0][0], h[0][1], h[1][0], h[1][1], p.x(), p.y()};
                }
                """);
        assertThat(numbers).containsExactly(402, -400, -400, 200, 802, -600);
    }

    /** f = k·x₀²·y₁ + t₀·k³ with x = (2, 3), k = 5, y = (7, 11): closed forms by hand. */
    @Test
    void ofArraysAndNumbersInTheOrderOfTheParameters() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x, double k, @NoDerivative double[] t, double[] y) {
                  return k * x[0] * x[0] * y[1] + t[0] * k * k * k;
                }
                static double[] run() {
                  double[] x = {2, 3}, t = {4}, y = {7, 11}, xG = new double[2], kG = new double[1], yG = new double[2];
                  double[][] h = new double[5][5];
                  double value = ModelDerivatives.fHessian(x, 5, t, y, xG, kG, yG, h);
                  double[] xH = new double[2], kH = new double[1], yH = new double[2];
                  double again = ModelDerivatives.fHvp(
                      x, new double[] {1, 0}, 5, 1, t, y, new double[] {0, 1}, xG, kG, yG, xH, kH, yH);
                  return new double[] {value - again, xG[0], kG[0], yG[1], h[0][0], h[0][2], h[0][4], h[2][2], h[2][4], h[4][2],
                      h[1][1], h[3][3], h[4][4], xH[0], kH[0], yH[1], xH[1], yH[0]};
                }
                """);
        assertThat(numbers)
                .containsExactly(
                        0, 220, 344, 20, 110, 44, 20, 120, 4, 4, 0, 0, 0, 110 + 44 + 20, 44 + 120 + 4, 20 + 4, 0, 0);
    }

    @Test
    void ofOneArrayPassedForTwoVariables() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x, double[] y) { return x[0] * x[0] * y[0]; }
                static double[] run() {
                  double[] x = {2};
                  double[][] h = ModelDerivatives.fHessian(x, x);
                  double[] v = {1};
                  ModelDerivatives.FHvp p = ModelDerivatives.fHvp(x, v, x, v);
                  return new double[] {h[0][0], h[0][1], h[1][0], h[1][1], p.x()[0], p.y()[0]};
                }
                """);
        assertThat(numbers).containsExactly(12, 12, 12, 12, 12, 12);
    }

    @Test
    void ofMatricesAndFloats() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[][] a, double k) { return k * a[0][1] * a[1][0] * a[1][0]; }
                @Differentiable(order = 2)
                static float g(float[] x, float k) { return k * x[0] * x[0] * x[1]; }
                static double[] run() {
                  double[][] a = {{2, 3}, {5}};
                  ModelDerivatives.FHvp p = ModelDerivatives.fHvp(a, new double[][] {{0, 1}, {1}}, 7, 1);
                  float[][] h = ModelDerivatives.gHessian(new float[] {2, 3}, 5);
                  return new double[] {p.a()[0][0], p.a()[0][1], p.a()[1][0], p.k(), h[0][0], h[0][1], h[0][2], h[2][1], h[2][2]};
                }
                """);
        assertThat(numbers).containsExactly(0, 70 + 25, 42 + 70 + 30, 25 + 30, 30, 20, 12, 4, 0);
    }

    /** An object that is a constant, but keeps scratch arrays the method writes to. */
    @Test
    void ofAMethodOfAModelObject() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                final double[] data = {1, 2, 3};
                final double[] scratch = new double[3];
                double last;
                @Differentiable(wrt = "p", order = 2)
                double loss(double[] p) {
                  for (int i = 0; i < 3; i++) {
                    scratch[i] = data[i] * p[0];
                    last = scratch[i] * p[1];
                  }
                  double sum = 0;
                  for (double each : scratch) {
                    sum += each * each * p[1] + last;
                  }
                  return sum;
                }
                static double[] run() {
                  Model model = new Model();
                  double[] p = {2, 3}, g = new double[2], product = new double[2];
                  double[][] h = ModelDerivatives.lossHessian(model, p);
                  double value = ModelDerivatives.lossHvp(model, p, new double[] {1, 0}, g, product);
                  return new double[] {value - model.loss(p), h[0][0], h[0][1], h[1][1], product[0], product[1]};
                }
                """);
        assertThat(numbers).containsExactly(0, 84, 65, 0, 84, 65);
    }

    @Test
    void ofAMethodThatWritesItsArgument() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) { x[0] *= x[1]; x[1] = 7; return x[0] * x[0]; }
                static double[] run() {
                  double[] x = {2, 3};
                  double[][] h = ModelDerivatives.fHessian(x);
                  return new double[] {x[0], x[1], h[0][0], h[0][1], h[1][1]};
                }
                """);
        assertThat(numbers).containsExactly(2, 3, 18, 24, 8);
    }

    @Test
    void ofNoVariablesAtAll() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) {
                  double sum = 3;
                  for (double each : x) { sum += each * each; }
                  return sum;
                }
                static double[] run() {
                  double[] x = {};
                  return new double[] {ModelDerivatives.fHessian(x).length, ModelDerivatives.fHessian(x, x, new double[0][])};
                }
                """);
        assertThat(numbers).containsExactly(0, 3);
    }

    @Test
    void throughElementaryFunctions() throws Exception {
        Curvatures.check(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) {
                  double a = Math.sin(x[0]) * Math.exp(x[1]) + Math.pow(x[0], x[1]) + Math.atan2(x[0], x[2]);
                  double b = Math.sqrt(x[0]) / Math.cosh(x[2]) + Math.tanh(x[0] * x[2]) + Math.cbrt(x[1]) + Math.hypot(x[0], x[1]);
                  double c = Math.log1p(x[0]) + Math.expm1(x[2]) * Math.asin(x[2]) + Math.acos(x[2]) * Math.tan(x[0]);
                  double d = Math.abs(x[2]) * Math.max(x[0] * x[1], x[2]) + Math.fma(x[0], x[1], x[2] * x[2]) + Math.log10(x[1]);
                  return a * b + c * d + Math.atan(x[0]) * Math.sinh(x[1]) + Math.log(x[0]) * Math.cos(x[1]);
                }
                """, 0.7, 1.3, -0.4);
    }

    @Test
    void throughLoopsBranchesHelpersAndArrays() throws Exception {
        Curvatures.check(folder, """
                static void step(double[] state, double[] scratch, double h) {
                  for (int i = 0; i < state.length; i++) {
                    scratch[i] = Math.sin(state[(i + 1) % state.length]) * state[i];
                  }
                  for (int i = 0; i < state.length; i++) {
                    state[i] += scratch[i] > 0 ? h * scratch[i] : 2 * h * scratch[i] * scratch[i];
                  }
                }
                @Differentiable(order = 2)
                static double f(double[] x) {
                  double[] state = x.clone();
                  double[] scratch = new double[x.length];
                  double norm = 0;
                  for (int k = 0; k < 7 && norm < 100; k++) {
                    step(state, scratch, 0.1);
                    for (double each : state) { norm += each * each; }
                  }
                  return Math.sqrt(norm) + state[0] * state[1];
                }
                """, 0.7, 1.3, -0.4);
    }

    @Test
    void throughObjectsRecursionAndLambdas() throws Exception {
        Curvatures.check(folder, """
                record Point(double x, double y) {
                  Point times(Point o) { return new Point(x * o.x - y * o.y, x * o.y + y * o.x); }
                }
                static Point power(Point p, int n) {
                  return n == 0 ? new Point(1, 0) : n % 2 == 1 ? p.times(power(p, n - 1)) : power(p.times(p), n / 2);
                }
                static double sum(java.util.function.DoubleUnaryOperator g, double[] x) {
                  double sum = 0;
                  for (double each : x) { sum += g.applyAsDouble(each); }
                  return sum;
                }
                @Differentiable(order = 2)
                static double f(double[] x) {
                  Point p = power(new Point(x[0], x[1]), 5);
                  double scale = p.x() * x[2];
                  return p.y() * p.x() + sum(each -> Math.exp(scale * each), x);
                }
                """, 0.7, 0.3, -0.4);
    }

    /** The tape of the gradient, and its tangents, are used again; also after a gradient that kept more. */
    @Test
    void productIntoGivenArraysAllocatesNothing() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) {
                  double y = x[0];
                  double sum = 0;
                  while (y < 100) { y = y * 1.5 + Math.sin(y) * x[1]; sum += y * y; }
                  return sum;
                }
                static long least(double[] x, double[] v, double[] g, double[] h) {
                  var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
                  long thread = Thread.currentThread().getId();
                  long least = Long.MAX_VALUE;
                  for (int round = 0; round < 10; round++) {
                    long before = threads.getThreadAllocatedBytes(thread);
                    for (int i = 0; i < 200; i++) { ModelDerivatives.fHvp(x, v, g, h); ModelDerivatives.fGradient(x, g); }
                    least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
                  }
                  return least;
                }
                static double[] run() {
                  double[] v = {1, 2}, g = new double[2], h = new double[2];
                  ModelDerivatives.fGradient(new double[] {1e-9, 0}, g);
                  return new double[] {least(new double[] {1, 0.5}, v, g, h), least(new double[] {0.01, 0.5}, v, g, h)};
                }
                """);
        assertThat(numbers).containsExactly(0, 0);
    }

    @Test
    void listFilledInALoop() throws Exception {
        Curvatures.check(folder, """
                @Differentiable
                static double once(double[] x) {
                  List<Double> all = new ArrayList<>();
                  for (double each : x) {
                    all.add(each * each);
                  }
                  return all.get(0);
                }
                @Differentiable(order = 2)
                static double f(double[] x) {
                  List<Double> all = new ArrayList<>();
                  for (double each : x) {
                    all.add(each * each);
                  }
                  return all.get(0);
                }
                """, 0.7, 0.3);
    }

    @Test
    void mapFilledInALoop() throws Exception {
        Curvatures.check(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) {
                  Map<String, double[]> all = new HashMap<>();
                  for (double each : x) {
                    all.put("x" + all.size(), new double[] {each * each * x[0]});
                  }
                  return all.get("x0")[0] * all.get("x1")[0];
                }
                """, 0.7, 0.3);
    }

    /** What is wrong with the gradient is said once, not again of its derivative. */
    @Test
    void errorsOfTheGradientAreSaidOnce() throws Exception {
        Reports.model(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) {
                  // error: [AtledBitCast] Double.doubleToLongBits takes a number apart into bits, which has no
                  //   derivative. Compute with the number itself, or keep values that depend on a differentiated
                  //   parameter out of this call.
                  return Double.doubleToLongBits(x[0]);
                }
                """);
    }

    @Test
    void wrongInputIsNamed() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) { return x[0] * x[0] * x[1]; }
                static void refused(String message, Runnable call) {
                  try {
                    call.run();
                  } catch (IllegalArgumentException expected) {
                    if (expected.getMessage().contains(message)) { return; }
                    throw new AssertionError(expected.getMessage());
                  }
                  throw new AssertionError("not refused: " + message);
                }
                static double[] run() {
                  double[] x = {2, 3}, v = {1, 0}, g = {9, 9}, h = {9, 9};
                  double[][] m = {{9, 9}, {9, 9}};
                  refused("x is null", () -> ModelDerivatives.fHessian(null));
                  refused("x is null", () -> ModelDerivatives.fHvp(null, v));
                  refused("xTangent is null", () -> ModelDerivatives.fHvp(x, null));
                  refused("xTangent has length 3, but x has length 2", () -> ModelDerivatives.fHvp(x, new double[3]));
                  refused("xTangent and x are the same array", () -> ModelDerivatives.fHvp(x, x));
                  refused("xGradient has length 1, but x has length 2", () -> ModelDerivatives.fHvp(x, v, new double[1], h));
                  refused("xHvp is null", () -> ModelDerivatives.fHvp(x, v, g, null));
                  refused("xHvp and xGradient are the same array", () -> ModelDerivatives.fHvp(x, v, g, g));
                  refused("xHvp and xTangent are the same array", () -> ModelDerivatives.fHvp(x, v, g, v));
                  refused("xHvp and x are the same array", () -> ModelDerivatives.fHvp(x, v, g, x));
                  refused("hessian is null", () -> ModelDerivatives.fHessian(x, g, null));
                  refused("hessian has length 1, but there are 2 variables", () -> ModelDerivatives.fHessian(x, g, new double[1][2]));
                  refused("hessian[1] has length 1", () -> ModelDerivatives.fHessian(x, g, new double[][] {{0, 0}, {0}}));
                  refused("hessian[0] is null", () -> ModelDerivatives.fHessian(x, g, new double[2][]));
                  refused("hessian[0] and hessian[1] are the same array", () -> ModelDerivatives.fHessian(x, g, new double[][] {v, v}));
                  refused("hessian[0] and x are the same array", () -> ModelDerivatives.fHessian(x, g, new double[][] {x, v}));
                  refused("hessian[1] and xGradient are the same", () -> ModelDerivatives.fHessian(x, g, new double[][] {v, g}));
                  double nan = ModelDerivatives.fHvp(new double[] {Double.NaN, 1}, v)[0];
                  return new double[] {g[0], h[1], m[0][0], nan};
                }
                """);
        assertThat(numbers).containsExactly(9, 9, 9, Double.NaN);
    }

    /** An exception of the method comes through, and the arrays that were given are as before. */
    @Test
    void anExceptionLeavesNoTrace() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] x) {
                  if (x[0] < 0) { throw new IllegalStateException("negative"); }
                  return Math.sqrt(x[0]);
                }
                static double[] run() {
                  double[] g = {9}, h = {9};
                  double[][] m = {{9}};
                  int thrown = 0;
                  try { ModelDerivatives.fHvp(new double[] {-1}, new double[] {1}, g, h); } catch (IllegalStateException e) { thrown++; }
                  try { ModelDerivatives.fHessian(new double[] {-1}, g, m); } catch (IllegalStateException e) { thrown++; }
                  double before = g[0] + h[0] + m[0][0];
                  ModelDerivatives.fHessian(new double[] {4}, g, m);
                  return new double[] {thrown, before, g[0], m[0][0]};
                }
                """);
        assertThat(numbers[0]).isEqualTo(2);
        assertThat(numbers[1]).isEqualTo(27);
        assertThat(numbers[2]).isEqualTo(0.25);
        assertThat(numbers[3]).isCloseTo(-1.0 / 32, within(1e-17));
    }
}
