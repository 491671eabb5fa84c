package org.atled.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.atled.compiler.ClassSource;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Decay;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Differentiated;
import org.atled.compiler.PrimalFiller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassTreeTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path project;

    private final PrimalFiller filler = new PrimalFiller();

    @Test
    void fillsACompanionThatReachesAPrivateMethod() throws Exception {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));

        Report report = differentiate();

        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.built()).isEqualTo(1);
        assertThat(report.summary()).matches("Differentiated 1 class: [0-9.]+ kB in [0-9.]+ s");
        assertThat(call("demo.DecayDerivatives")).isEqualTo(6);
    }

    @Test
    void secondRunChangesNothingAndCompilesNothing() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        differentiate();
        age(LONG_AGO);
        Map<String, String> before = snapshot();

        Report second = differentiate();

        assertThat(second.built()).isZero();
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(snapshot()).isEqualTo(before);
        assertThat(filler.filled()).containsExactly("demo/DecayDerivatives");
    }

    @Test
    void withoutItsStateFileItMakesTheSameAgainAndWritesNothing() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        differentiate();
        age(LONG_AGO);
        Map<String, String> before = snapshot();
        Files.delete(state());

        Report second = differentiate();

        assertThat(second.built()).isEqualTo(1);
        assertThat(second.bytes()).isZero();
        before.put("state", snapshot().get("state"));
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void stateOfAnotherVersionIsIgnored() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        Files.writeString(state(), "atled build state 0\ngarbage\n");

        assertThat(differentiate().built()).isEqualTo(1);
    }

    @Test
    void onlyWhatDependsOnAChangeIsBuiltAgain() throws Exception {
        compile(
                Decay.source("loss", "3"),
                Decay.companion("loss"),
                Decay.source("Growth", "loss", "3"),
                Decay.companion("Growth", "demo.Growth", "loss"));
        differentiate();
        filler.filled().clear();
        compile(Decay.source("Growth", "loss", "5"));

        Report second = differentiate();

        assertThat(second.built()).isEqualTo(1);
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.summary()).startsWith("Differentiated 1 class (1 unchanged): ");
        assertThat(filler.filled()).containsExactly("demo/GrowthDerivatives");
        assertThat(call("demo.GrowthDerivatives")).isEqualTo(10);
    }

    @Test
    void recompiledStubIsFilledAgain() throws Exception {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        differentiate();
        compile(Decay.companion("loss"));

        assertThat(differentiate().built()).isEqualTo(1);
        assertThat(call("demo.DecayDerivatives")).isEqualTo(6);
    }

    @Test
    void editedUserClassKeepsItsTimeAndCompanionGetsANewOne() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        age(LONG_AGO);
        byte[] original = Files.readAllBytes(classes().resolve("demo/Decay.class"));

        differentiate();

        assertThat(classes().resolve("demo/Decay.class")).isRegularFile();
        assertThat(Files.readAllBytes(classes().resolve("demo/Decay.class"))).isNotEqualTo(original);
        assertThat(Files.getLastModifiedTime(classes().resolve("demo/Decay.class")))
                .isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(classes().resolve("demo/DecayDerivatives.class")))
                .isGreaterThan(LONG_AGO);
    }

    @Test
    void companionsOfOneNestAreAllAdmitted() throws Exception {
        String outer = """
                // demo/Outer.java
                package demo;
                public final class Outer {
                    @org.atled.Differentiable private static double f(double x) { return 2 * x; }
                    static final class Inner {
                        @org.atled.Differentiable private static double g(double x) { return 5 * x; }
                    }
                }
                """;
        compile(
                outer,
                Decay.companion("Outer", "demo.Outer", "f"),
                Decay.companion("Outer_Inner", "demo.Outer$Inner", "g"));

        assertThat(differentiate().built()).isEqualTo(2);
        assertThat(call("demo.OuterDerivatives")).isEqualTo(4);
        assertThat(call("demo.Outer_InnerDerivatives")).isEqualTo(10);
        assertThat(differentiate().unchanged()).isEqualTo(2);
    }

    @Test
    void allErrorsAreReportedAtOnceAndNothingIsWritten() throws IOException {
        compile(
                Decay.source("impossible", "3"),
                Decay.companion("impossible"),
                Decay.source("Fine", "loss", "3"),
                Decay.companion("Fine", "demo.Fine", "loss"),
                Decay.source("Growth", "impossible", "3"),
                Decay.companion("Growth", "demo.Growth", "impossible"),
                Decay.source("Lonely", "loss", "3"));
        Map<String, String> before = snapshot();

        Report report = differentiate();

        assertThat(report.errors()).isEqualTo(3);
        assertThat(report.diagnostics())
                .extracting(diagnostic -> diagnostic.file() + " " + diagnostic.tag())
                .containsExactly(
                        "demo/Lonely.java AtledMissingCompanion",
                        "demo/Decay.java AtledTest",
                        "demo/Growth.java AtledTest");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void annotatedMethodWithoutCompanionIsAnErrorThatNamesTheRemedy() throws IOException {
        compile(Decay.source("loss", "3"));

        assertThat(differentiate().diagnostics())
                .containsExactly(new Diagnostic(
                        Diagnostic.Severity.ERROR,
                        "AtledMissingCompanion",
                        "demo/Decay.java",
                        4,
                        "demo.Decay.loss is annotated @Differentiable, but there is no demo.DecayDerivatives: the"
                                + " annotation processor did not run. Put atled-annotation-processor into"
                                + " <annotationProcessorPaths> of maven-compiler-plugin (without Maven: javac"
                                + " -processorpath); JDK 23 and later ignore a processor that is merely on the class"
                                + " path. Then compile everything again (mvn clean).",
                        List.of()));
    }

    @Test
    void damagedClassFilesAreErrors() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        Path file = classes().resolve("demo/Decay.class");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(classes().resolve("demo/Text.class"), "this is no class file");
        byte[] future = whole.clone();
        future[7] = 99;
        Files.write(classes().resolve("demo/Future.class"), future);

        assertThat(differentiate().diagnostics())
                .filteredOn(diagnostic -> diagnostic.tag().equals("AtledUnreadableClass"))
                .extracting(Diagnostic::message)
                .satisfiesExactly(
                        cut -> assertThat(cut)
                                .startsWith(file + " cannot be read: it is cut short or damaged. Compile it again"),
                        version -> assertThat(version).contains("Future.class", "Unsupported class file version 99"),
                        text -> assertThat(text).contains("Text.class", "it does not start as a class file does"));
    }

    @Test
    void classFilesThatAreDataOfTheProjectAreLeftAlone() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        Files.createDirectories(classes().resolve("templates"));
        Files.move(classes().resolve("demo/Decay.class"), classes().resolve("templates/Decay.class"));
        Files.delete(classes().resolve("demo/DecayDerivatives.class"));

        assertThat(differentiate().diagnostics()).isEmpty();
    }

    @Test
    void failedWriteLeavesEverythingAsItWas() throws IOException {
        compile(Decay.source("loss", "3"), Decay.companion("loss"));
        Map<String, String> before = snapshot();
        ClassTree tree = tree((classes, companion) -> {
            Differentiated result = filler.fill(classes, companion);
            Map<String, byte[]> more = new TreeMap<>(result.classes());
            // Its directory cannot be made: a file has that name.
            more.put("demo/DecayDerivatives.class/Added", new byte[] {1});
            return new Differentiated(more, result.read(), result.diagnostics());
        });

        assertThatThrownBy(tree::differentiate).isInstanceOf(IOException.class);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void failureOfTheCompilerIsReportedAsABug() throws IOException {
        compile(Decay.source("bug", "3"), Decay.companion("bug"));

        assertThatThrownBy(this::differentiate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug in Atled: differentiating demo.Decay failed with java.lang.IllegalArgumentException:"
                        + " block 7 has no predecessor. Please report it with this stack trace.");
    }

    @Test
    void missingDirectoryAndFileInItsPlaceAreErrors() throws IOException {
        assertThatThrownBy(this::differentiate)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(classes() + " does not exist. Compile the classes first.");
        Files.createFile(classes());
        assertThatThrownBy(this::differentiate)
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage(classes()
                        + " is not a directory. Give the root of the compiled classes, such as target/classes.");
    }

    @Test
    void emptyTreeIsFine() throws IOException {
        Files.createDirectories(classes());

        Report report = differentiate();

        assertThat(report.built() + report.unchanged()).isZero();
        assertThat(report.hasErrors()).isFalse();
    }

    private Path classes() {
        return project.resolve("classes");
    }

    private Path state() {
        return project.resolve("state");
    }

    private void compile(String... sources) throws IOException {
        CompiledSources.into(classes(), sources);
    }

    private Report differentiate() throws IOException {
        return tree(filler::fill).differentiate();
    }

    private ClassTree tree(BiFunction<ClassSource, String, Differentiated> differentiator) throws IOException {
        return new ClassTree(
                differentiator, classes(), new ClassPath(List.of(CompiledSources.runtime())), Optional.of(state()));
    }

    private double call(String companion) throws Exception {
        URL[] urls = {classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            return (double)
                    loader.loadClass(companion).getMethod("call", double.class).invoke(null, 2.0);
        }
    }

    private void age(FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private Map<String, String> snapshot() throws IOException {
        Map<String, String> snapshot = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = HexFormat.of().formatHex(Files.readAllBytes(file));
                snapshot.put(project.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + content);
            }
        }
        return snapshot;
    }
}
