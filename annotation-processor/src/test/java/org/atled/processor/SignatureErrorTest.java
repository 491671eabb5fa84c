package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Errors of javac on methods that cannot be differentiated by their signature. Each test is a source with comments
 * {@code // error: …} above the guilty line, the message in full; no other line may report.
 */
final class SignatureErrorTest {
    @TempDir
    Path folder;

    private void check(String... lines) throws IOException {
        String source = "import org.atled.*;\nfinal class Foo {\n" + String.join("\n", lines) + "\n}\n";
        List<String> expected = new ArrayList<>();
        int number = 0;
        int pending = 0;
        for (String line : source.split("\n")) {
            number++;
            if (line.strip().startsWith("// error: ")) {
                expected.add(line.strip().substring("// error: ".length()));
                pending++;
            } else {
                for (int i = expected.size() - pending; i < expected.size(); i++) {
                    expected.set(i, number + ": " + expected.get(i));
                }
                pending = 0;
            }
        }
        assertThat(new Compiling(folder).compile(source).complaints()).isEqualTo(expected);
    }

    @Test
    void nativeMethod() throws IOException {
        check(
                "// error: [AtledNativeMethod] f is native, so there is no code to differentiate. Write it in Java.",
                "@Differentiable static native double f(double x);");
    }

    @Test
    void orders() throws IOException {
        check(
                "// error: [AtledOrder] f asks for order 0. Ask for 1 or 2.",
                "@Differentiable(order = 0) static double f(double x) { return 1; }",
                "// error: [AtledOrder] g asks for order 3. Ask for 1 or 2.",
                "@Differentiable(order = 3) static double g(double x) { return 1; }",
                "// error: [AtledOrder] h asks for order 2, but returns double[]: only a double or float has a Hessian. Return"
                        + " one of them, or remove order.",
                "@Differentiable(order = 2) static double[] h(double x) { return null; }",
                "// error: [AtledOrder] i asks for order 2, but returns void: only a double or float has a Hessian. Return"
                        + " one of them, or remove order.",
                "@Differentiable(order = 2) static void i(double[] x) { }",
                "record Pair(double a, double b) { }",
                "// error: [AtledOrder] j asks for order 2, but pair has type Foo.Pair: there are second derivatives by numbers"
                        + " and arrays of numbers only. Pass its numbers so, exclude it by @NoDerivative or wrt, or remove"
                        + " order.",
                "@Differentiable(order = 2) static double j(double x, Pair pair) { return 1; }");
    }

    @Test
    void tapeBudgets() throws IOException {
        String reason = ", which is no amount of memory. Write it like \"64MB\", \"500kB\" or \"2GB\".";
        check(
                "// error: [AtledTapeBudget] f has the tape budget \"64 megs\"" + reason,
                "@Differentiable(tapeBudget = \"64 megs\") static double f(double x) { return 1; }",
                "// error: [AtledTapeBudget] g has the tape budget \"0\"" + reason,
                "@Differentiable(tapeBudget = \"0\") static double g(double x) { return 1; }",
                "// error: [AtledTapeBudget] h has the tape budget \"-1MB\"" + reason,
                "@Differentiable(tapeBudget = \"-1MB\") static double h(double x) { return 1; }",
                "// error: [AtledTapeBudget] i has the tape budget \"99999999999TB\"" + reason,
                "@Differentiable(tapeBudget = \"99999999999TB\") static double i(double x) { return 1; }");
    }

    @Test
    void searchesForSolutions() throws IOException {
        String search = " is annotated as the search for a solution";
        String equations = " is to be the solution of ";
        check(
                "@Differentiable(wrt = \"u\") static double r(double u, double p) { return u - p; }",
                "@Differentiable static double both(double u, double p) { return u - p; }",
                "static double plain(double u) { return u; }",
                "@Differentiable(wrt = \"u\") double own(double u) { return u; }",
                "// error: [AtledSolution] e" + search + ", but can be overridden by one that is not. Make it final or"
                        + " static.",
                "static class Open { @RootOf(\"r\") double e(double p) { return p; } }",
                "// error: [AtledSolution] a is both @RootOf and @FixedPoint. Keep one of them.",
                "@RootOf(\"r\") @FixedPoint(\"r\") static double a(double p) { return p; }",
                "// error: [AtledSolution] b" + search
                        + ", but returns float. Return the solution, a double or a double[].",
                "@RootOf(\"r\") static float b(double p) { return 1; }",
                "// error: [AtledSolution] c has a tolerance of 0.0. Give a small positive number, such as 1e-9.",
                "@RootOf(value = \"r\", tolerance = 0) static double c(double p) { return p; }",
                "// error: [AtledSolution] d" + search + ", but is private, and the companion has to call it. Make it"
                        + " package-private.",
                "@RootOf(\"r\") private static double d(double p) { return p; }",
                "// error: [AtledSolution] f" + search + ", which has no throws clause, type parameters or variable"
                        + " arguments. Remove them.",
                "@RootOf(\"r\") static double f(double p) throws Exception { return p; }",
                "// error: [AtledSolution] g" + equations
                        + "both, but this class has no method both that takes double first,"
                        + " returns double and is @Differentiable by that parameter alone. Annotate it"
                        + " @Differentiable(wrt = \"…\") with the name of its first parameter.",
                "@RootOf(\"both\") static double g(double p) { return p; }",
                "// error: [AtledSolution] h" + equations
                        + "plain, but this class has no method plain that takes double"
                        + " first, returns double and is @Differentiable by that parameter alone. Annotate it"
                        + " @Differentiable(wrt = \"…\") with the name of its first parameter.",
                "@FixedPoint(\"plain\") static double h(double p) { return p; }",
                "// error: [AtledSolution] i" + equations
                        + "r, which also takes double p, but has no such parameter itself. Let"
                        + " the two have the same names and types.",
                "@RootOf(\"r\") static double i(float p) { return p; }",
                "// error: [AtledSolution] j" + equations
                        + "own, which needs an object, but is static. Make both static or" + " neither.",
                "@RootOf(\"own\") static double j(double p) { return p; }");
    }

    @Test
    void taylor() throws IOException {
        String reason =
                " asks for Taylor coefficients, which are those of a double by variables of type double. Return one,"
                        + " make all else @NoDerivative, or remove taylor.";
        check(
                "// error: [AtledTaylor] f" + reason,
                "@Differentiable(taylor = true) static double f(double[] x) { return 1; }",
                "// error: [AtledTaylor] g" + reason,
                "@Differentiable(taylor = true) static float g(float x) { return 1; }",
                "// error: [AtledTaylor] h" + reason,
                "@Differentiable(taylor = true) static double[] h(double x) { return null; }");
    }

    @Test
    void resultTypes() throws IOException {
        String fix =
                ", which has no derivative. Return double, float, an array of them or an object that holds some, or"
                        + " return void and write the result into an array.";
        check(
                "// error: [AtledResultType] count returns int" + fix,
                "@Differentiable static int count(double x) { return 1; }",
                "// error: [AtledResultType] name returns java.lang.String" + fix,
                "@Differentiable static String name(double x) { return null; }",
                "// error: [AtledResultType] map returns java.util.function.DoubleUnaryOperator" + fix,
                "@Differentiable static java.util.function.DoubleUnaryOperator map(double x) { return null; }");
    }

    @Test
    void parameterTypes() throws IOException {
        String fix = ", by which Atled cannot differentiate. Annotate it @NoDerivative if it is a constant, or pass its"
                + " numbers as double, double[], a record or a class of your own.";
        check(
                "record Model(double a) {}",
                "@Differentiable static double",
                "// error: [AtledParameterType] r has type java.util.Random" + fix,
                "  library(java.util.Random r, double x) { return x; }",
                "@Differentiable static double",
                "// error: [AtledParameterType] o has type java.lang.Object" + fix,
                "// error: [AtledParameterType] l has type java.util.List<java.lang.Object>" + fix,
                "  object(Object o, java.util.List<Object> l, double x) { return x; }",
                "@Differentiable static <T> double",
                "// error: [AtledParameterType] v has type T" + fix,
                "  variable(T v, double x) { return x; }",
                "@Differentiable static double",
                "// error: [AtledParameterType] s has type java.util.Set<java.lang.Double>" + fix,
                "  set(java.util.Set<Double> s, double x) { return x; }",
                "@Differentiable static double fine(double x, int i, String s, Thread.State e, long[][] l, Integer b,"
                        + " @NoDerivative Model m, boolean[] c) { return x; }",
                "@Differentiable(wrt = \"x\") static double alsoFine(double x, Model m) { return x; }");
    }

    @Test
    void wrt() throws IOException {
        check(
                "// error: [AtledWrt] wrt names \"q\", but f has no such parameter. Name one of p, n.",
                "@Differentiable(wrt = {\"p\", \"q\"}) static double f(double p, int n) { return p; }",
                "// error: [AtledWrt] wrt names \"n\", but nothing can be differentiated by a parameter of type int."
                        + " Name parameters of type double or float, arrays of them, or objects that hold some.",
                "@Differentiable(wrt = {\"n\"}) static double g(double p, int n) { return p; }",
                "// error: [AtledWrt] wrt names \"this\", but a Foo holds no numbers to differentiate by. Remove it.",
                "@Differentiable(wrt = {\"this\", \"p\"}) double i(double p) { return p; }",
                "// error: [AtledWrt] wrt names \"q\", but j has no such parameter. Name one of this, p.",
                "@Differentiable(wrt = {\"p\", \"q\"}) double j(double p) { return p; }",
                "// error: [AtledWrt] wrt names \"p\", which is @NoDerivative. Remove one of the two.",
                "@Differentiable(wrt = {\"p\"}) static double h(@NoDerivative double p, double q) { return p; }");
    }

    @Test
    void nothingToDifferentiateBy() throws IOException {
        String fix = " has no parameter to differentiate by. Give it a parameter of type double, float or an array of"
                + " them that is not @NoDerivative.";
        check(
                "// error: [AtledNothingActive] f" + fix,
                "@Differentiable static double f(@NoDerivative double x, int n) { return x; }",
                "// error: [AtledNothingActive] g" + fix,
                "@Differentiable static double g() { return 1; }");
    }

    @Test
    void nowhereToLeaveAResult() throws IOException {
        check(
                "// error: [AtledNoResult] f returns void and is differentiated by no array or object it could leave a"
                        + " result in. Return the result, or pass an array for it that is not @NoDerivative.",
                "@Differentiable static void f(double x, @NoDerivative double[] y) { y[0] = x; }");
    }

    @Test
    void privateTypes() throws IOException {
        String sentence = " are methods of another class of this package, which may not name Foo.Secret. Make that type"
                + " package-private.";
        check(
                "private enum Secret { A }",
                "// error: [AtledPrivateType] The derivatives of f" + sentence,
                "@Differentiable static double f(double x, Secret s) { return x; }",
                "// error: [AtledPrivateType] The derivatives of g" + sentence,
                "@Differentiable static double g(double x, @NoDerivative java.util.List<? extends Secret[]> s)"
                        + " { return x; }",
                "// error: [AtledPrivateType] The derivatives of h" + sentence,
                "@Differentiable static <T extends Comparable<Secret> & Runnable> double h(double x, @NoDerivative T s)"
                        + " { return x; }");
    }

    @Test
    void tooManyParameters() throws IOException {
        StringBuilder parameters = new StringBuilder("double p0");
        for (int i = 1; i < 70; i++) {
            parameters.append(", double p").append(i);
        }
        check(
                "// error: [AtledTooManyParameters] f has too many parameters for its derivatives to fit the limit of"
                        + " the JVM. Pass numbers in arrays.",
                "@Differentiable static double f(" + parameters + ") { return p0; }");
    }

    @Test
    void oneMethodInErrorDoesNotHideAnother() throws IOException {
        check(
                "// error: [AtledResultType] f returns int, which has no derivative. Return double, float, an array of"
                        + " them or an object that holds some, or return void and write the result into an array.",
                "// error: [AtledNothingActive] f has no parameter to differentiate by. Give it a parameter of type"
                        + " double, float or an array of them that is not @NoDerivative.",
                "@Differentiable int f(int x) { return 1; }",
                "@Differentiable static double g(double x) { return x; }",
                "static double use() { return FooDerivatives.gGradient(1); }");
    }

    @Test
    void oldSourceLevel() throws IOException {
        String source = "import org.atled.*;\nfinal class Foo {\n"
                + "  @Differentiable static double f(double x) { return x; }\n}\n";
        Compiling compiling = new Compiling(folder).option("--release", "11").compile(source);
        assertThat(compiling.errors())
                .contains("2: [AtledSourceLevel] Derivatives are written in Java 17, but this is compiled as Java 11."
                        + " Compile with --release 17 or later.");
    }
}
