package org.atled.compiler.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Diagnostic.Severity;
import org.atled.compiler.build.ClassDirectory;
import org.atled.compiler.build.MissingCompanions;
import org.atled.compiler.bytecode.ClassFacts;
import org.atled.compiler.bytecode.ExampleFacts;

/**
 * Checks the derivatives of every differentiable method of a project at the example inputs given for it: forward mode
 * against reverse mode and both against differences, the value bit for bit that of the method, a second call and two threads
 * the same. The project's code runs in this process, in a class loader of its own.
 */
public final class ExampleChecks {
    private final List<Path> directories;
    private final List<Path> classPath;
    private final CheckSettings settings;

    /**
     * A project and how to check it; nothing is read yet.
     *
     * @param directories roots of the project's classes and test classes, differentiated already; those that do not exist
     *     are left out
     * @param classPath what else they need
     */
    public ExampleChecks(List<Path> directories, List<Path> classPath, CheckSettings settings) {
        this.directories = directories.stream().filter(Files::isDirectory).toList();
        this.classPath = List.copyOf(classPath);
        this.settings = settings;
    }

    /**
     * Runs all checks.
     *
     * @throws IOException if a class cannot be read
     * @throws IllegalStateException if a check itself fails, which is a bug in Atled
     */
    public CheckReport run() throws IOException {
        long start = System.nanoTime();
        Map<String, ExampleFacts> classes = read();
        Examples examples = new Examples(classes);
        List<Diagnostic> others = new ArrayList<>(MissingCompanions.in(facts(classes)));
        others.addAll(examples.diagnostics());
        List<ExampleTask> tasks = examples.tasks().stream()
                .filter(task -> isChosen(task.owner(), task.method()))
                .sorted(Comparator.comparing(
                                (ExampleTask task) -> task.owner().facts().name())
                        .thenComparing(task -> task.method().line())
                        .thenComparing(ExampleTask::exampleName))
                .toList();
        List<String> unchecked = unchecked(classes, examples, tasks, others);
        List<Path> all = new ArrayList<>(directories);
        all.addAll(classPath);
        List<Checked> checked = new ArrayList<>();
        List<String> threads = List.of();
        if (!tasks.isEmpty()) {
            Isolation isolation = new Isolation(all);
            try (isolation) {
                tasks.forEach(task -> checked.add(new Checked(task, isolation.run(task.request(settings)))));
            }
            threads = isolation.left();
        }
        return new CheckReport(
                settings, checked, unchecked, others, threads, Duration.ofNanos(System.nanoTime() - start));
    }

    private Map<String, ExampleFacts> read() throws IOException {
        Map<String, ExampleFacts> classes = new TreeMap<>();
        for (Path directory : directories) {
            for (String name : ClassDirectory.classes(directory)) {
                if (!name.startsWith("META-INF/")) {
                    classes.putIfAbsent(name, read(directory.resolve(name + ".class")));
                }
            }
        }
        return classes;
    }

    private static ExampleFacts read(Path file) throws IOException {
        try {
            return ExampleFacts.of(Files.readAllBytes(file));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(
                    file + " cannot be read: " + unreadable.getMessage() + ". Compile it again.", unreadable);
        }
    }

    private static Map<String, ClassFacts> facts(Map<String, ExampleFacts> classes) {
        return classes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().facts()));
    }

    private boolean isChosen(ExampleFacts owner, ExampleFacts.Method method) {
        String name = owner.facts().name().replace('/', '.') + "." + method.name();
        return settings.method().isBlank()
                || settings.method().equals(name)
                || settings.method().equals(name.replace('$', '.'));
    }

    private List<String> unchecked(
            Map<String, ExampleFacts> classes, Examples examples, List<ExampleTask> tasks, List<Diagnostic> others) {
        List<String> unchecked = new ArrayList<>();
        for (ExampleFacts owner : classes.values()) {
            for (ExampleFacts.Method method : owner.differentiable()) {
                if (!isChosen(owner, method) || tasks.stream().anyMatch(task -> task.method() == method)) {
                    continue;
                }
                unchecked.add(owner.facts().name().replace('/', '.').replace('$', '.') + "." + method.signature());
                if (!examples.hasExample(method)) {
                    others.add(without(owner, method));
                }
            }
        }
        return unchecked;
    }

    private static Diagnostic without(ExampleFacts owner, ExampleFacts.Method method) {
        return new Diagnostic(
                Severity.NOTE,
                "AtledNoExample",
                owner.facts().sourcePath(),
                method.line(),
                method.signature() + " has no example input, so that its derivatives are not checked. Annotate "
                        + (method.isStatic() ? "it @ExampleInput({…}) with arguments, or " : "")
                        + "a static method that returns arguments @ExampleInput(of = \"" + method.name() + "\").",
                List.of());
    }
}
