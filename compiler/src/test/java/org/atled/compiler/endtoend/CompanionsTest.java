package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companions of nested, generic and overloading classes, several in one nest, and differentiating twice. */
final class CompanionsTest {
    @TempDir
    Path folder;

    private UserProject project;

    @BeforeEach
    void makeProject() {
        project = new UserProject(folder);
    }

    @Test
    void classAndNestedClassAreBothAnnotated() throws Exception {
        project.compile("""
                // demo/Outer.java
                package demo;
                import org.atled.*;
                public final class Outer {
                  private static double scale = 3;
                  @Differentiable
                  private static double f(double[] x) {
                    return Inner.secret(x[0]) * x[1];
                  }
                  public static final class Inner {
                    private static double secret(double v) { return scale * v * v; }
                    @Differentiable
                    private static double f(double[] x) {
                      return Outer.f(x) + secret(x[2]);
                    }
                  }
                }
                """);
        assertThat(project.differentiate()).isEmpty();
        ClassLoader loader = project.load();
        Gradients.check(loader, "demo.Outer", "demo.OuterDerivatives");
        Gradients.check(loader, "demo.Outer$Inner", "demo.Outer_InnerDerivatives");
    }

    @Test
    void annotatedMethodsOfAGenericClassWithOverloads() throws Exception {
        project.compile("""
                // demo/Model.java
                package demo;
                import java.util.*;
                import org.atled.*;
                public final class Model<T extends Comparable<T>> {
                  @Differentiable
                  static double f(double[] x) {
                    return f(x[0], x[1]) * g(List.of(1, 2));
                  }
                  @Differentiable
                  static double f(double a, double b) {
                    return a * b * b;
                  }
                  @Differentiable
                  static float f(float[] x) {
                    return x[0] * x[0];
                  }
                  static <E> double g(List<E> list) {
                    return list.size();
                  }
                }
                """);
        Gradients.check(project);
    }

    @Test
    void annotatedMethodsThatCallEachOther() throws Exception {
        project.compile("""
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  @Differentiable
                  static double f(double[] x) {
                    return area(x[0], x[1]) * x[2];
                  }
                  @Differentiable
                  static double area(double a, double b) {
                    return Math.abs(a) * b;
                  }
                  @Differentiable
                  static double[] polar(double[] x) {
                    return new double[] {Math.hypot(x[0], x[1]), Math.atan2(x[1], x[0]), f(x)};
                  }
                  @Differentiable
                  static void decay(double t, double[] u, double[] p, double[] du) {
                    du[0] = -p[0] * u[0] * t;
                  }
                }
                """);
        Gradients.check(project);
    }

    @Test
    void differentiatingTwiceGivesTheSameBytes() throws Exception {
        String source = Reports.source("""
                private static double rate = 2;
                @Differentiable
                static double f(double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    sum += rate * power(v, 3) + Math.exp(v);
                  }
                  return sum;
                }
                private static double power(double v, int n) {
                  return n == 0 ? 1 : v * power(v, n - 1);
                }
                """);
        project.compile(source).differentiate();
        Map<String, String> once = digest(project);
        project.differentiate();
        assertThat(digest(project)).isEqualTo(once);
        UserProject other = new UserProject(folder.resolve("other"));
        other.compile(source).differentiate();
        once.keySet().removeIf(path -> path.startsWith("other"));
        assertThat(digest(other)).isEqualTo(once);
    }

    private static Map<String, String> digest(UserProject project) throws Exception {
        Map<String, String> digest = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : project.snapshot().entrySet()) {
            digest.put(file.getKey(), HexFormat.of().formatHex(file.getValue()));
        }
        return digest;
    }
}
