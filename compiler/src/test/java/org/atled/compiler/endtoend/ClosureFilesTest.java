package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.build.ClassTree;
import org.atled.compiler.build.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that say what becomes of every method that an annotated one reaches. */
final class ClosureFilesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path root;

    private Path classes;
    private UserProject project;

    @BeforeEach
    void createProject() throws IOException {
        classes = Files.createDirectories(root.resolve("classes"));
        project = new UserProject(classes);
    }

    @Test
    void everyMethodHasAVerdict() throws IOException {
        project.compile(Reports.source("""
                interface Force { double at(double x); }
                static final class Spring implements Force {
                  final double k;
                  Spring(double k) { this.k = k; }
                  public double at(double x) { return -k * x; }
                }
                record Drag(double c) implements Force {
                  public double at(double x) { return c * x; }
                }
                @Differentiable
                static double f(double[] x, @NoDerivative int n) {
                  Force force = x.length > 2 ? new Spring(x[0]) : new Drag(x[1]);
                  DoubleUnaryOperator square = v -> v * x[1];
                  log("n", n);
                  return square.applyAsDouble(force.at(Math.exp(x[0])));
                }
                static void log(String what, int n) { print(what + n); }
                static void print(String text) { System.out.println(text); }
                """));

        assertThat(differentiate().hasErrors()).isFalse();

        assertThat(withoutSizes("closure.txt")).isEqualTo("""
                demo.Model.f(double[], int) by x: differentiated
                  differentiated  demo.Model.f(double[], int) by x  (demo/Model.java:19)  N bytes in 2 methods
                  differentiated  new demo.Model.Spring(double) by k  (demo/Model.java:11)  N bytes in 3 methods
                  differentiated  new demo.Model.Drag(double) by c  (demo/Model.java:14)  N bytes in 3 methods
                  differentiated  the making of a lambda in demo.Model by number 1  (demo/Model.java:20)  N bytes in \
                3 methods
                  differentiated  demo.Model.Force.at(double) by class of the receiver by this, number 1  N bytes in \
                3 methods
                  differentiated  applyAsDouble(double) of a lambda in demo.Model by this, number 1  \
                (demo/Model.java:20)  N bytes in 3 methods
                  differentiated  demo.Model.Drag.at(double) by this, x  (demo/Model.java:15)  N bytes in 3 methods
                  differentiated  demo.Model.Spring.at(double) by this, x  (demo/Model.java:12)  N bytes in 3 methods
                  differentiated  a lambda in demo.Model.f(double[], double) by x, v  (demo/Model.java:20)
                  rule            java.lang.Math.exp(double)
                  inactive        demo.Model.log(String, int)  (demo/Model.java:24)
                  inactive        demo.Model.print(String)  (demo/Model.java:25)
                  inactive        java.io.PrintStream.println(String)
                  inactive        java.lang.Object.getClass()

                """);
    }

    @Test
    void whatIsImpossibleSaysWhereAndWhy() throws IOException {
        project.compile(Reports.source("""
                @Differentiable static double f(double[] x) { return g(x[0]) + h(x[1]); }
                static double g(double v) {
                  return Double.longBitsToDouble(Double.doubleToLongBits(v));
                }
                static native double h(double v);
                """));

        assertThat(differentiate().hasErrors()).isTrue();

        assertThat(Files.readString(file("closure.txt"))).isEqualTo("""
                demo.Model.f(double[]) by x: impossible
                  impossible      demo.Model.f(double[]) by x  (demo/Model.java:8)
                                  at line 8 because [AtledNativeMethod] an active value is passed to Model.h, which \
                is native and has no code to differentiate. Call a method written in Java instead.
                  impossible      demo.Model.g(double) by v  (demo/Model.java:10)
                                  at line 10 because [AtledBitCast] Double.doubleToLongBits takes a number apart \
                into bits, which has no derivative. Compute with the number itself, or keep values that depend on a \
                differentiated parameter out of this call.
                  inactive        java.lang.Double.longBitsToDouble(long)
                  impossible      demo.Model.h(double)  (demo/Model.java)
                                  at line 8 because [AtledNativeMethod] an active value is passed to Model.h, which \
                is native and has no code to differentiate. Call a method written in Java instead.
                  impossible      java.lang.Double.doubleToLongBits(double)
                                  at line 10 because [AtledBitCast] Double.doubleToLongBits takes a number apart \
                into bits, which has no derivative. Compute with the number itself, or keep values that depend on a \
                differentiated parameter out of this call.

                """);
    }

    @Test
    void anImplementationIsRefused() throws IOException {
        project.compile(Reports.source("""
                interface Force { double at(double x); }
                record Spring(double k) implements Force { public double at(double x) { return -k * x; } }
                static final class Table implements Force { public native double at(double x); }
                @Differentiable static double f(double x, @NoDerivative Force force) { return force.at(x); }
                """));

        assertThat(differentiate().hasErrors()).isFalse();

        assertThat(withoutSizes("closure.txt")).isEqualTo("""
                demo.Model.f(double, Force) by x, force: differentiated
                  differentiated  demo.Model.f(double, Force) by x, force  (demo/Model.java:11)  N bytes in 2 methods
                  differentiated  demo.Model.Force.at(double) by class of the receiver by this, number 1  N bytes in \
                3 methods
                  differentiated  demo.Model.Spring.at(double) by this, x  (demo/Model.java:9)  N bytes in 3 methods
                  inactive        java.lang.Object.getClass()
                  refused         demo.Model.Table.at(double)  (demo/Model.java)
                                  at line 11 because [AtledNativeMethod] it is native and has no code to differentiate.

                """);
    }

    @Test
    void programsReadTheSameAsJson() throws IOException {
        project.compile(Reports.source("""
                @Differentiable static double f(double x) { return g(x); }
                static native double g(double x);
                """));

        assertThat(differentiate().hasErrors()).isTrue();

        assertThat(Files.readString(file("closure.json"))).isEqualTo("""
                [
                {
                  "companion": "demo.ModelDerivatives",
                  "methods": [
                    {
                      "method": "demo.Model.f(double)",
                      "active": [
                        "x"
                      ],
                      "possible": false,
                      "reached": [
                        {
                          "verdict": "impossible",
                          "method": "demo.Model.f(double)",
                          "active": [
                            "x"
                          ],
                          "file": "demo/Model.java",
                          "line": 8,
                          "derivatives": [],
                          "causes": [
                            {
                              "line": 8,
                              "tag": "AtledNativeMethod",
                              "message": "an active value is passed to Model.g, which is native and has no code to \
                differentiate. Call a method written in Java instead."
                            }
                          ]
                        },
                        {
                          "verdict": "impossible",
                          "method": "demo.Model.g(double)",
                          "active": [],
                          "file": "demo/Model.java",
                          "line": 0,
                          "derivatives": [],
                          "causes": [
                            {
                              "line": 8,
                              "tag": "AtledNativeMethod",
                              "message": "an active value is passed to Model.g, which is native and has no code to \
                differentiate. Call a method written in Java instead."
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }]
                """);
    }

    @Test
    void anUnchangedCompanionKeepsItsVerdicts() throws IOException {
        String other = """
                // demo/Other.java
                package demo;
                import org.atled.*;
                final class Other { @Differentiable static double g(double x) { return %s; } }
                """;
        project.compile(
                other.formatted("x * x"), Reports.source("@Differentiable static double f(double x) { return x; }"));
        differentiate();
        String before = Files.readString(file("closure.txt"));
        Files.setLastModifiedTime(file("closure.txt"), LONG_AGO);

        assertThat(differentiate().unchanged()).isEqualTo(2);
        assertThat(file("closure.txt")).content().isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file("closure.txt"))).isEqualTo(LONG_AGO);

        project.compile(other.formatted("Math.sin(x)"));
        assertThat(differentiate().unchanged()).isEqualTo(1);
        assertThat(lines("closure.txt"))
                .contains("demo.Model.f(double) by x: differentiated", "  rule            java.lang.Math.sin(double)");

        Files.delete(file("closures/demo.ModelDerivatives.txt"));
        assertThat(differentiate().built()).isEqualTo(1);
    }

    @Test
    void aFailedBuildLeavesTheVerdictsOfTheLastGoodOne() throws IOException {
        project.compile(Reports.source("@Differentiable static double f(double x) { return x; }"));
        differentiate();
        var good = project.snapshot();
        String before = Files.readString(file("closure.txt"));
        project.compile(Reports.source(
                "@Differentiable static double f(double x) { return g(x); }" + " static native double g(double x);"));
        assertThat(differentiate().hasErrors()).isTrue();
        assertThat(lines("closure.txt")).contains("demo.Model.f(double) by x: impossible");

        for (var file : good.entrySet()) {
            Files.write(classes.resolve(file.getKey()), file.getValue());
        }

        assertThat(differentiate().unchanged()).isEqualTo(1);
        assertThat(file("closure.txt")).content().isEqualTo(before);
    }

    @Test
    void timesAndBytesOfEachDerivativeAreKeptApart() throws IOException {
        project.compile(Reports.source("""
                @Differentiable static double f(double[] x) { double s = 0; for (double v : x) s += g(v); return s; }
                static double g(double v) { return v > 0 ? v * v : g(v + 1); }
                """));
        differentiate();

        String time = " +\\d+\\.\\d{3} s ";
        assertThat(lines("costs.txt"))
                .hasSize(3)
                .allMatch(line -> line.matches(time + " +\\d+ bytes in +\\d+ methods?  .*"));
        assertThat(Files.readString(file("costs.txt")))
                .contains("  forward mode of demo.Model.f(double[])", "  reverse mode of demo.Model.f(double[])")
                .endsWith("  in all" + System.lineSeparator());
        assertThat(Files.readString(file("costs.json"))).contains("\"mode\": \"reverse\"", "\"seconds\": 0.");

        Files.setLastModifiedTime(file("costs.txt"), LONG_AGO);
        differentiate();
        assertThat(Files.getLastModifiedTime(file("costs.txt"))).isEqualTo(LONG_AGO);
    }

    private Report differentiate() throws IOException {
        try (ClassPath path = new ClassPath(List.of(CompiledSources.runtime()))) {
            return new ClassTree(
                            classes,
                            path,
                            Optional.of(root.resolve("state")),
                            Optional.of(root.resolve("reports")),
                            Dumps.NONE)
                    .differentiate();
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(file(name));
    }

    private String withoutSizes(String name) throws IOException {
        return Files.readString(file(name)).replaceAll("\\d+ bytes", "N bytes").replaceAll("(\"bytes\": )\\d+", "$1N");
    }

    private Path file(String name) {
        return root.resolve("reports").resolve(name);
    }
}
