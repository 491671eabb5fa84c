package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that are annotated by what they solve: differentiated by the implicit function theorem, not step by step. */
class SolutionsTest {
    private static final String STEP = """
            static final double[][] A = {
              {0.5, -0.3, 0.2, 0.1}, {0.4, 0.3, -0.6, 0.2}, {-0.1, 0.7, 0.2, 0.3}, {0.3, 0.1, -0.2, 0.6}};
            @Differentiable(wrt = "u")
            static double[] step(double[] u, double[] p) {
              double[] next = new double[u.length];
              for (int i = 0; i < u.length; i++) {
                double sum = 0;
                for (int j = 0; j < u.length; j++) {
                  sum += A[i][j] * u[j];
                }
                next[i] = 0.4 * Math.sin(sum) + p[i] * p[i];
              }
              return next;
            }
            static double distance(double[] a, double[] b) {
              double largest = a.length == b.length ? 0 : Double.NaN;
              for (int i = 0; i < a.length; i++) {
                largest = Math.max(largest, Math.abs(a[i] - b[i]));
              }
              return largest;
            }
            """;

    @TempDir
    Path folder;

    /** u = 0.4·sin(Au) + p². */
    @Test
    void fixedPointIsTheUnrolledOneWithoutTheStart() throws Exception {
        double[] numbers = Curvatures.run(folder, STEP + """
                @FixedPoint("step")
                @Differentiable
                static double[] implicit(double[] start, double[] p) {
                  double[] u = start;
                  double[] next = step(u, p);
                  while (distance(u, next) > 1e-15) {
                    u = next;
                    next = step(u, p);
                  }
                  return next;
                }
                @Differentiable
                static double[] unrolled(double[] start, double[] p) {
                  double[] u = start;
                  for (int i = 0; i < 100; i++) {
                    u = step(u, p);
                  }
                  return u;
                }
                static double[] run() {
                  double[] p = {0.3, -0.7, 0.5, 0.9};
                  double[] start = {0.1, 0.2, -0.3, 0.4};
                  double[] v = {1, -2, 0.5, 3};
                  var implicit = ModelDerivatives.implicitVjp(start, p, v);
                  return new double[] {
                    distance(implicit.p(), ModelDerivatives.unrolledVjp(start, p, v).p()),
                    distance(
                        ModelDerivatives.implicitJvp(start, new double[4], p, v),
                        ModelDerivatives.unrolledJvp(start, new double[4], p, v)),
                    1e9 * distance(implicit.start(), new double[4]),
                    1e9 * distance(ModelDerivatives.implicitJvp(start, v, p, new double[4]), new double[4])};
                }
                """);
        assertThat(numbers).containsExactly(new double[4], within(1e-12));
    }

    @Test
    void secondDerivativesOfFixedPoints() throws Exception {
        double[] numbers = Curvatures.run(folder, STEP + """
                @FixedPoint(value = "step", tolerance = 1e-12)
                static double[] equilibrium(double[] p) {
                  double[] u = new double[4];
                  for (int i = 0; i < 60; i++) {
                    u = step(u, p);
                  }
                  return u;
                }
                @Differentiable(order = 2)
                static double implicit(double[] p) {
                  double[] u = equilibrium(p);
                  return u[0] * u[1] + Math.exp(u[2]) * u[3];
                }
                @Differentiable(order = 2)
                static double unrolled(double[] p) {
                  double[] u = new double[4];
                  for (int i = 0; i < 60; i++) {
                    u = step(u, p);
                  }
                  return u[0] * u[1] + Math.exp(u[2]) * u[3];
                }
                static double[] run() {
                  double[] p = {0.3, -0.7, 0.5, 0.9};
                  double[][] implicit = ModelDerivatives.implicitHessian(p);
                  double[][] unrolled = ModelDerivatives.unrolledHessian(p);
                  double[] distances = new double[4];
                  for (int i = 0; i < 4; i++) {
                    distances[i] = distance(implicit[i], unrolled[i]);
                  }
                  return distances;
                }
                """);
        assertThat(numbers).containsExactly(new double[4], within(1e-11));
    }

    /** √p: 1/4, −1/32 and 3/256 at 4, in any mode. */
    @Test
    void rootOfANumber() throws Exception {
        double[] numbers = Curvatures.run(folder, """
                @Differentiable(wrt = "x")
                static double square(double x, double p) { return x * x - p; }
                @RootOf(value = "square", tolerance = 1e-12)
                @Differentiable(order = 2)
                static double root(double low, double p) {
                  double x = Math.max(low, p);
                  for (int i = 0; i < 60; i++) {
                    x = 0.5 * (x + p / x);
                  }
                  return x;
                }
                @Differentiable
                static double slope(double p) { return ModelDerivatives.rootGradient(1, p).p(); }
                @Differentiable
                static double curvature(double p) { return ModelDerivatives.slopeJvp(p, 1); }
                static double[] run() {
                  var gradient = ModelDerivatives.rootGradient(1, 4);
                  return new double[] {
                    gradient.low() + 1, 4 * gradient.p(), 4 * slope(4),
                    -32 * ModelDerivatives.slopeGradient(4), -32 * ModelDerivatives.slopeJvp(4, 1),
                    -32 * ModelDerivatives.rootHvp(1, 0, 4, 1).p(), -32 * ModelDerivatives.rootHessian(1, 4)[1][1],
                    256. / 3 * ModelDerivatives.curvatureGradient(4), 256. / 3 * ModelDerivatives.curvatureJvp(4, 1)};
                }
                """);
        assertThat(numbers).containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, within(1e-14));
    }

    /** A place of a minimum is a root of the gradient, which is a derivative itself. */
    @Test
    void placeOfAMinimum() throws Exception {
        Gradients.model(folder, """
                @Differentiable(wrt = "u")
                static double loss(double[] u, double[] p) {
                  double a = u[0] - p[0];
                  double b = u[0] * p[1] + u[1] - p[2];
                  return a * a + b * b + 0.1 * u[1] * u[1] * u[1] * u[1];
                }
                @Differentiable(wrt = "u")
                static double[] slope(double[] u, double[] p) { return ModelDerivatives.lossGradient(u, p); }
                @RootOf("slope")
                static double[] minimum(double[] p) {
                  double[] u = {0.5, 0.5};
                  for (int i = 0; i < 2000; i++) {
                    double[] g = slope(u, p);
                    u[0] -= 0.1 * g[0];
                    u[1] -= 0.1 * g[1];
                  }
                  return u;
                }
                @Differentiable
                static double f(double[] x) {
                  double[] u = minimum(x);
                  return u[0] * u[1] + x[2] * u[1];
                }
                """);
    }

    /** Parameters in the fields of an object, which the equations read. */
    @Test
    void searchOfAnObject() throws Exception {
        Gradients.model(folder, """
                static final class Spring {
                  final double k;
                  final double cubic;
                  Spring(double k, double cubic) { this.k = k; this.cubic = cubic; }
                  @Differentiable(wrt = "x")
                  double excess(double x, double load) { return k * x + cubic * x * x * x - load; }
                  @RootOf("excess")
                  double length(double load) {
                    double x = 0;
                    for (int i = 0; i < 40; i++) {
                      x -= excess(x, load) / (k + 3 * cubic * x * x);
                    }
                    return x;
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  Spring spring = new Spring(x[0], x[1]);
                  double length = spring.length(x[2]);
                  return length * length + spring.length(length * x[0]);
                }
                """);
    }

    @Test
    void whatTheSearchGetsWrongIsSaidWhenItRuns() throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source("""
                @Differentiable(wrt = "u")
                static double[] excess(double[] u, double[] p) { return new double[] {u[0] * u[0] - p[0]}; }
                @RootOf("excess")
                static double[] early(double[] start, double[] p) {
                  return new double[] {0.5 * (start[0] + p[0] / start[0])};
                }
                @RootOf("excess")
                static double[] inPlace(double[] start, double[] p) {
                  for (int i = 0; i < 50; i++) {
                    start[0] = 0.5 * (start[0] + p[0] / start[0]);
                  }
                  return start;
                }
                @Differentiable
                static double f(double[] x) { return early(new double[] {1}, x)[0]; }
                @Differentiable
                static double g(double[] x) { return inPlace(new double[] {1}, x)[0]; }
                @Differentiable(wrt = "u")
                static double touching(double u, double p) { return p * (u - 1) * (u - 1); }
                @RootOf("touching")
                static double one(double p) { return 1; }
                @Differentiable
                static double h(double x) { return one(x) * x; }
                static void runF() { ModelDerivatives.fGradient(new double[] {4}); }
                static void runG() { ModelDerivatives.gGradient(new double[] {4}); }
                static void runH() { ModelDerivatives.hJvp(4, 1); }
                """));
        assertThat(project.differentiate()).isEmpty();
        Class<?> model = project.load().loadClass("demo.Model");
        assertThatThrownBy(() -> Gradients.method(model, "runF").invoke(null))
                .rootCause()
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "what Model.early found is no root of Model.excess: component 0 is 2.5 with a residual of 2.25,"
                                + " and the tolerance is 1.0E-9. Its derivative would be wrong. Search longer, give the annotation"
                                + " a larger tolerance, or remove it: then the steps of the search are differentiated.");
        assertThatThrownBy(() -> Gradients.method(model, "runG").invoke(null))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Model.inPlace writes into an array that is passed to it, whose derivative would be lost. Let"
                                + " it write into a copy, or remove its annotation: then its steps are differentiated.");
        assertThatThrownBy(() -> Gradients.method(model, "runH").invoke(null))
                .rootCause()
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("∂Model.touching/∂u is singular at what Model.one found, u[0] = 1.0, so the solution has no"
                        + " derivative. Give equations with an isolated solution, or remove the annotation: then the steps"
                        + " of the search are differentiated.");
    }

    @Test
    void companionOfAnotherVersion() throws Exception {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledSolution] an active value is passed to Search.root, which is annotated as the
                  //   search for a solution, but the companion of its class has no derivative of that. Compile
                  //   its class with the annotation processor of this version.
                  return Search.root(x[0]);
                }
                """);
        UserProject project = new UserProject(folder).compile(model, """
                // demo/Search.java
                package demo;
                import org.atled.*;
                final class Search {
                  @Differentiable(wrt = "x") static double square(double x, double p) { return x * x - p; }
                  @RootOf("square") static double root(double p) { return Math.sqrt(p); }
                }
                """);
        Reports.check(project.remove("demo/SearchDerivatives"), model);
    }
}
