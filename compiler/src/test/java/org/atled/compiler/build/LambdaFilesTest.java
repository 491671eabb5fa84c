package org.atled.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Decay;
import org.atled.compiler.PrimalFiller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The class files that a companion needs for the lambdas in its derivative code come and go with it. */
final class LambdaFilesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final String COMPANION = "demo/DecayDerivatives";

    @TempDir
    Path project;

    private final PrimalFiller filler = new PrimalFiller();

    @BeforeEach
    void compile() throws IOException {
        CompiledSources.into(classes(), Decay.source("loss", "3"), Decay.companion("loss"));
    }

    @Test
    void theyAreWrittenBesideTheCompanion() throws Exception {
        filler.withLambdas(2);
        differentiate();

        assertThat(lambdas()).containsExactly(file(0), file(1));
        assertThat(call()).isEqualTo(6);
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        filler.withLambdas(2);
        differentiate();
        age();

        assertThat(differentiate().unchanged()).isEqualTo(1);
        Files.delete(project.resolve("state"));
        assertThat(differentiate().built()).isEqualTo(1);
        for (Path file : lambdas()) {
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
        }
    }

    @Test
    void oneThatIsMissingOrDamagedIsMadeAgain() throws Exception {
        filler.withLambdas(2);
        differentiate();
        Files.delete(file(1));

        assertThat(differentiate().built()).isEqualTo(1);
        assertThat(lambdas()).containsExactly(file(0), file(1));

        Files.write(file(0), other(PrimalFiller.lambda(COMPANION, 0), Opcodes.ACC_SYNTHETIC));
        age();
        assertThat(differentiate().built()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(file(0))).isGreaterThan(LONG_AGO);
        assertThat(call()).isEqualTo(6);
    }

    @Test
    void theyAreRemovedWhenTheCompanionNoLongerHasThem() throws Exception {
        filler.withLambdas(3);
        differentiate();
        filler.withLambdas(1);
        CompiledSources.into(classes(), Decay.source("loss", "4"));
        differentiate();

        assertThat(lambdas()).containsExactly(file(0));
        assertThat(call()).isEqualTo(8);
        assertThat(differentiate().unchanged()).isEqualTo(1);
    }

    @Test
    void strangersOfAnUnchangedCompanionAreRemoved() throws IOException {
        differentiate();
        Files.write(file(7), other(PrimalFiller.lambda(COMPANION, 7), Opcodes.ACC_SYNTHETIC));

        assertThat(differentiate().unchanged()).isEqualTo(1);
        assertThat(lambdas()).isEmpty();
    }

    @Test
    void theyGoWithTheCompanion() throws IOException {
        filler.withLambdas(2);
        differentiate();
        Files.delete(classes().resolve("demo/Decay.class"));
        Files.delete(classes().resolve(COMPANION + ".class"));
        differentiate();

        assertThat(lambdas()).isEmpty();
    }

    @Test
    void nothingIsRemovedIfThereIsAnError() throws IOException {
        filler.withLambdas(2);
        differentiate();
        filler.withLambdas(0);
        CompiledSources.into(classes(), Decay.source("impossible", "3"), Decay.companion("impossible"));

        assertThat(differentiate().hasErrors()).isTrue();
        assertThat(lambdas()).hasSize(2);
    }

    @Test
    void classesOfTheUserAndOfOtherToolsAreLeftAlone() throws IOException {
        Path written = classes().resolve(COMPANION + "$Lambda$mine.class");
        Files.write(written, other(COMPANION + "$Lambda$mine", Opcodes.ACC_PUBLIC));
        Path spun = classes().resolve("demo/Decay$$Lambda$1.class");
        Files.write(spun, other("demo/Decay$$Lambda$1", Opcodes.ACC_SYNTHETIC));
        differentiate();

        assertThat(lambdas()).containsExactlyInAnyOrder(written, spun);
    }

    private static byte[] other(String name, int access) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, access | Opcodes.ACC_FINAL, name, null, "java/lang/Object", null);
        return writer.toByteArray();
    }

    private Path classes() {
        return project.resolve("classes");
    }

    private Path file(int index) {
        return classes().resolve(PrimalFiller.lambda(COMPANION, index) + ".class");
    }

    private List<Path> lambdas() throws IOException {
        try (Stream<Path> files = Files.list(classes().resolve("demo"))) {
            return files.filter(file -> file.toString().contains("$Lambda$"))
                    .sorted()
                    .toList();
        }
    }

    private void age() throws IOException {
        for (Path file : lambdas()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private Report differentiate() throws IOException {
        ClassPath runtime = new ClassPath(List.of(CompiledSources.runtime()));
        return new ClassTree(filler::fill, classes(), runtime, Optional.of(project.resolve("state"))).differentiate();
    }

    private double call() throws Exception {
        URL[] urls = {classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            Class<?> companion = loader.loadClass(COMPANION.replace('/', '.'));
            return (double) companion.getMethod("call", double.class).invoke(null, 2.0);
        }
    }
}
