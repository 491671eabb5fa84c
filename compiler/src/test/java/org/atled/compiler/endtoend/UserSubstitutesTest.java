package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.build.ClassTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that users let differentiate in the place of others. */
final class UserSubstitutesTest {
    private static final List<String> OPTIONS = List.of("--release", "17", "-g", "-parameters");

    private static final String MODEL = """
            // demo/Model.java
            package demo;
            public final class Model {
              static double cube(double[] x, int i) {
                return Double.longBitsToDouble(Double.doubleToRawLongBits(x[i] * x[i] * x[i]));
              }
              static double twice(double[] x) { return 2 * cube(x, 0); }
              @org.atled.Differentiable
              static double f(double[] x) { return x[1] * cube(x, 0) + twice(x) + ModelRules.calls; }
            }
            """;

    private static final String RULES = """
            // demo/ModelRules.java
            package demo;
            @org.atled.DerivativeOf(Model.class)
            public abstract class ModelRules {
              static int calls;
              %s
            }
            """;

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        folder = Files.createDirectory(root.resolve("classes"));
    }

    private List<Diagnostic> build(UserProject project) throws IOException {
        try (ClassPath path = new ClassPath(List.of(CompiledSources.runtime()))) {
            return new ClassTree(folder, path, Optional.of(root.resolve("state")), Dumps.NONE)
                    .differentiate()
                    .diagnostics();
        }
    }

    private UserProject project(String rule) throws IOException {
        return new UserProject(folder).compile(OPTIONS, MODEL, RULES.formatted(rule));
    }

    /** Also where it is called by what is inlined; and it may call the method itself. */
    @Test
    void isDifferentiatedInstead() throws Exception {
        UserProject project = project("""
                public static double cube_substitute(double[] x, int i) {
                  double[] copy = {3};
                  return x[i] * x[i] * x[i] + 0 * Model.cube(copy, 0);
                }""");
        assertThat(build(project)).isEmpty();
        Class<?> derivatives = project.load().loadClass("demo.ModelDerivatives");
        var gradient = Gradients.method(derivatives, "fGradient", double[].class);
        assertThat((double[]) gradient.invoke(null, (Object) new double[] {2, 5}))
                .containsExactly(7 * 12, 8);
        var jvp = Gradients.method(derivatives, "fJvp", double[].class, double[].class);
        assertThat((double) jvp.invoke(null, new double[] {2, 5}, new double[] {1, 1}))
                .isEqualTo(7 * 12 + 8);
    }

    @Test
    void ofAnotherSignature() throws IOException {
        assertThat(build(project("public static float cube_substitute(double[] x, int i) { return 0; }")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.tag()).isEqualTo("AtledRule");
                    assertThat(error.message())
                            .isEqualTo(
                                    "Rule demo.ModelRules.cube_substitute: none of the classes has a static method"
                                            + " \"cube(double[], int)\" that returns the same. Correct the name and the types.");
                });
    }

    @Test
    void withoutItTheMethodIsLookedInto() throws IOException {
        assertThat(build(project(""))).extracting(Diagnostic::tag).containsOnly("AtledBitCast");
    }
}
