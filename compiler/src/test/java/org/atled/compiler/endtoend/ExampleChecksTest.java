package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.check.CheckReport;
import org.atled.compiler.check.CheckSettings;
import org.atled.compiler.check.ExampleChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of a project's derivatives at the examples that it gives, and what is said of examples that are no good. */
final class ExampleChecksTest {
    @TempDir
    Path folder;

    @Test
    void everyExampleIsChecked() throws IOException {
        CheckReport report = check("""
                enum Kind { A, B }
                @Differentiable
                @ExampleInput({"{1.8, 0.6}", "{{0, 1}, {2, 3,}}", "2", "true", "B", "any text", "7L", "1e-3"})
                static double f(double[] p, double[][] t, int n, boolean b, Kind kind, String s, long l, float x) {
                  return p[0] * t[1][1] * n * (b && kind == Kind.B && s.equals("any text") ? x : l);
                }
                static final class Spring {
                  double k; double unused = 3;
                  Spring(double k) { this.k = k; }
                  @Differentiable double energy(double[] x) { return k * x[0] * x[0]; }
                }
                @ExampleInput(in = Spring.class, of = "energy") static Object[] stretched() {
                  return new Object[] {new Spring(2), new double[] {0.5}};
                }
                @Differentiable static double g(double[] x) { return x[0]; }
                @ExampleInput(of = "g(double[])") static double[] alone() { return new double[] {4}; }
                @Differentiable static double h(double x) { return x; }
                """);

        assertThat(report.diagnostics())
                .hasToString("[demo/Model.java:[24] [AtledNoExample] h(double) has no example input,"
                        + " so that its derivatives are not checked. Annotate it @ExampleInput({…}) with arguments, or a static method"
                        + " that returns arguments @ExampleInput(of = \"h\").]");
        assertThat(report.summary())
                .startsWith("Checked 3 methods at 3 examples, seed 1: 3 passed, 0 failed; 1 method not checked (");
        assertThat(report.text().replaceAll("\\d\\.\\de[-+]\\d+", "E")).isEqualTo("""
                demo.Model.f(double[], double[][], int, boolean, Kind, String, long, float): passed
                  at ({1.8, 0.6}, {{0, 1}, {2, 3,}}, 2, true, B, any text, 7L, 1e-3): p[0] = 1.8, p[1] = 0.6, \
                t[0][0] = 0.0, t[0][1] = 1.0, t[1][0] = 2.0, t[1][1] = 3.0, x = 0.0010000000474974513
                  forward against reverse E, jvp against differences E, gradient against differences E
                  without influence here: p[1], t[0][0], t[0][1], t[1][0]

                demo.Model.g(double[]): passed
                  at demo.Model.alone(): x[0] = 4.0
                  forward against reverse E, jvp against differences E, gradient against differences E

                demo.Model.Spring.energy(double[]): passed
                  at demo.Model.stretched(): this.k = 2.0, this.unused = 3.0, x[0] = 0.5
                  forward against reverse E, jvp against differences E, gradient against differences E
                  without influence here: this.unused

                demo.Model.h(double): not checked
                """);
        assertThat(report.json()).contains("\"outcome\": \"passed\"", "\"line\": 12", "\"demo.Model.h(double)\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "@ExampleInput(of = \"f\") Object[] e() { return null; } | stands on an instance method, and there is no object"
                        + " to call it on. Make e static.",
                "@ExampleInput(of = \"f\") private static Object[] e() { return null; } | stands on a private method, which is"
                        + " called from outside of its class. Make e package-private.",
                "@ExampleInput(of = \"f\") static Object[] e(int n) { return null; } | stands on a method with parameters, for"
                        + " which there are no arguments. Drop the parameters of e.",
                "@ExampleInput(of = \"f\") static void e() {} | stands on a method that returns nothing. Let e return the"
                        + " arguments in an Object[].",
                "@ExampleInput static Object[] e() { return null; } | does not name the method to check. Name it:"
                        + " @ExampleInput(of = \"loss\").",
                "@ExampleInput(\"1\") static Object[] e() { return null; } | lists arguments, but stands on a method that is not"
                        + " differentiable. Annotate that @Differentiable, or name the method to check: @ExampleInput(of ="
                        + " \"loss\").",
                "@ExampleInput(of = \"q\") static Object[] e() { return null; } | is of \"q\", but demo.Model has no"
                        + " differentiable method of that name. Name one of \"f(double)\", \"g(double)\", \"g(double[])\".",
                "@ExampleInput(of = \"g\") static Object[] e() { return null; } | is of \"g\", but demo.Model has several"
                        + " differentiable methods of that name. Name one with its parameter types: \"g(double)\","
                        + " \"g(double[])\".",
                "@ExampleInput(in = String.class, of = \"g\") static Object[] e() { return null; } | names class"
                        + " java.lang.String, which is no class of this project. Name the class that declares the method.",
                "@ExampleInput(of = \"f\") static Object[] e() { return null; } | of f(double): the example is null: return the"
                        + " arguments in an Object[].",
                "@ExampleInput(of = \"f\") static String e() { return \"\"; } | of f(double): in the example x is of type"
                        + " java.lang.String, but the method takes a double: give one of that.",
                "@ExampleInput(of = \"f\") static double e() { return Double.NaN; } | of f(double): in the example x is NaN:"
                        + " give a finite number, inside the domain of the method.",
            })
    void badExamplesSayWhereAndWhatToDo(String member, String message) throws IOException {
        List<Diagnostic> errors = errors(check("""
                @Differentiable static double f(double x) { return x; }
                @Differentiable static double g(double x) { return x; }
                @Differentiable static double g(double[] x) { return x[0]; }
                """ + member));

        assertThat(errors).hasToString("[demo/Model.java:[11] [AtledExample] @ExampleInput " + message + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "@ExampleInput(\"1\") static double f(double x, double y) | of f(double, double): the example has 1 argument,"
                        + " but f(double, double) takes 2: give double x, double y.",
                "@ExampleInput(\"1,5\") static double f(double x) | of f(double): the text \"1,5\" is no double: write 1.5.",
                "@ExampleInput(\"1\") static double f(double[] x) | of f(double[]): the text \"1\" is no double[]: write {…,"
                        + " …}.",
                "@ExampleInput({\"1\", \"1.5\"}) static double f(double x, int n) | of f(double, int): the text \"1.5\" is no"
                        + " int: write a whole number.",
                "@ExampleInput(\"1\") static double f(Model m) | of f(Model): an argument of type Model cannot be written as a"
                        + " text: write a static method that returns the arguments, annotated @ExampleInput(of = \"…\").",
                "@ExampleInput static double f(double x) | lists no arguments. List one text for each parameter:"
                        + " @ExampleInput({\"1.5\", \"{1, 2}\"}).",
                "@ExampleInput(of = \"f\") static double f(double x) | names another method, but stands on a differentiable one."
                        + " Drop of and in, and list the arguments: @ExampleInput({\"1.5\", \"{1, 2}\"}).",
                "@ExampleInput(\"1\") double f(double x) | lists arguments, but f is an instance method, and objects cannot be"
                        + " written as texts. Write a static method that returns the object and the arguments, and annotate"
                        + " that: @ExampleInput(of = \"f\").",
                "@ExampleInput(\"-Infinity\") static double f(double x) | of f(double): in the example x is -Infinity: give a"
                        + " finite number, inside the domain of the method.",
            })
    void badLiteralsSayWhereAndWhatToDo(String method, String message) throws IOException {
        List<Diagnostic> errors = errors(check("double value = 1;\n@Differentiable " + method + " { return 1.5; }"));

        assertThat(errors).hasToString("[demo/Model.java:[9] [AtledExample] @ExampleInput " + message + "]");
    }

    @Test
    void whatTheExampleThrowsIsShown() throws IOException {
        Diagnostic error = errors(check("""
                @Differentiable static double f(double x) { return x; }
                @ExampleInput(of = "f") static double e() { throw new IllegalStateException("no data"); }
                """)).get(0);

        assertThat(error.line()).isEqualTo(9);
        assertThat(error.message())
                .startsWith(
                        "@ExampleInput of f(double): the example throws java.lang.IllegalStateException: no data: correct"
                                + " it; a test that calls it shows the stack trace.\n")
                .contains("at demo.Model.e(Model.java:9)");
    }

    @Test
    void failuresAreReportedAtTheMethod() throws IOException {
        CheckReport report = check("""
                static int calls;
                @ExampleInput("3")
                @Differentiable static double f(double x) {
                  return x * ++calls;
                }
                @ExampleInput({"3", "1"}) @Differentiable static double g(double x, double y) { return Math.max(x, 3 * y); }
                """);

        assertThat(errors(report)).hasSize(2).allMatch(each -> each.tag().equals("AtledCheck"));
        assertThat(errors(report).get(0).line()).isEqualTo(11);
        assertThat(errors(report).get(0).message())
                .startsWith("the derivatives of f(double) are not right at the example (3), x = 3.0, seed 1.\n  [")
                .contains("What to do: the function keeps state between calls");
        assertThat(errors(report).get(1).message()).contains("The function has a kink here");
        assertThat(report.summary()).startsWith("Checked 2 methods at 2 examples, seed 1: 0 passed, 2 failed (");
    }

    @Test
    void nothingCheckedIsSaid() throws IOException {
        assertThat(check("@Differentiable static double f(double x) { return x; }")
                        .summary())
                .isEqualTo("No derivative was checked: 1 differentiable method and no usable example. Annotate methods"
                        + " @ExampleInput.");
        assertThat(new ExampleChecks(List.of(), List.of(), CheckSettings.DEFAULT)
                        .run()
                        .summary())
                .isEqualTo("No derivative was checked: there is no differentiable method.");
        assertThat(new ExampleChecks(List.of(), List.of(), new CheckSettings(1, 0, true, "demo.Model.q"))
                        .run()
                        .summary())
                .isEqualTo("No derivative was checked: there is no differentiable method demo.Model.q.");
        assertThatThrownBy(() -> new CheckSettings(1, Double.NaN, true, ""))
                .hasMessage("the tolerance is NaN, but it must be at least 0: give one such as 1e-13.");
    }

    @Test
    void companionsThatAreNotBuiltAreErrors() throws IOException {
        new UserProject(folder).compile(Reports.source("""
                @ExampleInput("1")
                @Differentiable static double f(double x) { return x; }
                """));

        assertThat(errors(run()))
                .hasToString(
                        "[demo/Model.java:[9] [AtledNotBuilt] the derivatives of f(double) are not built,"
                                + " so that there is nothing to check. Run atled:differentiate first, for tests atled:test-differentiate.]");
    }

    @Test
    void theCodeRunsApartAndItsThreadsEnd() throws Exception {
        CheckReport report = check("""
                static {
                  if (Thread.currentThread().getContextClassLoader() != Model.class.getClassLoader()) {
                    throw new IllegalStateException("wrong loader");
                  }
                  new Thread(() -> {
                    try { Thread.sleep(60_000); } catch (InterruptedException end) { }
                  }, "of the user").start();
                }
                @ExampleInput("1") @Differentiable static double f(double x) { return x * x; }
                """);

        assertThat(errors(report)).isEmpty();
        assertThat(report.threads()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("of the user", "atled-check", "GradientCheck");
    }

    @Test
    void threadsThatDoNotEndAreNamed() throws Exception {
        CheckReport report = check("""
                static {
                  Thread stubborn = new Thread(() -> {
                    long end = System.nanoTime() + 6_000_000_000L;
                    while (System.nanoTime() < end) {
                      try { Thread.sleep(100); } catch (InterruptedException ignored) { }
                    }
                  }, "stubborn");
                  stubborn.setDaemon(true);
                  stubborn.start();
                }
                @ExampleInput("1") @Differentiable static double f(double x) { return x * x; }
                """);

        assertThat(errors(report)).isEmpty();
        assertThat(report.threads()).containsExactly("stubborn");
    }

    @Test
    void whatTheMethodItselfThrowsIsTheExamplesFault() throws IOException {
        Diagnostic error = errors(check("""
                static final class Data { static final double[] NONE = new double[-1]; static double at(int n) { return NONE[n]; } }
                @ExampleInput("1")
                @Differentiable static double f(double x) { return x * Data.at(0); }
                """)).get(0);

        assertThat(error.tag()).isEqualTo("AtledExample");
        assertThat(error.message())
                .startsWith("@ExampleInput of f(double): at the example the method itself throws"
                        + " java.lang.ExceptionInInitializerError: choose arguments that it accepts.")
                .contains(
                        "Caused by: java.lang.NegativeArraySizeException: -1",
                        "at demo.Model$Data.<clinit>(Model.java:8)");
    }

    @Test
    void anImplementationThatIsRefusedFailsTheCheck() throws IOException {
        CheckReport report = check("""
                interface Force { double at(double x); }
                record Linear(double k) implements Force { public double at(double x) { return k * x; } }
                static final class Bits implements Force {
                  public double at(double x) { return Double.longBitsToDouble(Double.doubleToLongBits(x)); }
                }
                @Differentiable static double f(double x, @NoDerivative Force force) { return force.at(x); }
                @ExampleInput(of = "f") static Object[] linear() { return new Object[] {1.5, new Linear(2)}; }
                @ExampleInput(of = "f") static Object[] bits() { return new Object[] {1.5, new Bits()}; }
                """);

        assertThat(report.summary()).startsWith("Checked 1 method at 2 examples, seed 1: 1 passed, 1 failed (");
        assertThat(errors(report).get(0).message())
                .startsWith("the derivatives of f(double, Force) are not right at the example demo.Model.bits()")
                .contains("[throws] a derivative throws java.lang.UnsupportedOperationException");
    }

    private static List<Diagnostic> errors(CheckReport report) {
        return report.diagnostics().stream()
                .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }

    private CheckReport check(String members) throws IOException {
        UserProject project = new UserProject(folder).compile(Reports.source(members));
        assertThat(project.differentiate()).noneMatch(each -> each.severity() == Diagnostic.Severity.ERROR);
        return run();
    }

    private CheckReport run() throws IOException {
        return new ExampleChecks(List.of(folder), List.of(CompiledSources.runtime()), CheckSettings.DEFAULT).run();
    }
}
