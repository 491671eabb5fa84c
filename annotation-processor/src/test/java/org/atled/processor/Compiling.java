package org.atled.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with the processor into a folder, all warnings on. */
final class Compiling {
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+(\\w+)");

    private final Path folder;
    private final List<Processor> processors;
    private final List<String> options = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing,-options"));
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    Compiling(Path folder, Processor... more) {
        this.folder = folder;
        this.processors = new ArrayList<>(List.of(more));
        processors.add(0, new DifferentiableProcessor());
    }

    Compiling option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Compiling compile(String... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", folder.toString(), "-s", folder.toString()));
        all.addAll(List.of(
                "-classpath", folder + System.getProperty("path.separator") + System.getProperty("java.class.path")));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            List<Source> units = new ArrayList<>();
            for (String source : sources) {
                units.add(new Source(source));
            }
            JavaCompiler.CompilationTask task =
                    compiler.getTask(new StringWriter(), files, diagnostics, all, null, units);
            task.setProcessors(processors);
            task.call();
        }
        return this;
    }

    /** Each diagnostic but notes of javac itself, as {@code line: text}. */
    List<String> messages(Diagnostic.Kind... kinds) {
        List<Diagnostic.Kind> wanted = List.of(kinds);
        return diagnostics.getDiagnostics().stream()
                .filter(d -> wanted.contains(d.getKind()))
                .map(d -> d.getLineNumber() + ": "
                        + d.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .toList();
    }

    List<String> errors() {
        return messages(Diagnostic.Kind.ERROR);
    }

    List<String> complaints() {
        return messages(Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);
    }

    List<String> notes() {
        return messages(Diagnostic.Kind.NOTE);
    }

    String generated(String qualifiedName) throws IOException {
        return Files.readString(folder.resolve(qualifiedName.replace('.', '/') + ".java"));
    }

    /** Loads what was compiled. */
    Class<?> load(String name) throws IOException, ClassNotFoundException {
        URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return Class.forName(name, true, loader);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            Matcher type = TYPE.matcher(text);
            Matcher home = PACKAGE.matcher(text);
            if (!type.find()) {
                throw new IllegalArgumentException("no type in " + text);
            }
            return (home.find() ? home.group(1).replace('.', '/') + "/" : "") + type.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
