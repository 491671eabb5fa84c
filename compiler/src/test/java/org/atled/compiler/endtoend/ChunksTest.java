package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.atled.compiler.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jacobians and Hessians by several columns at a time are those by one at a time, bit for bit. */
class ChunksTest {
    private static final List<String> OPTIONS = List.of("--release", "17", "-g");

    @TempDir
    Path folder;

    /** Of arrays and a number, with a model that keeps numbers in itself, for every number of inputs up to two chunks. */
    @Test
    void jacobiansForAnyNumberOfInputs() throws Exception {
        double[] wrong = Curvatures.run(folder, """
                private final double[] kept = new double[40];
                private double last;
                @Differentiable(wrt = {"p", "k", "q"})
                double[] curve(double[] p, double k, double[] q, @NoDerivative double[] t) {
                  double[] y = new double[t.length];
                  last = 0;
                  for (int i = 0; i < t.length; i++) {
                    double sum = k * t[i];
                    for (int j = 0; j < p.length; j++) { sum += Math.sin(p[j] * t[i]) * (j < q.length ? q[j] : k); }
                    kept[i] = sum * k;
                    last = kept[i] + last;
                    y[i] = last * last / (1 + sum * sum);
                  }
                  for (int j = 0; j < q.length; j++) { q[j] *= k; }
                  return y;
                }
                static double[] run() {
                  int wrong = 0, entries = 0;
                  double[] t = new double[40];
                  for (int i = 0; i < t.length; i++) { t[i] = 0.1 * i - 1; }
                  for (int n = 0; n <= 12; n++) {
                    for (int m = 0; m <= n; m += 3) {
                      double[] p = new double[n], q = new double[m];
                      for (int j = 0; j < n; j++) { p[j] = 0.3 * j + 0.2; }
                      for (int j = 0; j < m; j++) { q[j] = 1.1 - 0.2 * j; }
                      ModelDerivatives.CurveJacobian all = ModelDerivatives.curveJacobian(new Model(), p, 0.7, q, t);
                      for (int j = 0; j <= n + m; j++) {
                        double[] pT = new double[n], qT = new double[m];
                        if (j < n) { pT[j] = 1; }
                        if (j > n) { qT[j - n - 1] = 1; }
                        double[] column = ModelDerivatives.curveJvp(
                            new Model(), p.clone(), pT, 0.7, j == n ? 1 : 0, q.clone(), qT, t);
                        for (int i = 0; i < t.length; i++) {
                          double entry = j < n ? all.p()[i][j] : j == n ? all.k()[i] : all.q()[i][j - n - 1];
                          entries++;
                          if (Double.doubleToLongBits(entry) != Double.doubleToLongBits(column[i])) { wrong++; }
                        }
                      }
                    }
                  }
                  return new double[] {wrong, entries};
                }
                """);
        assertThat(wrong).containsExactly(0, 17000);
        assertThat(width("curve$width")).isEqualTo(8);
    }

    /** One array passed for two parameters has one tangent along each direction. */
    @Test
    void jacobiansOfOneArrayForTwo() throws Exception {
        double[] entries = Curvatures.run(folder, """
                @Differentiable
                static double[] products(double[] p, double[] q) {
                  double[] y = new double[8];
                  for (int i = 0; i < 8; i++) { y[i] = p[i % p.length] * q[(i + 1) % q.length]; }
                  return y;
                }
                static double[] run() {
                  double[] p = {2, 3, 5};
                  ModelDerivatives.ProductsJacobian j = ModelDerivatives.productsJacobian(p, p);
                  return new double[] {j.p()[0][0], j.p()[0][1], j.q()[0][0], j.q()[0][1], j.p()[0][2]};
                }
                """);
        assertThat(entries).containsExactly(3, 2, 3, 2, 0);
    }

    /** Numbers are as many inputs as there are, and code takes just these at a time. */
    @Test
    void jacobiansByNumbers() throws Exception {
        double[] entries = Curvatures.run(folder, """
                @Differentiable static double[] three(double a, double b, double c) {
                  return new double[] {a * b, b * c, a * Math.exp(c)};
                }
                @Differentiable static float[] two(float a, float b) { return new float[] {a * b, a / b}; }
                static double[] run() {
                  ModelDerivatives.ThreeJacobian j = ModelDerivatives.threeJacobian(2, 3, 0);
                  ModelDerivatives.TwoJacobian f = ModelDerivatives.twoJacobian(6, 2);
                  return new double[] {j.a()[0], j.a()[1], j.a()[2], j.b()[0], j.b()[1], j.c()[1], j.c()[2],
                      f.a()[0], f.a()[1], f.b()[0], f.b()[1]};
                }
                """);
        assertThat(entries).containsExactly(3, 0, 1, 2, 0, 3, 2, 2, 0.5, 6, -1.5);
        assertThat(width("three$width")).isEqualTo(3);
        assertThat(width("two$width")).isEqualTo(2);
    }

    /** Gradients by one number or two go forward, by three they go back; what is thrown is what the method throws. */
    @Test
    void gradientsByNumbers() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable static double one(double x) {
                  if (x < 0) { throw new IllegalStateException("negative"); }
                  return x * Math.exp(x);
                }
                @Differentiable static double two(double x, @NoDerivative int n, double y) {
                  double product = 1;
                  for (int i = 0; i < n; i++) { product *= x + i * y; }
                  return product;
                }
                @Differentiable static float single(float a, float b) { return a * a / b; }
                @Differentiable static double three(double x, double y, double z) { return x * y * z; }
                /** A gradient in a method that is differentiated itself. */
                @Differentiable static double nested(double x, double y) {
                  ModelDerivatives.TwoGradient g = ModelDerivatives.twoGradient(x, 3, y);
                  return g.x() * g.y();
                }
                static double[] run() {
                  double[] x = new double[1], y = {9};
                  double value = ModelDerivatives.twoGradient(2, 3, 5, x, y);
                  ModelDerivatives.SingleGradient s = ModelDerivatives.singleGradient(3, 2);
                  ModelDerivatives.ThreeGradient t = ModelDerivatives.threeGradient(2, 3, 5);
                  ModelDerivatives.NestedGradient n = ModelDerivatives.nestedGradient(2, 5);
                  double thrown = 0;
                  try { ModelDerivatives.oneGradient(-1, y); } catch (IllegalStateException e) { thrown = y[0]; }
                  return new double[] {ModelDerivatives.oneGradient(0), thrown, value, x[0], y[0], s.a(), s.b(),
                      t.x(), t.y(), t.z(), n.x(), n.y()};
                }
                """);
        // x(x+y)(x+2y) = x³ + 3x²y + 2xy²: by x 3x² + 6xy + 2y², by y 3x² + 4xy
        double byX = 12 + 60 + 50;
        double byY = 12 + 40;
        assertThat(numbers)
                .containsExactly(
                        1,
                        byY,
                        168,
                        byX,
                        byY,
                        3,
                        -2.25,
                        15,
                        10,
                        6,
                        (12 + 30) * byY + byX * (12 + 20),
                        (12 + 20) * byY + byX * 8);
        assertThat(width("two$width")).isEqualTo(2);
    }

    /** Where there are many more inputs than outputs, rows are fewer. */
    @Test
    void jacobiansOfFewOutputsGoByRows() throws Exception {
        double[] entries = Curvatures.run(folder, """
                @Differentiable static double[] norms(double[] p) {
                  double a = 0, b = 1;
                  for (double x : p) { a += x * x; b += x; }
                  return new double[] {a, b};
                }
                static double[] run() {
                  double[] p = new double[100];
                  for (int i = 0; i < 100; i++) { p[i] = i; }
                  double[][] j = ModelDerivatives.normsJacobian(p);
                  return new double[] {j[0][7], j[0][99], j[1][50]};
                }
                """);
        assertThat(entries).containsExactly(14, 198, 1);
    }

    @Test
    void hessiansForAnyNumberOfInputs() throws Exception {
        double[] wrong = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double loss(double[] p, double k, @NoDerivative double[] t) {
                  double sum = 0;
                  double[] weights = new double[p.length];
                  for (int j = 0; j < p.length; j++) { weights[j] = p[j] * p[(j + 1) % p.length]; }
                  for (double time : t) {
                    double y = k;
                    for (int j = 0; j < p.length; j++) { y = Math.tanh(y * weights[j] + p[j] * time); }
                    sum += y * y;
                  }
                  return sum;
                }
                static double[] run() {
                  int wrong = 0, entries = 0;
                  double[] t = {0.5, 1, 1.5};
                  for (int n = 0; n <= 18; n++) {
                    double[] p = new double[n];
                    for (int j = 0; j < n; j++) { p[j] = 0.6 - 0.07 * j; }
                    double[][] hessian = ModelDerivatives.lossHessian(p, 0.8, t);
                    for (int j = 0; j <= n; j++) {
                      double[] pT = new double[n];
                      if (j < n) { pT[j] = 1; }
                      ModelDerivatives.LossHvp column = ModelDerivatives.lossHvp(p, pT, 0.8, j == n ? 1 : 0, t);
                      for (int i = 0; i <= j; i++) {
                        double entry = i < n ? column.p()[i] : column.k();
                        entries++;
                        if (Double.doubleToLongBits(entry) != Double.doubleToLongBits(hessian[i][j])
                            || hessian[i][j] != hessian[j][i]) { wrong++; }
                      }
                    }
                  }
                  return new double[] {wrong, entries};
                }
                """);
        assertThat(wrong).containsExactly(0, 1330);
        assertThat(width("loss$firstOrder$width")).isEqualTo(8);
    }

    /** What is thrown along several directions is what the method throws, and the next call is none the worse. */
    @Test
    void exceptionsOfHessians() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(order = 2)
                static double f(double[] p) {
                  double product = 1;
                  for (double x : p) {
                    if (x < 0) { throw new IllegalStateException("negative"); }
                    product *= x;
                  }
                  return product;
                }
                static double[] run() {
                  double[][] h = ModelDerivatives.fHessian(new double[] {2, 3, 5});
                  int thrown = 0;
                  try {
                    ModelDerivatives.fHessian(new double[] {1, 2, 3, 4, 5, 6, 7, 8, -1});
                  } catch (IllegalStateException e) { thrown++; }
                  double[][] again = ModelDerivatives.fHessian(new double[] {2, 3, 5});
                  return new double[] {h[0][1], h[0][2], h[1][2], h[0][0], thrown, again[1][2]};
                }
                """);
        assertThat(numbers).containsExactly(5, 3, 2, 0, 1, 2);
    }

    /** Code along several directions that would be too long is not made, and the build says so. */
    @Test
    void longMethodsTakeFewerDirectionsAtATime() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            lines.append("y[")
                    .append(i % 9)
                    .append("] = p[")
                    .append(i % 7)
                    .append("] * y[")
                    .append((i + 1) % 9)
                    .append("] + Math.sin(y[")
                    .append((i + 2) % 9)
                    .append("]);\n");
        }
        UserProject project = new UserProject(folder);
        List<Diagnostic> diagnostics =
                project.compile(OPTIONS, Reports.source("""
                        @Differentiable static double[] long_(double[] p) {
                          double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9};
                          %s
                          return y;
                        }
                        """.formatted(lines))).differentiate();
        assertThat(diagnostics).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(Diagnostic.Severity.NOTE);
            assertThat(note.tag()).isEqualTo("AtledChunk");
            assertThat(note.message()).contains("take 4 directions at a time instead of 8");
        });
        ClassLoader loader = project.load();
        double[] p = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
        Class<?> companion = loader.loadClass("demo.ModelDerivatives");
        double[][] jacobian = (double[][])
                Gradients.method(companion, "long_Jacobian", double[].class).invoke(null, p);
        Method jvp = Gradients.method(companion, "long_Jvp", double[].class, double[].class);
        for (int j = 0; j < p.length; j++) {
            double[] direction = new double[p.length];
            direction[j] = 1;
            double[] column = (double[]) jvp.invoke(null, p, direction);
            for (int i = 0; i < column.length; i++) {
                assertThat(jacobian[i][j]).isEqualTo(column[i]);
            }
        }
    }

    private int width(String method) throws Exception {
        Class<?> companion = new UserProject(folder).load().loadClass("demo.ModelDerivatives");
        Method width = companion.getDeclaredMethod(method);
        width.setAccessible(true);
        return (int) width.invoke(null);
    }
}
