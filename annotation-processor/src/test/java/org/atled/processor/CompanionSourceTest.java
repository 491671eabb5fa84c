package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated compiles, without a warning, for every kind of class and method. */
final class CompanionSourceTest {
    @TempDir
    Path folder;

    private Compiling compile(String... sources) throws IOException {
        Compiling compiling = new Compiling(folder).compile(sources);
        assertThat(compiling.complaints()).isEmpty();
        return compiling;
    }

    @Test
    void richClass() throws IOException {
        compile(
                """
                package demo;
                import org.atled.*;
                public final class Rich {
                  public enum Kind { A, B }
                  @Differentiable
                  public static double loss(double[] p, @NoDerivative double[] t, double[] q, double k, float[] w, Kind kind) {
                    return p[0];
                  }
                  @Differentiable static double one(double x) { return x; }
                  @Differentiable static float two(float x, float y) { return x; }
                  @Differentiable static double[] model(double[] p, @NoDerivative double[] t) { return p; }
                  @Differentiable static double[] models(double a, double[] p, double b, double[] q) { return p; }
                  @Differentiable static double[][] deep(double[][] a, double[] p, double k, @NoDerivative double[][] c) { return a; }
                  @Differentiable static double deepLoss(double[][] a, double[] p, double k, @NoDerivative double[][] c) { return 1; }
                  @Differentiable static void rhs(double t, double[] u, double[] p, double[] du) { }
                  @Differentiable static void deepRhs(double[][] u, double s, double t, double[][][] p) { }
                  @Differentiable private static double hidden(double[] p) { return 0; }
                  @Differentiable(wrt = "p") static <T extends Comparable<T> & Runnable> float[] generic(T[] t, java.util.List<? super T> l, float[] p, float k) throws java.io.IOException { return null; }
                  @Deprecated @Differentiable static double many(double... p) { return 0; }
                  @Differentiable static double tape(double[] tape, int value, double[] shadows, double first) { return 0; }
                }
                """);
    }
}
