package org.atled.compiler;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.atled.processor.DifferentiableProcessor;
import org.atled.runtime.Companion;

/** Compiles sources into a directory, as a user's build would. */
public final class CompiledSources {
    private static Path runtimeJar;

    private CompiledSources() {}

    /** Each source starts with a line {@code // path/of/File.java}. No annotation processor runs. */
    public static void into(Path directory, String... sources) throws IOException {
        compile(directory, List.of("--release", "17", "-g"), List.of(), List.of(), sources);
    }

    /** The same with the annotation processor and these options of javac. */
    public static void withProcessor(Path directory, List<String> options, String... sources) throws IOException {
        withProcessor(directory, options, List.of(), sources);
    }

    /** The same with libraries on the class path. */
    public static void withProcessor(Path directory, List<String> options, List<Path> libraries, String... sources)
            throws IOException {
        compile(directory, options, libraries, List.of(new DifferentiableProcessor()), sources);
    }

    private static void compile(
            Path directory, List<String> options, List<Path> libraries, List<Processor> processors, String... sources)
            throws IOException {
        Files.createDirectories(directory);
        List<JavaFileObject> units =
                Arrays.stream(sources).<JavaFileObject>map(Source::new).toList();
        List<String> all = new ArrayList<>(options);
        List<String> path = new ArrayList<>(List.of(runtime().toString(), directory.toString()));
        libraries.forEach(each -> path.add(each.toString()));
        all.addAll(List.of("-d", directory.toString(), "-cp", String.join(File.pathSeparator, path)));
        if (processors.isEmpty()) {
            all.add("-proc:none");
        }
        StringBuilder messages = new StringBuilder();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, message -> messages.append(message).append('\n'), all, null, units);
        task.setProcessors(processors);
        if (!task.call()) {
            throw new IllegalArgumentException(messages.toString());
        }
    }

    /** Where the classes of {@code atled-runtime} are. */
    public static Path runtime() {
        return pathOf(Companion.class);
    }

    /** The same as a jar, as users have it: classes in directories count as those of the project. */
    public static synchronized Path runtimeJar() throws IOException {
        if (runtimeJar == null) {
            runtimeJar = runtime();
            if (Files.isDirectory(runtime())) {
                runtimeJar = Files.createTempFile("atled-runtime", ".jar");
                runtimeJar.toFile().deleteOnExit();
                String[] arguments = {
                    "--create", "--file", runtimeJar.toString(), "-C", runtime().toString(), "."
                };
                if (java.util.spi.ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, arguments)
                        != 0) {
                    throw new IOException("no jar of " + runtime());
                }
            }
        }
        return runtimeJar;
    }

    /** The directory or jar that a class was loaded from. */
    public static Path pathOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:/" + text.lines().findFirst().orElseThrow().substring(3)), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
