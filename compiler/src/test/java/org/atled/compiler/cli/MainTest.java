package org.atled.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Decay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MainTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheOptions() {
        assertThat(run("differentiate", "--help")).isZero();
        assertThat(out.toString()).contains("--classpath", "--dump", "--state", "DIR");
    }

    @Test
    void directoryWithoutCompanionsIsSilentSuccess() {
        assertThat(run("differentiate", directory.toString())).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void missingCompanionIsReportedWithItsSourceFile() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("src/demo"));
        Files.createFile(sources.resolve("Decay.java"));
        CompiledSources.into(directory.resolve("classes"), Decay.source("loss", "3"));

        int status = run(
                "differentiate",
                "--source-path",
                directory.resolve("src").toString(),
                directory.resolve("classes").toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(
                        "[ERROR] " + sources.resolve("Decay.java") + ":[4,1] [AtledMissingCompanion] demo.Decay.loss")
                .endsWith(String.format(
                        "[ERROR] 1 error, nothing was written. Correct the sources, compile and run this again.%n"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void missingDirectoryIsAnError() {
        Path missing = directory.resolve("missing");
        assertThat(run("differentiate", missing.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(String.format("[ERROR] %s does not exist. Compile the classes first.%n", missing));
    }

    @Test
    void brokenJarOnTheClassPathIsAnError() throws IOException {
        Path jar = Files.writeString(directory.resolve("broken.jar"), "no jar");
        assertThat(run("differentiate", "--classpath", jar.toString(), directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("[ERROR] class path entry " + jar + " is not a readable jar (")
                .contains("Delete it so that it is downloaded or built again.");
    }

    @Test
    void wrongUsageHasAStatusOfItsOwn() {
        assertThat(run("differentiate")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("differentiate", "--dump", "nonsense", directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Missing required parameter: 'DIR'")
                .contains("Missing command: try atled differentiate --help")
                .contains("cannot dump \"nonsense\": write STAGE:Class.method");
    }

    @Test
    void checkSaysThatNothingWasChecked() {
        assertThat(run("check", directory.toString())).isZero();
        assertThat(err.toString())
                .isEqualTo(String.format("[WARNING] No derivative was checked: there is no differentiable method.%n"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongUsageOfCheckSaysWhatToGive() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "--tolerance", "-1", directory.toString())).isEqualTo(2);
        assertThat(run("check", directory.resolve("missing").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("Missing required parameter: 'DIR'")
                .contains("the tolerance is -1.0, but it must be at least 0: give one such as 1e-13.")
                .contains("missing is not a directory. Give the root of the compiled classes, such as target/classes.");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
