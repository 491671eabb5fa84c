package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives of methods of objects, and by objects, that are called inside of differentiated methods. */
class NestedObjectsTest {
    private static final String SPRING = """
            static final class Spring {
              double k;
              final double[] cubic;
              Spring(double k, double[] cubic) { this.k = k; this.cubic = cubic; }
              @Differentiable
              double energy(double[] q) {
                double sum = 0;
                for (int i = 0; i < q.length; i++) {
                  sum += cubic[i] * q[i] * q[i] * q[i] + k * k * q[i] * q[i];
                }
                return sum;
              }
              @Differentiable(wrt = "q")
              double potential(double[] q) { return energy(q); }
            }
            """;

    @TempDir
    Path folder;

    /** The force is −∇V of an object whose fields depend on what is differentiated by. */
    @Test
    void potentialOfAnObjectInASimulation() throws Exception {
        Gradients.model(folder, SPRING + """
                @Differentiable
                static double f(double[] x) {
                  Spring spring = new Spring(x[0], new double[] {x[1], x[2]});
                  double[] q = {0.5, x[1]};
                  double[] p = {x[2], 0.1};
                  double[] force = new double[2];
                  for (int step = 0; step < 6; step++) {
                    double[] gradient = Model_SpringDerivatives.potentialGradient(spring, q);
                    Model_SpringDerivatives.potentialGradient(spring, q, force);
                    for (int i = 0; i < 2; i++) {
                      p[i] -= 0.05 * (gradient[i] + force[i]);
                      q[i] += 0.1 * p[i];
                    }
                  }
                  return q[0] * q[1] + p[0] + Model_SpringDerivatives.potentialJvp(spring, q, p);
                }
                """);
    }

    /** Which potential it is, the class of the object decides. */
    @Test
    void potentialsOfSeveralClasses() throws Exception {
        Gradients.model(folder, """
                interface Potential {
                  @Differentiable(wrt = "q") double energy(double q);
                }
                record Harmonic(double k) implements Potential {
                  public double energy(double q) { return 0.5 * k * q * q; }
                }
                record Wave(double a, double b) implements Potential {
                  public double energy(double q) { return a * Math.sin(b * q); }
                }
                @Differentiable
                static double f(double[] x) {
                  double sum = 0;
                  for (Potential each : new Potential[] {new Harmonic(x[0]), new Wave(x[1], x[2])}) {
                    sum += Model_PotentialDerivatives.energyGradient(each, x[2] * x[0])
                        * Model_PotentialDerivatives.energyJvp(each, x[1], x[0]);
                  }
                  return sum;
                }
                """);
    }

    /** The gradient by an object is a tangent, whose numbers are read. */
    @Test
    void tangentsThatAreReadAfterwards() throws Exception {
        Gradients.model(folder, SPRING + """
                @Differentiable
                static double f(double[] x) {
                  Spring spring = new Spring(x[0], new double[] {x[1], x[2]});
                  var gradient = Model_SpringDerivatives.energyGradient(spring, new double[] {x[0], x[1] * x[2]});
                  double[] cubic = gradient.spring().cubic();
                  return gradient.spring().k() * gradient.q()[0] + cubic[0] * cubic[1] * gradient.q()[1];
                }
                """);
    }

    @Test
    void tangentsThatArePassed() throws Exception {
        Gradients.model(folder, SPRING + """
                @Differentiable
                static double f(double[] x) {
                  Spring spring = new Spring(x[0], new double[] {x[1], x[2]});
                  var tangent = Model_SpringDerivatives.SpringTangent.zerosLike(spring);
                  tangent.k(x[1] * x[0]);
                  tangent.cubic()[1] = x[2];
                  double[] q = {x[0], x[1]};
                  double slope = Model_SpringDerivatives.energyJvp(spring, tangent, q, new double[] {x[2], x[0]});
                  double[] gradient = new double[2];
                  double value = Model_SpringDerivatives.energyGradient(spring, q, tangent, gradient);
                  return slope * value + tangent.k() * gradient[1] + tangent.cubic()[0] * x[2];
                }
                """);
    }

    /** The gradient by a record is such a record, nested ones and arrays in it included. */
    @Test
    void recordsOfGradients() throws Exception {
        Gradients.model(folder, """
                record Inner(double c, Double d) { }
                record Params(double a, double[] b, Inner inner, String name) { }
                @Differentiable
                static double g(Params p, double x) {
                  return Math.sin(p.a() * x) * p.b()[0] + p.b()[1] * p.inner().c() * x * x + p.inner().d() * p.a() * x;
                }
                @Differentiable
                static double f(double[] x) {
                  Params p = new Params(x[0], new double[] {x[1], x[0]}, new Inner(x[2], x[1]), "p");
                  var gradient = ModelDerivatives.gGradient(p, x[1]);
                  Params by = gradient.p();
                  return gradient.x() * by.a() + by.b()[0] * by.inner().c() + by.inner().d() * by.b()[1];
                }
                """);
    }

    @Test
    void recordsAsDirections() throws Exception {
        Gradients.model(folder, """
                record Inner(double c) { }
                record Params(double a, Inner inner) { }
                @Differentiable
                static double g(Params p, double x) { return Math.sin(p.a() * x) * p.inner().c() * p.a(); }
                @Differentiable
                static double f(double[] x) {
                  Params p = new Params(x[0], new Inner(x[2]));
                  return ModelDerivatives.gJvp(p, new Params(x[1], new Inner(x[0] * x[2])), x[1], x[2]);
                }
                """);
    }

    /** The second derivative of a derivative by an object. */
    @Test
    void thirdOrder() throws Exception {
        Gradients.model(folder, """
                record Wave(double a, double b) {
                  @Differentiable(wrt = "q") double energy(double q) { return a * Math.sin(b * q); }
                  @Differentiable(wrt = "q") double force(double q) { return -Model_WaveDerivatives.energyGradient(this, q); }
                }
                @Differentiable
                static double f(double[] x) {
                  Wave wave = new Wave(x[0], x[1]);
                  return Model_WaveDerivatives.forceGradient(wave, x[2]) + Model_WaveDerivatives.forceJvp(wave, x[2], x[1]);
                }
                """);
    }

    @Test
    void whatIsNotFollowedIsSaidWhenItRuns() throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source(SPRING + """
                record Params(double a, double[] b, List<Double> more) { }
                @Differentiable
                static double g(Params p) { return p.a() * p.b()[0] * p.more().get(0); }
                @Differentiable
                static double sharing(double x) {
                  double[] both = {x};
                  return Model_SpringDerivatives.potentialGradient(new Spring(x, both), both)[0];
                }
                @Differentiable
                static double list(double x) {
                  return ModelDerivatives.gGradient(new Params(x, new double[] {x}, List.of(x))).a();
                }
                @Differentiable
                static double direction(double x) {
                  Params p = new Params(x, new double[] {x}, List.of(2.0));
                  return ModelDerivatives.gJvp(p, new Params(x, new double[] {1}, List.of(0.0)));
                }
                static void runSharing() { ModelDerivatives.sharingGradient(2); }
                static void runList() { ModelDerivatives.listGradient(2); }
                static void runDirection() { ModelDerivatives.directionJvp(2, 1); }
                """));
        assertThat(project.differentiate()).isEmpty();
        Class<?> model = project.load().loadClass("demo.Model");
        assertThatThrownBy(() -> Gradients.method(model, "runSharing").invoke(null))
                .rootCause()
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "two arguments of a derivative that is differentiated again share an array or object. Pass a"
                                + " copy of it for one of them.");
        assertThatThrownBy(() -> Gradients.method(model, "runList").invoke(null))
                .rootCause()
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("a derivative by a record that holds a java.util.")
                .hasMessageEndingWith(" is differentiated again, and that is not followed. Let the record hold numbers,"
                        + " arrays of numbers and such records, or make it a class.");
        assertThatThrownBy(() -> Gradients.method(model, "runDirection").invoke(null))
                .rootCause()
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("a tangent or cotangent that is, or holds, a double[] is passed to a derivative"
                        + " that is differentiated again, and that is not followed.");
    }

    @Test
    void cotangentsThatAreObjectsAndGradientsThatAreLists() throws Exception {
        Reports.model(folder, """
                record Pair(double a, double b) { }
                @Differentiable
                static Pair pair(double x) { return new Pair(x * x, Math.sin(x)); }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledNestedDerivative] an active value is passed to the derivative
                  //   ModelDerivatives.pairVjp, which cannot be differentiated there. Write the inner derivative
                  //   out, or keep it out of a differentiated method.
                  return ModelDerivatives.pairVjp(x[0], new Pair(x[1], x[2]));
                }
                @Differentiable
                static double sum(List<Pair> pairs) { return pairs.get(0).a() * pairs.get(1).b(); }
                @Differentiable
                static double g(double[] x) {
                  List<Pair> pairs = List.of(new Pair(x[0], x[1]), new Pair(x[1], x[2]));
                  // error: [AtledNestedDerivative] an active value is passed to the derivative
                  //   ModelDerivatives.sumGradient, which cannot be differentiated there. Write the inner
                  //   derivative out, or keep it out of a differentiated method.
                  return ModelDerivatives.sumGradient(pairs).get(0).a();
                }
                """);
    }
}
