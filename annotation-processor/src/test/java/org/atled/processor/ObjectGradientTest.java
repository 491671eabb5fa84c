package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.atled.ScalarFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated derivatives by objects, over derivative code written by hand. */
final class ObjectGradientTest {
    private static final String METHODS = """
            package demo;
            import java.util.*;
            import org.atled.*;
            public final class Spring {
              double k; Spring next; double[] buffer = new double[2];
              public Spring(double k) { this.k = k; }
              public record Params(double a, double[] b, String name) {}
              /** k x[0]^2. */
              @Differentiable double energy(double[] x) { return k * x[0] * x[0]; }
              @Differentiable(wrt = "x") double loss(double[] x) { return k * x[0] * x[0]; }
              /** a b[0] and the sum of w. */
              @Differentiable static double cost(Params p, List<Double> w) { return p.a() * p.b()[0] + w.get(0); }
              /** a times h. */
              @Differentiable static Params scaled(Params p, double h) { return new Params(p.a() * h, p.b(), p.name()); }
              /** k += h. */
              @Differentiable void stiffen(double h) { k += h; }
            }
            """;
    private static final String CORES = """
            package demo;
            import java.util.*;
            import org.atled.runtime.*;
            final class Cores {
              static double energy$reverse(Spring s, Object sS, double[] x, double[] xS, double c, boolean accumulate, Tape t) {
                Cotangents.clear(sS, accumulate);
                Cotangents.clear(xS, accumulate);
                ((Shadow) sS).numbers[0] += c * x[0] * x[0];
                xS[0] += 2 * c * s.k * x[0];
                return s.k * x[0] * x[0];
              }
              static double energy$forward(Spring s, Object sS, double[] x, double[] xS, Tape t) {
                t.returnedDouble = ((Shadow) sS).numbers[0] * x[0] * x[0] + 2 * s.k * x[0] * xS[0];
                return s.k * x[0] * x[0];
              }
              static double loss$reverse(Spring s, Object sS, double[] x, double[] xS, double c, boolean accumulate, Tape t) {
                return energy$reverse(s, sS, x, xS, c, accumulate, t);
              }
              static double cost$reverse(Spring.Params p, Object pS, List<Double> w, Object wS, double c, boolean accumulate, Tape t) {
                Shadow shadow = (Shadow) pS;
                shadow.numbers[0] += c * p.b()[0];
                ((double[]) shadow.references[0])[0] += c * p.a();
                ((double[]) ((List<?>) wS).get(0))[0] += c;
                return p.a() * p.b()[0] + w.get(0);
              }
              static Spring.Params scaled$forward(Spring.Params p, Object pS, double h, double hT, Tape t) {
                Shadow shadow = (Shadow) pS;
                Shadow result = new Shadow(1, 2);
                result.numbers[0] = shadow.numbers[0] * h + p.a() * hT;
                result.references[0] = shadow.references[0];
                t.returnedShadow = result;
                return new Spring.Params(p.a() * h, p.b(), p.name());
              }
              static Spring.Params scaled$reverse(Spring.Params p, Object pS, double h, Object seed, boolean accumulate, Tape t) {
                Shadow shadow = (Shadow) pS;
                shadow.numbers[0] += ((Shadow) seed).numbers[0] * h;
                Cotangents.seed(shadow.references[0], ((Shadow) seed).references[0]);
                t.pushDouble(((Shadow) seed).numbers[0] * p.a());
                Cotangents.clear(seed, false);
                return new Spring.Params(p.a() * h, p.b(), p.name());
              }
              static void stiffen$reverse(Spring s, Object sS, double h, boolean accumulate, Tape t) {
                s.k += h;
                t.pushDouble(((Shadow) sS).numbers[0]);
              }
            }
            """;
    private static final String USE = """
            package demo;
            import java.util.*;
            public final class Use {
              static String energy() {
                Spring s = new Spring(3);
                s.next = s;
                double[] x = {2};
                SpringDerivatives.EnergyGradient g = SpringDerivatives.energyGradient(s, x);
                SpringDerivatives.SpringTangent direction = SpringDerivatives.SpringTangent.zerosLike(s).k(1);
                return g.spring() + " " + g.spring().equals(g.spring().next()) + " " + g.x()[0] + " "
                    + SpringDerivatives.energyJvp(s, direction, x, new double[] {1}) + " "
                    + SpringDerivatives.energyJvp(s, null, x, new double[] {1});
              }
              static String into() {
                Spring s = new Spring(3);
                double[] xGradient = {99};
                SpringDerivatives.SpringTangent gradient = SpringDerivatives.SpringTangent.zerosLike(s).k(99);
                double value = SpringDerivatives.energyGradient(s, new double[] {2}, gradient, xGradient);
                return value + " " + gradient.k() + " " + xGradient[0];
              }
              static String cost() {
                Spring.Params p = new Spring.Params(2, new double[] {3}, "name");
                SpringDerivatives.CostValueAndGradient g = SpringDerivatives.costValueAndGradient(p, List.of(1.0, 1.0));
                return g.value() + " " + g.p().a() + " " + g.p().b()[0] + " " + g.p().name() + " " + g.w();
              }
              static String scaled() {
                Spring.Params p = new Spring.Params(2, new double[] {3}, "name");
                Spring.Params tangent = SpringDerivatives.scaledJvp(p, new Spring.Params(1, new double[] {5}, null), 4, 1);
                Spring.Params seed = new Spring.Params(1, new double[] {7}, null);
                SpringDerivatives.ScaledVjp g = SpringDerivatives.scaledVjp(p, 4, seed);
                return tangent.a() + " " + tangent.b()[0] + " " + tangent.name() + " " + g.p().a() + " " + g.p().b()[0]
                    + " " + g.h() + " " + seed.b()[0];
              }
              static String stiffen() {
                Spring s = new Spring(3);
                SpringDerivatives.SpringTangent seed = SpringDerivatives.SpringTangent.zerosLike(s).k(2);
                return SpringDerivatives.stiffenVjp(s, seed, 1) + " " + s.k + " " + seed.k();
              }
              static void foreign() {
                SpringDerivatives.energyJvp(new Spring(1), null, new double[1], new double[2]);
              }
              static void misfit() {
                SpringDerivatives.scaledVjp(new Spring.Params(2, new double[1], ""), 4, new Spring.Params(1, new double[2], null));
              }
            }
            """;

    @TempDir
    static Path folder;

    private static Calls use;
    private static Calls spring;
    private static Class<?> type;

    @BeforeAll
    static void compile() throws IOException, ClassNotFoundException {
        Compiling compiling = new Compiling(folder).compile(METHODS, CORES, USE);
        assertThat(compiling.complaints()).isEmpty();
        Class<?> loaded = compiling.load("demo.Use");
        use = new Calls(loaded);
        spring = new Calls(Class.forName("demo.SpringDerivatives", true, loaded.getClassLoader()));
        type = Class.forName("demo.Spring", true, loaded.getClassLoader());
    }

    @Test
    void tangentsShowTheDerivativeByAnObject() throws Throwable {
        assertThat(use.call("energy")).isEqualTo("SpringTangent[k=4.0, next=…, buffer=[0.0, 0.0]] true 12.0 16.0 12.0");
    }

    @Test
    void tangentsGivenAreOverwritten() throws Throwable {
        assertThat(use.call("into")).isEqualTo("12.0 4.0 12.0");
    }

    @Test
    void recordsAndListsHaveDerivativesLikeThem() throws Throwable {
        assertThat(use.call("cost")).isEqualTo("7.0 3.0 2.0 name [1.0, 0.0]");
    }

    @Test
    void resultsCanBeRecords() throws Throwable {
        assertThat(use.call("scaled")).isEqualTo("6.0 5.0 name 4.0 7.0 2.0 7.0");
    }

    @Test
    void seedsStandInTangents() throws Throwable {
        assertThat(use.call("stiffen")).isEqualTo("2.0 4.0 2.0");
    }

    @Test
    void anObjectThatIsConstantIsBound() throws Throwable {
        Object object = type.getConstructor(double.class).newInstance(3.0);
        ScalarFunction loss = (ScalarFunction) spring.call("loss", object);
        double[] gradient = {99};
        assertThat(loss.value(new double[] {2})).isEqualTo(12);
        assertThat(loss.gradient(new double[] {2}, gradient)).isEqualTo(12);
        assertThat(gradient).containsExactly(12);
        assertThat((double[]) spring.call("lossGradient", object, new double[] {2}))
                .containsExactly(12);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> use.call("foreign"))
                .withMessage("xTangent has length 2, but x has length 1: pass an array of length 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> use.call("misfit"))
                .withMessage("yCotangent.b has length 2, but the result.b has length 1: pass an array of length 1.");
    }
}
