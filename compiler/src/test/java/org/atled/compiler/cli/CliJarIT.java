package org.atled.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Cube;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command line, as another build tool would run it, and as a Java agent. */
final class CliJarIT {
    private static final Path JAR = Path.of(System.getProperty("atled.cli.jar"));

    @TempDir
    Path directory;

    private Path classes;

    /** What a process printed, and its exit status. */
    private record Result(int status, String out, String err) {}

    @BeforeEach
    void compile() throws IOException {
        classes = directory.resolve("classes");
        CompiledSources.into(classes, Cube.SOURCE, Cube.COMPANION, Cube.MAIN);
    }

    @Test
    void rewritesTheClassesInPlaceSoThatTheyNeedOnlyTheRuntime() throws Exception {
        Result built = differentiate();

        assertThat(built.err).isEmpty();
        assertThat(built.status).isZero();
        assertThat(built.out).startsWith("Differentiated 1 class: ");
        assertThat(java("-cp", classPath(), "demo.Main").out).isEqualTo(Cube.PRINTED);
    }

    @Test
    void secondRunWithAStateFileDoesNothing() throws Exception {
        String state = directory.resolve("state").toString();
        differentiate("--state", state);

        assertThat(differentiate("--state", state)).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void errorsGoToStandardErrorWithStatusOne() throws Exception {
        Files.delete(classes.resolve("demo/CubeDerivatives.class"));

        Result failed = differentiate();

        assertThat(failed.status).isEqualTo(1);
        assertThat(failed.out).isEmpty();
        assertThat(failed.err)
                .startsWith("[ERROR] demo/Cube.java:[4,1] [AtledMissingCompanion] demo.Cube.cube is annotated")
                .contains("[ERROR] 1 error, nothing was written.");
    }

    @Test
    void checkRunsTheDerivativesAtTheExamples() throws Exception {
        Path checked = directory.resolve("checked");
        CompiledSources.withProcessor(checked, List.of("--release", "17", "-g"), """
                // demo/Model.java
                package demo;
                import org.atled.*;
                final class Model {
                  @ExampleInput("3") @Differentiable static double f(double x) { return x * x; }
                }
                """);
        String path = CompiledSources.runtime().toString();
        String reports = directory.resolve("reports").toString();
        String[] check = {
            "-jar",
            JAR.toString(),
            "check",
            "--classpath",
            path,
            "--seed",
            "5",
            "--reports",
            reports,
            checked.toString()
        };

        Result unbuilt = java(check);
        assertThat(unbuilt.status).isEqualTo(1);
        assertThat(unbuilt.err).startsWith("[ERROR] demo/Model.java:[5,1] [AtledNotBuilt] ");

        java("-jar", JAR.toString(), "differentiate", "--classpath", path, checked.toString());
        Result built = java(check);
        assertThat(built.err).isEmpty();
        assertThat(built.out).startsWith("Checked 1 method at 1 example, seed 5: 1 passed, 0 failed (");
        assertThat(Files.readString(directory.resolve("reports/check.txt")))
                .startsWith("demo.Model.f(double): passed\n");
    }

    @Test
    void dumpPrintsTheFunctionsAskedFor() throws Exception {
        assertThat(differentiate("--dump", "*:Cube.cube").err).contains("// lift demo.Cube.cube(D)D");
    }

    @Test
    void asAnAgentItFillsCompanionsAsTheyAreLoaded() throws Exception {
        assertThat(java("-javaagent:" + JAR, "-cp", classPath(), "demo.Main"))
                .isEqualTo(new Result(0, Cube.PRINTED, ""));
    }

    @Test
    void withoutItTheCompanionSaysThatItWasNotBuilt() throws Exception {
        assertThat(java("-cp", classPath(), "demo.Main").err).contains("org.atled.NotBuiltException");
    }

    @Test
    void itsLibrariesAreMovedOutOfTheWayOfTheUsersOwn() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/atled/"));
            // Their licences come with them.
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/licenses/asm.txt")).isNotNull();
        }
    }

    private Result differentiate(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-jar", JAR.toString(), "differentiate"));
        arguments.addAll(List.of("--classpath", CompiledSources.runtime().toString()));
        arguments.addAll(List.of(options));
        arguments.add(classes.toString());
        return java(arguments.toArray(String[]::new));
    }

    private String classPath() {
        return classes + File.pathSeparator + CompiledSources.runtime();
    }

    private Result java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Result(status, Files.readString(out), Files.readString(err));
    }
}
