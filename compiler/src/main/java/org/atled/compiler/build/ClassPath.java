package org.atled.compiler.build;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.atled.compiler.ClassSource;
import org.atled.compiler.RuleList;

/**
 * The classes of a class path, in its order, and those of the running JDK behind them. Of a multi-release jar the base
 * classes are read.
 *
 * <p>Thread-safe. Holds its jars open until closed.
 */
public final class ClassPath implements ClassSource, Closeable {
    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Opens a class path.
     *
     * @param path directories and jars
     * @throws IOException if an entry is missing or is no jar; the message names the entry and the fix
     */
    public ClassPath(List<Path> path) throws IOException {
        try {
            for (Path entry : new LinkedHashSet<>(path)) {
                entries.add(Files.isDirectory(entry) ? new Directory(entry) : openJar(entry));
            }
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public Optional<byte[]> find(String internalName) {
        String resource = internalName + ".class";
        try {
            if (internalName.startsWith("java/")) {
                return findInJdk(resource);
            }
            for (Entry entry : entries) {
                Optional<byte[]> found = entry.find(resource);
                if (found.isPresent()) {
                    return found;
                }
            }
            return findInJdk(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + resource + ": " + failure.getMessage(), failure);
        }
    }

    /** The classes in directories: what is in a jar belongs to others. */
    @Override
    public Set<String> project() {
        Set<String> names = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry instanceof Directory directory) {
                names.addAll(ClassDirectory.classes(directory.root()));
            }
        }
        return names;
    }

    @Override
    public boolean canEdit(String internalName) {
        String resource = internalName + ".class";
        try {
            for (Entry entry : entries) {
                if (entry.find(resource).isPresent()) {
                    return entry instanceof Directory;
                }
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + resource + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public Set<String> ruleClasses() {
        Set<String> names = new TreeSet<>();
        try {
            for (Entry entry : entries) {
                entry.find(RuleList.PATH).map(RuleList::parse).ifPresent(names::addAll);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + RuleList.PATH + ": " + failure.getMessage(), failure);
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        for (Entry entry : entries) {
            entry.close();
        }
    }

    private static Optional<byte[]> findInJdk(String resource) throws IOException {
        try (InputStream stream = JDK.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        }
    }

    private static Jar openJar(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException("class path entry " + file
                    + " does not exist. Build or download it first, or take it off the class path.");
        }
        try {
            return new Jar(new ZipFile(file.toFile()), file);
        } catch (ZipException damaged) {
            throw new IOException(
                    "class path entry " + file + " is not a readable jar (" + damaged.getMessage()
                            + "). Delete it so that it is downloaded or built again.",
                    damaged);
        }
    }

    private interface Entry extends Closeable {
        Optional<byte[]> find(String resource) throws IOException;
    }

    private record Directory(Path root) implements Entry {
        @Override
        public Optional<byte[]> find(String resource) throws IOException {
            Path file = root.resolve(resource);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }

        @Override
        public void close() {}
    }

    private record Jar(ZipFile zip, Path file) implements Entry {
        @Override
        public Optional<byte[]> find(String resource) throws IOException {
            ZipEntry entry = zip.getEntry(resource);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream stream = zip.getInputStream(entry)) {
                return Optional.of(stream.readAllBytes());
            } catch (ZipException damaged) {
                throw new IOException(
                        file + " is damaged (" + damaged.getMessage()
                                + "); delete it so that it is downloaded or built again",
                        damaged);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
