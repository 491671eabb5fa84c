package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.atled.Differentiable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations whose steps do not fit into memory: diffusion with growth on a line, by its two parameters. */
class LongSimulationTest {
    private static final String SOURCE = """
            // demo/Model.java
            package demo;
            import org.atled.*;
            public final class Model {
              static double simulate(double[] p, int cells, int steps) {
                double[] u = new double[cells], next = new double[cells];
                for (int i = 0; i < cells; i++) { u[i] = 0.5 + 0.4 * Math.sin(i); }
                for (int step = 0; step < steps; step++) {
                  advance(p[0], p[1], u, next);
                  double[] swapped = u; u = next; next = swapped;
                }
                double sum = 0;
                for (int i = 0; i < cells; i++) { sum += u[i] * u[i] * (1 + i % 7); }
                return sum;
              }
              static void advance(double d, double r, double[] u, double[] next) {
                int n = u.length;
                next[0] = u[0] + d * (u[1] - u[0]);
                next[n - 1] = u[n - 1] + d * (u[n - 2] - u[n - 1]);
                for (int i = 1; i < n - 1; i++) {
                  next[i] = u[i] + d * (u[i - 1] - 2 * u[i] + u[i + 1]) + r * u[i] * (1.0 - u[i]);
                }
              }
            METHODS
            }
            """;

    @TempDir
    Path folder;

    private UserProject project(String methods) throws Exception {
        UserProject project = new UserProject(folder).compile(SOURCE.replace("METHODS", methods));
        assertThat(project.differentiate()).isEmpty();
        return project;
    }

    private static String method(String name, String budget) {
        return "@Differentiable(tapeBudget = \"" + budget + "\") public static double " + name
                + "(double[] p, int cells, int steps) { return simulate(p, cells, steps); }\n";
    }

    @Test
    void budgetsChangeNothingButMemory() throws Exception {
        ClassLoader loader = project(method("large", "") + method("medium", "16MB") + method("small", "1MB"))
                .load();
        double[] p = {0.2, 1e-5};
        double[][] gradients = new double[3][2];
        double[] values = new double[3];
        List<String> names = List.of("large", "medium", "small");
        for (int i = 0; i < 3; i++) {
            Method gradient = loader.loadClass("demo.ModelDerivatives")
                    .getMethod(names.get(i) + "Gradient", double[].class, int.class, int.class, double[].class);
            values[i] = (double) gradient.invoke(null, p, 20, 100_000, gradients[i]);
        }
        for (int i = 1; i < 3; i++) {
            assertThat(values[i]).isEqualTo(values[0]);
            for (int k = 0; k < 2; k++) {
                assertThat(gradients[i][k]).isCloseTo(gradients[0][k], withinPercentage(1e-11));
            }
        }
    }

    /** Recorded as a whole these steps would take 40 gigabytes. */
    @Test
    @Tag("nightly")
    void aMillionStepsOfAThousandCellsWithin256Megabytes() throws Exception {
        project(method("misfit", "64MB") + """
                  public static void main(String[] arguments) {
                    double[] p = {0.2, 1e-6}, gradient = new double[2];
                    long start = System.nanoTime();
                    double plain = simulate(p, 1000, 1_000_000);
                    long middle = System.nanoTime();
                    double value = ModelDerivatives.misfitGradient(p, 1000, 1_000_000, gradient);
                    long end = System.nanoTime();
                    if (plain != value) { throw new AssertionError(plain + " is not " + value); }
                    for (int k = 0; k < 2; k++) {
                      double[] direction = new double[2];
                      direction[k] = 1;
                      double expected = ModelDerivatives.misfitJvp(p, direction, 1000, 1_000_000);
                      if (!(Math.abs(gradient[k] - expected) <= 1e-10 * Math.abs(expected))) {
                        throw new AssertionError(gradient[k] + " is not " + expected);
                      }
                    }
                    System.out.println("gradient / function: " + (end - middle) / (double) (middle - start));
                  }
                """);
        String runtime = Path.of(Differentiable.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        folder + java.io.File.pathSeparator + runtime,
                        "demo.Model")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        System.out.println(output);
    }
}
