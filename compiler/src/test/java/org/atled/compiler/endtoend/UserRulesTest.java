package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Dumps;
import org.atled.compiler.RuleList;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.build.ClassTree;
import org.atled.compiler.build.Report;
import org.atled.compiler.link.DifferentiatingLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives that users say themselves: found, used, and refused with the reason where they are wrong. */
class UserRulesTest {
    private static final List<String> OPTIONS = List.of("--release", "17", "-g", "-parameters");

    private static final String BLACK_BOX = """
            // demo/BlackBox.java
            package demo;
            final class BlackBox {
                private BlackBox() {}
                static double sine(double x) {
                    return Double.longBitsToDouble(Double.doubleToRawLongBits(Math.sin(x)));
                }
                static double norm(double[] x) {
                    return Double.longBitsToDouble(Double.doubleToRawLongBits(Math.hypot(x[0], x[1])));
                }
                static void twice(double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(2 * x[i]));
                    }
                }
            }
            """;

    private static final String RULES = """
            // demo/BlackBoxRules.java
            package demo;
            import org.atled.DerivativeOf;
            import org.atled.rules.Writes;
            @DerivativeOf(BlackBox.class)
            public abstract class BlackBoxRules {
                private BlackBoxRules() {}
                abstract double norm(double[] x);
                @Writes("y")
                abstract void twice(double[] x, double[] y);
                public static double sine_dx(double x) { return Math.cos(x); }
                public static double norm_pushforward(double[] x, double[] xTangent, double result) {
                    return scalar(x, xTangent) / result;
                }
                public static void norm_pullback(double[] x, double[] xCotangent, double result, double resultCotangent) {
                    for (int i = 0; i < 2; i++) {
                        xCotangent[i] += x[i] / result * resultCotangent;
                    }
                }
                public static void twice_pushforward(double[] xTangent, double[] yTangent) {
                    for (int i = 0; i < xTangent.length; i++) {
                        yTangent[i] = 2 * xTangent[i];
                    }
                }
                public static void twice_pullback(double[] xCotangent, double[] yCotangent) {
                    for (int i = 0; i < xCotangent.length; i++) {
                        xCotangent[i] += 2 * yCotangent[i];
                        yCotangent[i] = 0;
                    }
                }
                private static double scalar(double[] x, double[] y) { return x[0] * y[0] + x[1] * y[1]; }
            }
            """;

    private static final String MODEL = """
            // demo/Model.java
            package demo;
            import org.atled.Differentiable;
            public final class Model {
                @Differentiable
                static double f(double[] x) {
                    double[] y = new double[2];
                    BlackBox.twice(x, y);
                    return BlackBox.sine(x[0]) * BlackBox.norm(y);
                }
            }
            """;

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        folder = Files.createDirectory(root.resolve("classes"));
    }

    private Report build() throws IOException {
        try (ClassPath path = new ClassPath(List.of(CompiledSources.runtime()))) {
            return new ClassTree(folder, path, Optional.of(root.resolve("state")), Dumps.NONE).differentiate();
        }
    }

    @Test
    void bothKinds() throws Exception {
        UserProject project = new UserProject(folder).compile(OPTIONS, BLACK_BOX, RULES, MODEL);
        assertThat(build().diagnostics()).isEmpty();
        Class<?> derivatives = project.load().loadClass("demo.ModelDerivatives");
        double[] x = {0.3, 0.4};
        var gradient = derivatives.getDeclaredMethod("fGradient", double[].class);
        gradient.setAccessible(true);
        double[] actual = (double[]) gradient.invoke(null, (Object) x);
        assertThat(actual[0]).isCloseTo(Math.cos(0.3) * 1 + Math.sin(0.3) * 2 * 0.6, within(1e-15));
        assertThat(actual[1]).isCloseTo(Math.sin(0.3) * 2 * 0.8, within(1e-15));
        var jvp = derivatives.getDeclaredMethod("fJvp", double[].class, double[].class);
        jvp.setAccessible(true);
        double directional = (double) jvp.invoke(null, x, new double[] {2, 3});
        assertThat(directional).isCloseTo(2 * actual[0] + 3 * actual[1], within(1e-14));
    }

    /** A pullback reads an array as it was when its method was called, not as the program has left it. */
    @Test
    void arraysThatChangeLater() throws Exception {
        UserProject project = new UserProject(folder).compile(OPTIONS, BLACK_BOX, RULES, """
                // demo/Model.java
                package demo;
                import org.atled.Differentiable;
                public final class Model {
                    @Differentiable
                    static double f(double[] x) {
                        double[] y = x.clone();
                        double sum = 0;
                        for (int i = 0; i < 3; i++) {
                            sum += BlackBox.norm(y) * (i + 1);
                            y[0] *= y[1];
                            y[1] += x[0];
                        }
                        return sum * y[0];
                    }
                }
                """);
        assertThat(build().diagnostics()).isEmpty();
        Gradients.check(project.load(), "demo.Model", "demo.ModelDerivatives");
    }

    @Test
    void theBuildListsThemForOthers() throws IOException {
        new UserProject(folder).compile(OPTIONS, BLACK_BOX, RULES, MODEL);
        build();
        Path list = folder.resolve(RuleList.PATH);
        assertThat(list).hasContent("demo.BlackBoxRules\n");
        try (ClassPath path = new ClassPath(List.of(folder))) {
            assertThat(path.ruleClasses()).containsExactly("demo/BlackBoxRules");
        }
        assertThat(build().unchanged()).isEqualTo(1);
        Files.delete(folder.resolve("demo/BlackBoxRules.class"));
        Report without = build();
        assertThat(without.diagnostics()).extracting(Diagnostic::tag).contains("AtledBitCast");
    }

    @Test
    void aLoaderFindsThoseOfTheListAsWell() throws Exception {
        new UserProject(folder).compile(OPTIONS, BLACK_BOX, RULES, MODEL);
        Path list = Files.createDirectories(folder.resolve(RuleList.PATH).getParent())
                .resolve("rules");
        Files.writeString(list, "# by hand\n\ndemo.BlackBoxRules\n");
        URL[] urls = {folder.toUri().toURL()};
        try (DifferentiatingLoader loader =
                new DifferentiatingLoader(urls, getClass().getClassLoader())) {
            var gradient = loader.loadClass("demo.ModelDerivatives").getDeclaredMethod("fGradient", double[].class);
            gradient.setAccessible(true);
            double[] actual = (double[]) gradient.invoke(null, (Object) new double[] {0.3, 0.4});
            assertThat(actual[1]).isCloseTo(Math.sin(0.3) * 2 * 0.8, within(1e-15));
        }
    }

    @Test
    void aListedClassThatIsGone() throws IOException {
        new UserProject(folder).compile(OPTIONS, BLACK_BOX, MODEL);
        Path other = Files.createDirectories(root.resolve("other/META-INF/atled"));
        Files.writeString(other.resolve("rules"), "demo.Gone\n");
        List<Path> entries = List.of(root.resolve("other"), CompiledSources.runtime());
        try (ClassPath path = new ClassPath(entries)) {
            Report report = new ClassTree(folder, path, Optional.empty(), Dumps.NONE).differentiate();
            assertThat(report.diagnostics()).singleElement().satisfies(each -> {
                assertThat(each.tag()).isEqualTo("AtledRule");
                assertThat(each.message())
                        .isEqualTo(
                                "Rule class demo.Gone: it is listed in META-INF/atled/rules, but there is no such class."
                                        + " Build again from clean.");
            });
        }
    }

    @Test
    void aMethodThatAtledHasARuleForAlready() throws IOException {
        String rules = """
                // demo/BlackBoxRules.java
                package demo;
                @org.atled.DerivativeOf(Math.class)
                public abstract class BlackBoxRules {
                    public static double sin_dx(double x) { return 1; }
                }
                """;
        new UserProject(folder).compile(OPTIONS, BLACK_BOX, rules, MODEL);
        assertThat(build().diagnostics())
                .singleElement()
                .satisfies(each -> assertThat(each.message())
                        .contains("another class has a rule for java.lang.Math.sin(D)D. Remove one."));
    }

    @Test
    void withoutRulesTheBoxIsLookedInto() throws IOException {
        new UserProject(folder).compile(OPTIONS, BLACK_BOX, MODEL);
        assertThat(build().diagnostics()).extracting(Diagnostic::tag).containsOnly("AtledBitCast");
    }

    private void refuses(String body, String place, String... parts) throws IOException {
        String rules = """
                // demo/BlackBoxRules.java
                package demo;
                import org.atled.DerivativeOf;
                @DerivativeOf(BlackBox.class)
                public abstract class BlackBoxRules {
                %s
                }
                """.formatted(body);
        new UserProject(folder).compile(OPTIONS, BLACK_BOX, rules, MODEL);
        List<Diagnostic> diagnostics = build().diagnostics();
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.get(0).tag()).isEqualTo("AtledRule");
        assertThat(diagnostics.get(0).file() + ":" + diagnostics.get(0).line()).isEqualTo(place);
        assertThat(diagnostics.get(0).message()).contains(parts);
    }

    @Test
    void misspeltMethod() throws IOException {
        refuses(
                "public static double sinus_dx(double x) {\n return Math.cos(x); }",
                "demo/BlackBoxRules.java:7",
                "Rule demo.BlackBoxRules.sinus_dx: demo.BlackBox has no public static method \"double sinus(double x)\"",
                "declare it by an abstract method");
    }

    @Test
    void pullbackWithoutPushforward() throws IOException {
        refuses(
                """
                abstract double norm(double[] x);
                public static void norm_pullback(double[] x, double[] xCotangent, double resultCotangent) {}""",
                "demo/BlackBoxRules.java:0",
                "Rule demo.BlackBoxRules.norm: it has no pushforward. Write norm_pushforward.");
    }

    @Test
    void unknownParameter() throws IOException {
        refuses(
                """
                abstract double norm(double[] x);
                public static double norm_pushforward(double[] y) { return 0; }""",
                "demo/BlackBoxRules.java:7",
                "norm_pushforward: its parameters fit none of the declared primals \"double norm(double[] x)\"",
                "Use their names");
    }

    @Test
    void hiddenRule() throws IOException {
        refuses(
                "static double sine_dx(double x) { return 1; }",
                "demo/BlackBoxRules.java:6",
                "Make it public and static.");
    }

    @Test
    void noParameterNames() throws IOException {
        String rules = RULES.replace("-parameters", "");
        new UserProject(folder).compile(List.of("--release", "17", "-g"), BLACK_BOX, rules, MODEL);
        assertThat(build().diagnostics())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.message())
                                .contains(
                                        "the class file has no parameter names. Compile it with the option -parameters of javac."));
    }
}
