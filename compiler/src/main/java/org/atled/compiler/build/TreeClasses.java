package org.atled.compiler.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.RuleList;
import org.atled.compiler.bytecode.ClassFacts;

/**
 * The class files below one directory, looked through once. Files that are not where their class's name says are data
 * of the project, not its classes, and are left alone; so is everything under {@code META-INF}.
 */
final class TreeClasses implements ClassSource {
    private static final String SUFFIX = ".class";

    private final Path directory;
    private final Map<String, ClassFacts> facts = new TreeMap<>();
    private final List<Diagnostic> unreadable = new ArrayList<>();

    TreeClasses(Path directory) throws IOException {
        this.directory = directory;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Iterator<Path> all = files.sorted().iterator(); all.hasNext(); ) {
                read(all.next());
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** All classes by internal name, in the order of their names. */
    Map<String, ClassFacts> facts() {
        return facts;
    }

    List<Diagnostic> unreadable() {
        return unreadable;
    }

    Path fileOf(String internalName) {
        return directory.resolve(internalName + SUFFIX);
    }

    Path ruleList() {
        return directory.resolve(RuleList.PATH);
    }

    /** All but what the annotation processor and the compiler have made. */
    @Override
    public Set<String> project() {
        return facts.values().stream()
                .filter(each -> each.companionOf().isEmpty() && each.lambdaOf().isEmpty())
                .map(ClassFacts::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<byte[]> find(String internalName) {
        // Asking the file system would find Decay.class for demo/decay where it ignores case.
        if (!facts.containsKey(internalName)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(fileOf(internalName)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(Path file) throws IOException {
        String path = directory.relativize(file).toString().replace('\\', '/');
        if (!path.endsWith(SUFFIX) || path.startsWith("META-INF/") || !Files.isRegularFile(file)) {
            return;
        }
        try {
            ClassFacts read = ClassFacts.of(Files.readAllBytes(file));
            if (path.equals(read.name() + SUFFIX)) {
                facts.put(read.name(), read);
            }
        } catch (IllegalArgumentException failure) {
            unreadable.add(new Diagnostic(
                    Diagnostic.Severity.ERROR,
                    "AtledUnreadableClass",
                    path,
                    0,
                    file + " cannot be read: " + failure.getMessage() + ". Compile it again, for a Java release that"
                            + " this version of Atled knows, or move it out of the directory of classes.",
                    List.of()));
        }
    }
}
