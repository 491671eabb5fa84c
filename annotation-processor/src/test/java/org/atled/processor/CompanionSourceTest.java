package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated compiles, without a warning, for every kind of class and method, and can be called by name. */
final class CompanionSourceTest {
    @TempDir
    Path folder;

    private Compiling compile(String... sources) throws IOException {
        Compiling compiling = new Compiling(folder).compile(sources);
        assertThat(compiling.complaints()).isEmpty();
        return compiling;
    }

    @Test
    void mixedParametersOfEveryRank() throws IOException {
        compile("""
                package demo;
                import org.atled.*;
                final class Rich {
                  enum Kind { A, B }
                  @Differentiable static double a(double[] p, @NoDerivative double[] t, double[] q, double[] r, double k, float[] w, Kind kind) { return 0; }
                  @Differentiable static double b(double x) { return x; }
                  @Differentiable static float c(float x, float y) { return x; }
                  @Differentiable static double[] d(double[] p, @NoDerivative double[] t) { return p; }
                  @Differentiable static double[] e(double a, double[] p, double b, double[] q) { return p; }
                  @Differentiable static double[][] f(double[][] a, double[] p, double k, @NoDerivative double[][] c) { return a; }
                  @Differentiable static double g(double[][] a, double[] p, double k, @NoDerivative float[][] c) { return 1; }
                  @Differentiable static void h(double t, double[] u, double[] p, double[] du) { }
                  @Differentiable static void i(double[][] u, double s, float t, double[][][] p) { }
                  @Differentiable static float[] j(double x) { return null; }
                  @Differentiable static double[] k(double x) { return null; }
                  @Differentiable static float[][] l(float... x) { return null; }
                }
                """);
    }

    @Test
    void secondDerivativesOfEveryRank() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                public final class Curved {
                  @Differentiable(order = 2) static double a(double[] p, @NoDerivative double[] t, double[] q, double k, int n, double m) { return 0; }
                  @Differentiable(order = 2) static double b(double x) { return x; }
                  @Differentiable(order = 2) static float c(float x, float... y) { return x; }
                  @Differentiable(order = 2) static double d(double[][] a, double[] p, double k, @NoDerivative double[][] c) { return k; }
                  @Differentiable(order = 2) static double e(double x, float y) { return x; }
                  @Differentiable(order = 2) static double f(double[] hessian, double size, double[] column, double hessianGradient) { return 0; }
                  @Differentiable(order = 2) static double f(double[] x) throws java.io.IOException { return 0; }
                  @Differentiable(order = 2) private static <T extends Comparable<T>> double g(double[] x, @NoDerivative T t) { return 0; }
                  @Differentiable(order = 2, wrt = "p") double h(double[] p) { return 0; }
                  @Differentiable(order = 2) static double i(double[] x, double[] xTangent, double[] xHvp) { return 0; }
                }
                """);
        assertThat(compiling.generated("demo.CurvedDerivatives"))
                .contains(
                        "static double bHvp(double x, double xTangent)",
                        "static double bHvp(double x, double xTangent, double[] xGradient, double[] xHvp)",
                        "static double[][] bHessian(double x)",
                        "static double bHessian(double x, double[] xGradient, double[][] hessian)",
                        "static DHvp dHvp(",
                        "static EHvp eHvp(")
                .doesNotContain("double dHvp(", "dHessian(", "eHessian(");
    }

    @Test
    void taylorCoefficients() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                final class Smooth {
                  @Differentiable(taylor = true) static double a(double k, @NoDerivative double[] t, int n) { return 0; }
                  @Differentiable(taylor = true) static double a(double x, double y) throws java.io.IOException { return 0; }
                  @Differentiable(taylor = true, wrt = "p", order = 2) double b(double p, double value) { return 0; }
                }
                """);
        assertThat(compiling.generated("demo.SmoothDerivatives"))
                .contains(
                        "static double[] aTaylor(double k, double[] t, int n, int k2)",
                        "static double[] aTaylor(double x, double xTangent, double y, double yTangent, int k) throws java.io.IOException",
                        "static double[] bTaylor(demo.Smooth smooth, double p, double value, int k)");
    }

    @Test
    void namesThatGeneratedCodeWantsForItself() throws IOException {
        compile("""
                package demo;
                import org.atled.*;
                final class Tape {
                  @Differentiable static double f(double[] tape, int value, double[] shadows, double first) { return 0; }
                  @Differentiable static double[] g(double[] columns, double row, int i, int j, double[] first) { return null; }
                  @Differentiable static double h(double[] pGradient, double[] p, double pTangent, double[][] zeros) { return 0; }
                  @Differentiable static double[] y(double[] y, boolean accumulate, int code, int thrown) { return y; }
                  @Differentiable static double hashCode(double hashCode, double toString, double gradient) { return 0; }
                  @Differentiable static double f1(double[] gradient, int Core) { return 0; }
                  @Differentiable static double ö(double[] größe) { return 0; }
                }
                """);
    }

    @Test
    void genericMethodsAndClasses() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                import java.util.*;
                class Outer<A> {
                  class Inner {}
                  static final class Nested<B> {
                    @Differentiable(wrt = "p")
                    static <T extends Comparable<T> & Runnable, E extends Exception> float[] f(
                        T[] t, Map<? super T, ? extends List<?>> l, Outer<String>.Inner i, Map.Entry<T, int[]> e, float[] p, float k)
                        throws E, java.io.IOException { return null; }
                  }
                }
                """);
        assertThat(compiling.generated("demo.Outer_NestedDerivatives"))
                .contains("@Companion(of = \"demo.Outer$Nested\")")
                .contains(
                        "descriptor = \"([Ljava/lang/Comparable;Ljava/util/Map;Ldemo/Outer$Inner;Ljava/util/Map$Entry;[FF)[F\"")
                .contains("throws E, java.io.IOException");
    }

    @Test
    void hiddenMethodsAndClasses() throws IOException {
        compile("""
                import org.atled.*;
                class Unnamed {
                  @Differentiable private static double f(double[] p) { return 0; }
                  private static class Secret {
                    @Differentiable static double[] g(double[] p) { return p; }
                  }
                  interface Open { @Differentiable static double h(double x) { return x; } }
                  enum Choice { A; @Differentiable static double h(double x) { return x; } }
                  record Pair(double a) { @Differentiable static double h(double x) { return x; } }
                  static double use() {
                    return UnnamedDerivatives.fGradient(new double[1])[0] + Unnamed_SecretDerivatives.g().value(null)[0]
                        + Unnamed_OpenDerivatives.hGradient(1) + Unnamed_ChoiceDerivatives.hJvp(1, 1)
                        + Unnamed_PairDerivatives.hGradient(1);
                  }
                }
                """);
    }

    @Test
    void visibilityFollowsClassAndMethod() throws Exception {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                public final class Open {
                  @Differentiable public static double f(double x, double y) { return x; }
                  @Differentiable protected static double g(double x) { return x; }
                  @Differentiable private static double h(double x) { return x; }
                  static final class Closed { @Differentiable public static double f(double x) { return x; } }
                }
                """);
        Class<?> open = compiling.load("demo.OpenDerivatives");
        assertThat(Modifier.isPublic(open.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(
                        compiling.load("demo.Open_ClosedDerivatives").getModifiers()))
                .isFalse();
        assertThat(Arrays.stream(open.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrder("fGradient", "fGradient", "fJvp", "fGradientBatch", "fGradientBatch");
        assertThat(Modifier.isPublic(
                        compiling.load("demo.OpenDerivatives$FGradient").getModifiers()))
                .isTrue();
    }

    @Test
    void deprecatedMethods() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                final class Old {
                  @Deprecated(forRemoval = true) @Differentiable static double f(double[] p) { return 0; }
                  @Deprecated @Differentiable static double[] g(double[] p) { return p; }
                }
                """);
        assertThat(compiling.generated("demo.OldDerivatives")).contains("@Deprecated\n    static double[] fGradient");
    }

    @Test
    void elementsMayBeListedWhereThePrimalTakesThem() throws IOException {
        compile("""
                package demo;
                import org.atled.*;
                final class Many {
                  @Differentiable static double f(double... p) { return 0; }
                  @Differentiable static double g(double[] p, @NoDerivative double... t) { return 0; }
                  static double use(double[] p) {
                    return fGradient(1, 2)[0] + MayDo.go(p);
                  }
                  static double[] fGradient(double... p) { return ManyDerivatives.fGradient(1, 2, 3); }
                  static final class MayDo {
                    static double go(double[] p) { return ManyDerivatives.g(1, 2).value(p) + ManyDerivatives.gJvp(p, p, 1); }
                  }
                }
                """);
    }

    @Test
    void recordsOfMethodsThatDifferInCaseAreTwo() throws IOException {
        Compiling compiling = compile("""
                package demo;
                import org.atled.*;
                final class Cases {
                  @Differentiable static double f(double x, double y) { return x; }
                  @Differentiable static double F(double x, double y) { return x; }
                  @Differentiable static double f(double x, double y, double z) { return x; }
                }
                """);
        assertThat(compiling.generated("demo.CasesDerivatives"))
                .contains("record FGradient(", "record FGradient2(", "record FGradient3(", "f$reverse1(");
    }

    /** A module that does not read {@code java.compiler} has no annotation {@code Generated}. */
    @Test
    void withoutTheAnnotationGenerated() throws IOException {
        String source = """
                package demo;
                final class Foo { @org.atled.Differentiable static double f(double x) { return x; } }
                """;
        Compiling compiling = new Compiling(folder)
                .option("--module-path", System.getProperty("java.class.path"), "--limit-modules", "java.base")
                .compile(source);
        assertThat(compiling.errors()).isEmpty();
        assertThat(compiling.generated("demo.FooDerivatives")).doesNotContain("Generated");
    }
}
