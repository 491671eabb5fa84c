package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Differentiated;
import org.atled.compiler.Differentiator;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.bytecode.ClassFacts;

/**
 * A project as a user has it: sources compiled by javac with the annotation processor, companions filled, classes loaded
 * by a class loader that verifies them.
 */
final class UserProject {
    private static final List<String> OPTIONS = List.of("--release", "17", "-g");

    private final Path classes;

    UserProject(Path classes) {
        this.classes = classes;
    }

    UserProject compile(String... sources) throws IOException {
        return compile(OPTIONS, sources);
    }

    /** Compiles some sources by options of their own; classes compiled before are on the class path. */
    UserProject compile(List<String> options, String... sources) throws IOException {
        CompiledSources.withProcessor(classes, options, sources);
        return this;
    }

    /** Takes a class off the class path. */
    UserProject remove(String internalName) throws IOException {
        Files.delete(classFile(internalName));
        return this;
    }

    /** The bytes of a class, for tests that damage them. */
    byte[] bytes(String internalName) throws IOException {
        return Files.readAllBytes(classFile(internalName));
    }

    UserProject replace(String internalName, byte[] bytes) throws IOException {
        Files.createDirectories(classFile(internalName).getParent());
        Files.write(classFile(internalName), bytes);
        return this;
    }

    private Path classFile(String internalName) {
        return classes.resolve(internalName + ".class");
    }

    /** Fills every companion that can be filled, each seeing what the ones before it changed. */
    List<Diagnostic> differentiate() throws IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String companion : companions()) {
            try (ClassPath path = new ClassPath(List.of(classes, CompiledSources.runtimeJar()))) {
                Differentiated result = new Differentiator(path, Dumps.NONE).differentiate(companion);
                diagnostics.addAll(result.diagnostics());
                for (Map.Entry<String, byte[]> changed : result.classes().entrySet()) {
                    replace(changed.getKey(), changed.getValue());
                }
            }
        }
        return diagnostics;
    }

    private List<String> companions() throws IOException {
        List<String> companions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Derivatives.class"))
                    .sorted()
                    .toList()) {
                ClassFacts facts = ClassFacts.of(Files.readAllBytes(file));
                facts.companionOf().ifPresent(of -> companions.add(facts.name()));
            }
        }
        return companions;
    }

    /** All class files by path. */
    Map<String, byte[]> snapshot() throws IOException {
        Map<String, byte[]> snapshot = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                snapshot.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return snapshot;
    }

    /** A class loader of its own for the classes as they are now. */
    ClassLoader load() throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        snapshot().forEach((path, content) -> {
            if (path.endsWith(".class")) {
                bytes.put(path.substring(0, path.length() - 6).replace('/', '.').replace('\\', '.'), content);
            }
        });
        return new ClassLoader(UserProject.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] content = bytes.get(name);
                if (content == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, content, 0, content.length);
            }
        };
    }
}
