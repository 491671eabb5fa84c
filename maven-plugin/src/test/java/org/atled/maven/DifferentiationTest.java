package org.atled.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DifferentiationTest {
    @TempDir
    Path project;

    @Test
    void moduleWithoutClassesIsFine() {
        assertThatCode(() -> run(project.resolve("classes"), List.of(), null)).doesNotThrowAnyException();
    }

    @Test
    void outputDirectoryOfAModuleWithoutClassesMayBeOnTheClassPath() {
        List<String> classPath = List.of(project.resolve("other/target/classes").toString());

        assertThatCode(() -> run(project, classPath, null)).doesNotThrowAnyException();
    }

    @Test
    void malformedDumpSaysWhatToWrite() {
        assertThatThrownBy(() -> run(project, List.of(), "reverse"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("atled.dump: cannot dump \"reverse\": write STAGE:Class.method, for example"
                        + " reverse:Decay.loss or *:demo.Decay.*");
    }

    @Test
    void brokenJarIsNamed() throws IOException {
        Path jar = Files.writeString(project.resolve("broken.jar"), "no jar");

        assertThatThrownBy(() -> run(project, List.of(jar.toString()), null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("class path entry " + jar + " is not a readable jar (");
    }

    @Test
    void unreadableClassIsAFailureOfTheBuild() throws IOException {
        Path classes = Files.createDirectories(project.resolve("classes"));
        Files.writeString(classes.resolve("Broken.class"), "no class file");

        assertThatThrownBy(() -> run(classes, List.of(), null))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Differentiation failed with 1 error, listed above; no class file was changed");
        assertThat(project.resolve("work").resolve("state")).doesNotExist();
    }

    private void run(Path classes, List<String> classPath, String dump)
            throws MojoExecutionException, MojoFailureException {
        new Differentiation(classes.toFile(), classPath, List.of(), project.resolve("work"), dump)
                .run(new SystemStreamLog());
    }
}
