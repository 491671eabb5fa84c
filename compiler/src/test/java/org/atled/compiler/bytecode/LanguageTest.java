package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What javac makes of every construct of the language, lifted and lowered again, says the same when it is run. The
 * programs are the resources {@code language/java17} and, where the JDK is new enough, {@code language/java25}; each has
 * a method {@code run} that logs what it sees.
 */
class LanguageTest {
    @TempDir
    private Path classes;

    @Test
    void programsOfJava17() throws Exception {
        check("17", programs("java17"));
    }

    @Test
    void programsOfJava25() throws Exception {
        assumeTrue(Runtime.version().feature() >= 25, "needs JDK 25");
        List<Path> programs = new ArrayList<>(programs("java17"));
        programs.addAll(programs("java25"));
        check("25", programs);
    }

    private static List<Path> programs(String directory) throws IOException, URISyntaxException {
        Path resources =
                Path.of(LanguageTest.class.getResource("/language/" + directory).toURI());
        try (Stream<Path> files = Files.list(resources)) {
            return files.sorted().toList();
        }
    }

    private void check(String release, List<Path> programs) throws Exception {
        compile(release, programs);
        RoundTrip trip = RoundTrip.ofDirectory(classes);
        assertThat(trip.failures()).isEmpty();
        ClassLoader originals = trip.originalLoader();
        ClassLoader rewritten = trip.loader();
        for (Path program : programs) {
            String name = program.getFileName().toString().replace(".java", "");
            String expected = run(name, originals);
            assertThat(expected).as(name).hasSizeGreaterThan(80);
            assertThat(run(name, rewritten)).as(name).isEqualTo(expected);
        }
        assertThat(RoundTripTest.linked(trip, rewritten)).isEqualTo(RoundTripTest.linked(trip, originals));
        assertThat(RoundTripTest.linked(trip, rewritten))
                .allSatisfy((name, outcome) -> assertThat(outcome).isEqualTo("linked"));
        System.out.println(new Figures(trip, trip.classNames()).line("programs of Java " + release));
    }

    private void compile(String release, List<Path> programs) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("--release", release, "-proc:none", "-Xlint:none", "-g", "-d", classes.toString());
        StringBuilder messages = new StringBuilder();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean isCompiled = compiler.getTask(
                            null,
                            files,
                            message -> messages.append(message).append('\n'),
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(programs))
                    .call();
            assertThat(isCompiled).as(() -> messages.toString()).isTrue();
        }
    }

    private static String run(String name, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> program = Class.forName(name, true, loader);
        return (String) program.getMethod("run").invoke(null);
    }
}
