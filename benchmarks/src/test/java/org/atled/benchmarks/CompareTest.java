package org.atled.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void listsTheProblems() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString()).contains("gmm-10  d=10 K=25 N=1,000").contains("network");
    }

    @Test
    void refusesAProblemThatIsNotThere() {
        assertThat(run("--output", directory.toString(), "gmm-11")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no problem gmm-11; --list prints all");
    }

    @Test
    void refusesACommandThatIsNoJava() {
        assertThat(run(
                        "--output",
                        directory.toString(),
                        "--java",
                        directory.resolve("java").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--java: ");
    }

    @Test
    void refusesAMethodThatIsNotThere() {
        assertThat(run("--methods", "atled,tapenade")).isEqualTo(2);
        assertThat(err.toString()).contains("tapenade");
    }

    @Test
    void refusesAnOutputThatIsAFile() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(run("--output", file.toString(), "log-sum-exp")).isEqualTo(2);
        assertThat(err.toString()).contains("--output: the directory cannot be created");
    }

    private int run(String... arguments) {
        return Compare.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
