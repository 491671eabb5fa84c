package org.atled.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.atled.compiler.bytecode.ClassFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {
    @TempDir
    Path directory;

    @Test
    void firstEntryThatHasAClassWins() throws IOException {
        Path classes = directory.resolve("classes");
        Files.createDirectories(classes.resolve("demo"));
        Files.write(classes.resolve("demo/A.class"), new byte[] {1});
        Path jar = jar("lib.jar", "demo/A.class", new byte[] {2});
        try (ClassPath directoryFirst = new ClassPath(List.of(classes, jar));
                ClassPath jarFirst = new ClassPath(List.of(jar, classes))) {
            assertThat(directoryFirst.find("demo/A")).contains(new byte[] {1});
            assertThat(jarFirst.find("demo/A")).contains(new byte[] {2});
            assertThat(jarFirst.find("demo/B")).isEmpty();
        }
    }

    @Test
    void ofAMultiReleaseJarTheBaseClassIsRead() throws IOException {
        Path jar = directory.resolve("lib.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/versions/11/demo/A.class"));
            zip.write(11);
            zip.putNextEntry(new ZipEntry("demo/A.class"));
            zip.write(8);
        }
        try (ClassPath path = new ClassPath(List.of(jar))) {
            assertThat(path.find("demo/A")).contains(new byte[] {8});
        }
    }

    @Test
    void classesOfTheJdkAreFound() throws IOException {
        try (ClassPath path = new ClassPath(List.of())) {
            assertThat(path.find("java/lang/Math").map(ClassFacts::of))
                    .map(ClassFacts::sourcePath)
                    .contains("java/lang/Math.java");
            assertThat(path.find("java/sql/Timestamp")).isPresent();
        }
    }

    @Test
    void missingEntryIsAnErrorThatNamesIt() {
        Path missing = directory.resolve("missing.jar");
        assertThatThrownBy(() -> new ClassPath(List.of(missing)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("class path entry " + missing
                        + " does not exist. Build or download it first, or take it off the class path.");
    }

    @Test
    void brokenJarIsAnErrorThatNamesIt() throws IOException {
        Path broken = directory.resolve("broken.jar");
        Files.writeString(broken, "<html>502 Bad Gateway</html>");
        assertThatThrownBy(() -> new ClassPath(List.of(broken)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("class path entry " + broken + " is not a readable jar (")
                .hasMessageEndingWith("). Delete it so that it is downloaded or built again.");
    }

    @Test
    void damagedEntryOfAJarIsAnErrorThatNamesTheJar() throws IOException {
        byte[] content = new byte[10_000];
        new SplittableRandom(1).nextBytes(content);
        Path jar = jar("damaged.jar", "demo/A.class", content);
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = 100; i < 200; i++) {
            bytes[i] ^= 0x5A;
        }
        bytes[42] = (byte) 0xFF;
        Files.write(jar, bytes);
        try (ClassPath path = new ClassPath(List.of(jar))) {
            assertThatThrownBy(() -> path.find("demo/A"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot read demo/A.class: " + jar + " is damaged (")
                    .hasMessageEndingWith("); delete it so that it is downloaded or built again");
        }
    }

    private Path jar(String name, String entry, byte[] content) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return jar;
    }
}
