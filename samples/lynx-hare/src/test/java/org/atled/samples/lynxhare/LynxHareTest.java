package org.atled.samples.lynxhare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it: what it prints, which files it leaves, how it ends. */
final class LynxHareTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theWholeRun() {
        assertThat(run(directory.resolve("new").toString())).isZero();
        assertThat(text(err)).isEmpty();
        assertThat(text(out))
                .contains("Counts of 21 years, 1900–1920")
                .contains("Start 1, the first guess (1.00, 0.0500, 1.00, 0.0500, 30.0, 4.00, 1.00, 1.00), FAILS")
                .contains("false minimum at 0.674")
                .contains("11 of 20 starts end in the best minimum found, -42.7406")
                .containsPattern("α +0\\.5400 +0\\.055 +0\\.550")
                .contains("central differences of the exact gradient")
                .contains("Gradient check at the first guess: passed (forward against reverse ")
                .containsPattern("ratio \\d+\\.\\d\\d\\.");
        assertThat(directory.resolve("new"))
                .isDirectoryContaining("glob:**/lynx-hare.png")
                .isDirectoryContaining("glob:**/lynx-hare.svg")
                .isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void anInterruptedRunWritesNothing() throws IOException {
        Thread.currentThread().interrupt();
        assertThat(run(directory.toString())).isEqualTo(130);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(text(err)).contains("lynx-hare: interrupted; no picture was written");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void badInput() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.csv"), "year,hare,lynx\n1900,-1,4\n");
        assertThat(run()).isEqualTo(2);
        assertThat(run("--what")).isEqualTo(2);
        assertThat(text(err)).contains("usage: lynx-hare OUTPUT-DIRECTORY [COUNTS.csv]");
        fails("there is no directory", directory.resolve("no/such").toString());
        fails("is a file; give a directory", file.toString());
        fails("cannot read", directory.toString(), directory.resolve("none.csv").toString());
        fails("has 1 years", directory.toString(), file.toString());
        assertThat(text(out)).isEmpty();
    }

    private void fails(String message, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(err)).startsWith("lynx-hare: ").contains(message);
    }

    private int run(String... arguments) {
        return LynxHare.run(arguments, printed(out), printed(err));
    }

    private static PrintStream printed(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
