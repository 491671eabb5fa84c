package org.atled.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.atled.compiler.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceRootsTest {
    @TempDir
    Path root;

    @Test
    void diagnosticNamesTheSourceFileAsJavacDoes() throws IOException {
        Path source = Files.createDirectories(root.resolve("demo")).resolve("Decay.java");
        Files.createFile(source);
        SourceRoots roots = new SourceRoots(List.of(root.resolve("generated"), root));

        assertThat(roots.format(diagnostic("demo/Decay.java", 42)))
                .isEqualTo(source + ":[42,1] [AtledTest] Do that.\n    through demo.Decay.loss (Decay.java:12)");
    }

    @Test
    void fileBelowNoRootIsNamedAsItIs() {
        assertThat(new SourceRoots(List.of(root)).format(diagnostic("demo/Decay.java", 42)))
                .startsWith("demo/Decay.java:[42,1] [AtledTest] Do that.");
    }

    @Test
    void whatGoesWrongInALibraryIsPlacedAtTheProjectsOwnCall() throws IOException {
        Path source = Files.createDirectories(root.resolve("demo")).resolve("Decay.java");
        Files.createFile(source);
        Diagnostic inLibrary = new Diagnostic(
                Diagnostic.Severity.ERROR,
                "AtledTest",
                "java/lang/Double.java",
                949,
                "Do that.",
                List.of(
                        "demo.Main.f (demo/Main.java:3)",
                        "demo.Decay.loss (demo/Decay.java:12)",
                        "lib.Library.g (lib/Library.java:7)"));

        assertThat(new SourceRoots(List.of(root)).format(inLibrary))
                .isEqualTo(source + ":[12,1] [AtledTest] Do that.\n    in java/lang/Double.java:949"
                        + "\n    through demo.Main.f (demo/Main.java:3)"
                        + "\n    through demo.Decay.loss (demo/Decay.java:12)"
                        + "\n    through lib.Library.g (lib/Library.java:7)");
    }

    @Test
    void unknownLineIsLeftOut() {
        assertThat(new SourceRoots(List.of()).format(diagnostic("demo.Decay", 0)))
                .startsWith("demo.Decay: [AtledTest] Do that.");
    }

    private static Diagnostic diagnostic(String file, int line) {
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                "AtledTest",
                file,
                line,
                "Do that.",
                List.of("demo.Decay.loss (Decay.java:12)"));
    }
}
