package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives that are called inside of differentiated methods, in all combinations of the modes. */
class NestedDerivativesTest {
    @TempDir
    Path folder;

    /** D(x → x·D(y → x + y)(1)): a tool that confuses the two directions gives 2. */
    @Test
    void noConfusionOfDirections() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double inner(double y, @NoDerivative double x) { return x + y; }
                @Differentiable
                static double f(double[] x) {
                  return x[0] * ModelDerivatives.innerGradient(1, x[0]) + x[1] * ModelDerivatives.innerJvp(x[2], 1, x[1]);
                }
                """);
    }

    @Test
    void productWithTheOuterVariable() throws Exception {
        Gradients.model(folder, """
                @Differentiable(wrt = "y")
                static double inner(double y, double x) { return x * y * y; }
                @Differentiable
                static double f(double[] x) {
                  return x[0] * ModelDerivatives.innerGradient(2, x[0]) * ModelDerivatives.innerJvp(x[1], x[2], x[0]);
                }
                """);
    }

    @Test
    void gradientDescentInsideALoss() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double potential(double[] q) {
                  double sum = 0;
                  for (int i = 0; i < q.length; i++) {
                    sum += Math.exp(q[i]) * q[(i + 1) % q.length];
                  }
                  return sum;
                }
                @Differentiable
                static double f(double[] x) {
                  double[] q = x.clone();
                  for (int k = 0; k < 3; k++) {
                    double[] gradient = ModelDerivatives.potentialGradient(q);
                    for (int i = 0; i < q.length; i++) {
                      q[i] -= 0.05 * gradient[i];
                    }
                  }
                  return potential(q);
                }
                """);
    }

    @Test
    void forcesOfAPotential() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double potential(double[] q) { return -1 / Math.sqrt(q[0] * q[0] + q[1] * q[1]); }
                @Differentiable
                static double f(double[] x) {
                  double[] q = {x[0], x[1]};
                  double[] p = {0, x[2]};
                  double[] force = new double[2];
                  for (int step = 0; step < 20; step++) {
                    ModelDerivatives.potentialGradient(q, force);
                    for (int i = 0; i < 2; i++) {
                      p[i] -= 0.02 * force[i];
                      q[i] += 0.02 * p[i];
                    }
                  }
                  return q[0] * q[0] + 3 * q[1] + p[0] * p[1];
                }
                """);
    }

    @Test
    void newtonIteration() throws Exception {
        Gradients.model(folder, """
                @Differentiable(wrt = "x")
                static double residual(double x, double a) { return x * x - a; }
                @Differentiable
                static double f(double[] x) {
                  double root = x[1];
                  for (int i = 0; i < 8; i++) {
                    root -= residual(root, x[0]) / ModelDerivatives.residualGradient(root, x[0]);
                  }
                  return root + x[2];
                }
                """);
    }

    @Test
    void jacobianAndVectorProducts() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double[] map(double[] q) { return new double[] {q[0] * q[1], Math.sin(q[1]) * q[2]}; }
                @Differentiable
                static double f(double[] x) {
                  double[] pushed = ModelDerivatives.mapJvp(x, new double[] {x[1], x[2], x[0]});
                  double[] pulled = ModelDerivatives.mapVjp(x, new double[] {x[2], x[0] * x[1]});
                  return pushed[0] * pulled[1] + pushed[1] * pulled[2];
                }
                """);
    }

    @Test
    void thirdOrder() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double cube(double y) { return Math.exp(y) * y * y; }
                @Differentiable
                static double slope(double y) { return ModelDerivatives.cubeGradient(y); }
                @Differentiable
                static double curvature(double y) { return ModelDerivatives.slopeJvp(y, 1); }
                @Differentiable
                static double f(double[] x) {
                  return curvature(x[0]) * x[1] + ModelDerivatives.curvatureGradient(x[2] * x[1]);
                }
                """);
    }

    @Test
    void ofOneThatCallsHelpersInALoop() throws Exception {
        Gradients.model(folder, """
                static double step(double[] state, double h) {
                  double norm = 0;
                  for (int i = 0; i < state.length; i++) {
                    state[i] += h * Math.sin(state[(i + 1) % state.length]) * state[i];
                    norm += state[i] * state[i];
                  }
                  return norm > 1e9 ? 0 : Math.sqrt(norm);
                }
                @Differentiable
                static double run(double[] q) {
                  double[] state = q.clone();
                  double sum = 0;
                  for (int k = 0; k < 4; k++) {
                    sum += step(state, 0.1) * k;
                  }
                  return sum;
                }
                @Differentiable
                static double f(double[] x) {
                  double[] gradient = ModelDerivatives.runGradient(x);
                  return gradient[0] * gradient[1] + gradient[2];
                }
                """);
    }

    /** The build of the inner derivative refuses it, and so must a derivative that contains the inner one. */
    @Test
    void implementationThatCannotBeDifferentiated() throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source("""
                interface Force { double f(double x); }
                record Cubic(double k) implements Force { public double f(double x) { return k * x * x * x; } }
                record Bits() implements Force {
                  public double f(double x) { return Double.longBitsToDouble(Double.doubleToLongBits(x * x)); }
                }
                @Differentiable(wrt = "x")
                static double inner(double x, double scale, boolean isKnown) {
                  Force force = isKnown ? new Cubic(2) : new Bits();
                  return scale * force.f(x);
                }
                @Differentiable
                static double outer(double x, boolean isKnown) {
                  return x * ModelDerivatives.innerGradient(x, x, isKnown);
                }
                @Differentiable
                static double byScale(double scale, boolean isKnown) {
                  return ModelDerivatives.innerJvp(1.5, 1, scale, isKnown);
                }
                static double[] use(double x, boolean isKnown) {
                  return new double[] {
                    ModelDerivatives.outerGradient(x, isKnown),
                    ModelDerivatives.outerJvp(x, 1, isKnown),
                    ModelDerivatives.byScaleGradient(x, isKnown),
                    ModelDerivatives.byScaleJvp(x, 1, isKnown)};
                }
                static void scaled() { ModelDerivatives.byScaleGradient(2, false); }
                static void scaledForward() { ModelDerivatives.byScaleJvp(2, 1, false); }
                """));
        assertThat(project.differentiate()).singleElement().satisfies(note -> {
            assertThat(note.tag()).isEqualTo("AtledImplementation");
            assertThat(note.line()).isEqualTo(11);
        });
        Class<?> model = project.load().loadClass("demo.Model");
        // x·x·(2x³)′ = 6x⁴, and 6·1.5²
        assertThat((double[]) Gradients.method(model, "use", double.class, boolean.class)
                        .invoke(null, 1.5, true))
                .containsExactly(24 * 1.5 * 1.5 * 1.5, 24 * 1.5 * 1.5 * 1.5, 13.5, 13.5);
        for (String each : List.of("scaled", "scaledForward")) {
            assertThatThrownBy(() -> Gradients.method(model, each).invoke(null))
                    .rootCause()
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageStartingWith("the derivative of demo.Model$Bits.f is not known");
        }
        assertThatThrownBy(() -> Gradients.method(model, "use", double.class, boolean.class)
                        .invoke(null, 1.5, false))
                .rootCause()
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** Batches run one set after the other inside of differentiated code. */
    @Test
    void batches() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double inner(double[] y, double k) { return k * Math.sin(y[0]) * y[1] + k * k * y[0]; }
                @Differentiable
                static double f(double[] x) {
                  double[][] y = {{x[0], x[1]}, {x[1] * x[2], x[0]}};
                  double[] k = {x[2], 2};
                  double[] values = new double[2];
                  double[][] gradients = new double[2][2];
                  double[] slopes = new double[2];
                  double sum = ModelDerivatives.innerGradientBatch(y, k, values, gradients, slopes);
                  return sum * values[1] + gradients[0][0] * gradients[1][1] + slopes[0] * slopes[1];
                }
                """);
    }

    @Test
    void batchesOfNewArrays() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double inner(double[] y) { return Math.sin(y[0]) * y[1]; }
                @Differentiable
                static double f(double[] x) {
                  double[][] y = {{x[0], x[1]}, {x[1] * x[2], x[0]}};
                  var batch = ModelDerivatives.innerGradientBatch(y);
                  return batch.values()[0] * batch.y()[1][0] + batch.values()[1] * batch.y()[0][1];
                }
                """);
    }
}
