package org.atled.compiler.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.atled.compiler.bytecode.ClassFacts;

/** The classes that a project has compiled into one directory, by their files' names. */
public final class ClassDirectory {
    private static final String SUFFIX = ".class";

    private ClassDirectory() {}

    /**
     * Internal names of the classes below a directory, but for those the compiler has made of lambdas.
     *
     * @throws UncheckedIOException if it cannot be looked through
     */
    public static Set<String> classes(Path root) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("-info" + SUFFIX))
                    .filter(name -> !name.contains("Derivatives$Lambda$") && !name.contains(ClassFacts.PROJECT_LAMBDA))
                    .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look through " + root + ": " + failure.getMessage(), failure);
        }
        return names;
    }
}
