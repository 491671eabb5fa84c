package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companions of methods on objects: what is generated compiles without a warning and has the signatures documented. */
final class ObjectSourceTest {
    @TempDir
    Path folder;

    private Compiling compile(String... sources) throws IOException {
        Compiling compiling = new Compiling(folder).compile(sources);
        assertThat(compiling.complaints()).isEmpty();
        return compiling;
    }

    @Test
    void everyKindOfObject() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import java.util.*;
                import java.util.function.*;
                import org.atled.*;
                public class Chain<T> {
                  public record Inner(double k, int n) {}
                  public record Params(double alpha, double[] beta, Inner inner, List<Double> weights, String name) {}
                  public record State(double t, Particle particle) {}
                  public interface Force { double at(double x); }
                  static final class Spring implements Force {
                    private double k; float damping;
                    public double at(double x) { return -k * x; }
                  }
                  public static class Particle { double[] x, v; double mass; Force force; Particle next; List<Particle> others; Map<String, double[]> named; Spring[] springs; Double boxed; }
                  static final class Charged extends Particle { double mass; double hashCode; Inner inner; }
                  private double scale; private double[] buffer; T payload; @NoDerivative double[] data; int n; static double shared;

                  @Differentiable public double energy(Particle[] particles, Params p, double h, double[] x) { return 0; }
                  @Differentiable(wrt = "x") double loss(double[] x, @NoDerivative double[] t) { return 0; }
                  @Differentiable(wrt = {"this", "x"}) double own(double[] x, Force f, DoubleUnaryOperator g) { return 0; }
                  @Differentiable static double lists(List<Double> a, Map<String, Double> b, List<double[]> c, Map<Integer, Particle> d, Collection<Params> e, Double f, Double[] g, Params[] h, List<List<Double>> i) { return 0; }
                  @Differentiable static double one(Params p) { return 0; }
                  @Differentiable static <P extends Particle> double bounded(P p, P[] ps) { return 0; }
                  @Differentiable double nothing() { return 0; }
                  @Differentiable private double secret(State s) { return 0; }
                  @Differentiable(wrt = "x") private double secretLoss(double[] x) { return 0; }
                  @Differentiable void step(double h, Params p, List<Double> w, double[][] rows) { }
                  @Differentiable double[] model(Params p, double[] x) { return x; }
                  @Differentiable(wrt = "x") double[] residuals(double[] x) { return x; }
                  @Differentiable static Params next(Params p, double h) { return p; }
                  @Differentiable Particle move(double h) { return null; }
                  @Differentiable static Double boxed(double x) { return x; }
                  @Differentiable static List<Double> list(double x) { return null; }
                  @Differentiable static double call(DoubleUnaryOperator f, ToDoubleFunction<double[]> g, double x) { return 0; }
                }
                """);
        String companion = compiling.generated("demo.ChainDerivatives").replace("java.lang.", "");
        assertThat(companion)
                .contains(
                        "public static <T extends Object> EnergyGradient energyGradient(demo.Chain<T> chain,"
                                + " demo.Chain.Particle[] particles, demo.Chain.Params p, double h, double[] x)",
                        "public record EnergyGradient(ChainTangent chain, ParticleTangent[] particles,"
                                + " demo.Chain.Params p, double h, double[] x)",
                        "double lossGradient(demo.Chain<T> chain, double[] x, double[] t, double[] xGradient)",
                        "ScalarFunction loss(demo.Chain<T> chain, double[] t)",
                        "double ownGradient(demo.Chain<T> chain, double[] x, demo.Chain.Force f,"
                                + " java.util.function.DoubleUnaryOperator g, ChainTangent chainGradient,"
                                + " double[] xGradient)",
                        "record ListsGradient(java.util.List<Double> a, java.util.Map<String, Double> b,"
                                + " java.util.List<double[]> c, java.util.Map<Integer, ParticleTangent> d,"
                                + " java.util.List<demo.Chain.Params> e, Double f, Double[] g, demo.Chain.Params[] h,"
                                + " java.util.List<java.util.List<Double>> i)",
                        "demo.Chain.Params oneGradient(demo.Chain.Params p)",
                        "record OneValueAndGradient(double value, demo.Chain.Params p)",
                        "StepVjp stepVjp(demo.Chain<T> chain, ChainTangent chainCotangent, double h,"
                                + " demo.Chain.Params p, demo.Chain.Params pCotangent, java.util.List<Double> w,"
                                + " java.util.List<Double> wCotangent, double[][] rows, double[][] rowsCotangent)",
                        "demo.Chain.Params nextJvp(demo.Chain.Params p, demo.Chain.Params pTangent, double h,"
                                + " double hTangent)",
                        "NextVjp nextVjp(demo.Chain.Params p, double h, demo.Chain.Params yCotangent)",
                        "double callGradient(",
                        "private static <T extends Object> double energy$reverse(demo.Chain<T> chain, Object"
                                + " chainShadow, demo.Chain.Particle[] particles, Object[] particlesShadow,"
                                + " demo.Chain.Params p, Object pShadow, double h, double[] x, double[] xShadow,"
                                + " double resultCotangent, boolean accumulate, Tape tape)",
                        "private static demo.Chain.Params next$reverse(demo.Chain.Params p, Object pShadow, double h,"
                                + " Object resultCotangent, boolean accumulate, Tape tape)")
                .doesNotContain("callJvp(java.util.function.DoubleUnaryOperator f, Object");
        assertThat(tangent(compiling, "Particle"))
                .containsExactlyInAnyOrder(
                        "x", "v", "mass", "mass", "force", "next", "others", "named", "springs", "boxed");
        assertThat(tangent(compiling, "Charged")).contains("mass", "mass2", "hashCode2", "inner", "x");
        assertThat(tangent(compiling, "Chain")).containsExactlyInAnyOrder("scale", "scale", "buffer");
    }

    /** The accessors of a tangent class, setters too. */
    private static List<String> tangent(Compiling compiling, String name) throws IOException {
        try {
            return Arrays.stream(compiling
                            .load("demo.ChainDerivatives$" + name + "Tangent")
                            .getDeclaredMethods())
                    .map(Method::getName)
                    .filter(method -> !Set.of("of", "show", "zerosLike", "shadow", "equals", "hashCode", "toString")
                            .contains(method))
                    .filter(method -> !method.startsWith("lambda$"))
                    .toList();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    @Test
    void interfacesAbstractClassesAndLibraries() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                public sealed interface Force permits Spring, Gravity {
                  @Differentiable double at(double x);
                  @Differentiable(wrt = "this") default double twice(double x) { return 2 * at(x); }
                }
                """, """
                package demo;
                final class Spring implements Force { double k; public double at(double x) { return -k * x; } }
                """, """
                package demo;
                non-sealed abstract class Gravity implements Force {
                  private static final class Hidden { double secret; }
                  double g; Hidden hidden;
                  @org.atled.Differentiable abstract double weight(org.atled.runtime.Shadow library, Gravity self);
                }
                """, """
                package demo;
                public class Outer<A> {
                  public class Inner<B> { double x; @org.atled.Differentiable(wrt = "this") public double f(B b) { return x; } }
                  enum Kind { ONE; double rate; @org.atled.Differentiable double f(double x) { return rate * x; } }
                }
                """);
        assertThat(compiling.generated("demo.ForceDerivatives"))
                .contains(
                        "public static AtGradient atGradient(demo.Force force, double x)",
                        "public static ForceTangent twiceGradient(demo.Force force, double x)",
                        "class SpringTangent",
                        "class GravityTangent",
                        "class HiddenTangent")
                .doesNotContain("zerosLike(demo.Gravity.Hidden");
        assertThat(compiling.generated("demo.GravityDerivatives"))
                .contains("(demo.Gravity gravity, org.atled.runtime.Shadow library, demo.Gravity self)");
        assertThat(compiling.generated("demo.Outer_InnerDerivatives"))
                .contains("InnerTangent zerosLike(demo.Outer<?>.Inner<?> object)");
        assertThat(compiling.generated("demo.Outer_KindDerivatives"))
                .contains("double fGradient(demo.Outer.Kind kind, double x)");
    }
}
