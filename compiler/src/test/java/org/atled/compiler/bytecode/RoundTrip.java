package org.atled.compiler.bytecode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.atled.compiler.ir.Function;

/** Every method of some libraries lifted and lowered again: rewritten classes under their old names. */
final class RoundTrip {
    private final Map<String, byte[]> originals = new TreeMap<>();
    private final Map<String, RewrittenClass> rewritten = new TreeMap<>();
    private final ClassHierarchy hierarchy = new ClassHierarchy(this::find);
    private final UnaryOperator<Function> passes;

    private RoundTrip(UnaryOperator<Function> passes) {
        this.passes = passes;
    }

    /** All classes of the jars and directories that these classes were loaded from. */
    static RoundTrip ofLibraries(Class<?>... members) throws IOException, URISyntaxException {
        return ofLibraries(UnaryOperator.identity(), members);
    }

    /** The same with passes between lifting and lowering. */
    static RoundTrip ofLibraries(UnaryOperator<Function> passes, Class<?>... members)
            throws IOException, URISyntaxException {
        RoundTrip result = new RoundTrip(passes);
        for (Class<?> member : members) {
            Path place = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                result.readAll(place);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    result.readAll(jar.getPath("/"));
                }
            }
        }
        return result.rewriteAll();
    }

    /** All classes below a directory. */
    static RoundTrip ofDirectory(Path directory) throws IOException {
        RoundTrip result = new RoundTrip(UnaryOperator.identity());
        result.readAll(directory);
        return result.rewriteAll();
    }

    /** These classes of the JDK. */
    static RoundTrip ofJdk(Collection<String> internalNames) {
        RoundTrip result = new RoundTrip(UnaryOperator.identity());
        internalNames.forEach(name -> result.originals.put(
                name.replace('/', '.'), new LoadedClasses().find(name).orElseThrow()));
        return result.rewriteAll();
    }

    private RoundTrip rewriteAll() {
        originals.forEach((name, bytes) -> rewritten.put(name, RewrittenClass.of(bytes, passes, hierarchy)));
        return this;
    }

    private void readAll(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().endsWith("-info.class"))
                    .filter(file -> !file.toString().contains("META-INF"))
                    .toList();
        }
        for (Path file : files) {
            String path = root.relativize(file).toString();
            String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
            originals.put(name, Files.readAllBytes(file));
        }
    }

    /** Adds a class of the class path and those nested in it, rewritten too: one that works with them. */
    RoundTrip with(Class<?> user) {
        for (Class<?> each : user.getNestMembers()) {
            byte[] bytes =
                    new LoadedClasses().find(each.getName().replace('.', '/')).orElseThrow();
            originals.put(each.getName(), bytes);
            rewritten.put(each.getName(), RewrittenClass.of(bytes, passes, hierarchy));
        }
        return this;
    }

    private Optional<byte[]> find(String internalName) {
        byte[] bytes = originals.get(internalName.replace('/', '.'));
        return bytes != null ? Optional.of(bytes) : new LoadedClasses().find(internalName);
    }

    /** What could not be lifted or lowered, and why. */
    List<String> failures() {
        return rewritten.values().stream()
                .flatMap(each -> each.failures().stream())
                .toList();
    }

    /** How many methods of some of the classes have code. */
    int methods(Collection<String> names) {
        return names.stream().mapToInt(name -> rewritten.get(name).methods()).sum();
    }

    /** Names of all classes, with dots. */
    List<String> classNames() {
        return List.copyOf(originals.keySet());
    }

    /** Bytes of code in all methods before. */
    long originalSize() {
        return originals.values().stream().mapToLong(CodeSize::of).sum();
    }

    /** Bytes of code in all methods after. */
    long rewrittenSize() {
        return rewritten().values().stream().mapToLong(CodeSize::of).sum();
    }

    /** Methods whose code takes more than {@code factor * old + slack} bytes now. */
    List<String> longer(double factor, int slack) {
        List<String> longer = new ArrayList<>();
        originals.forEach((name, bytes) -> {
            Map<String, Integer> after = CodeSize.perMethod(rewritten.get(name).bytes());
            CodeSize.perMethod(bytes).forEach((method, before) -> {
                if (after.get(method) > factor * before + slack) {
                    longer.add(name + "." + method + ": " + before + " -> " + after.get(method));
                }
            });
        });
        return longer;
    }

    /** The new class files. */
    Map<String, byte[]> rewritten() {
        Map<String, byte[]> bytes = new TreeMap<>();
        rewritten.forEach((name, each) -> bytes.put(name, each.bytes()));
        return bytes;
    }

    /** A loader that defines the classes of the libraries as they were, and leaves all others to the class path. */
    ClassLoader originalLoader() {
        return loader(originals);
    }

    /** A loader that defines the rewritten classes itself and leaves all others to the class path. */
    ClassLoader loader() {
        return loader(rewritten());
    }

    static ClassLoader loader(Map<String, byte[]> classes) {
        return new Loader(classes, RoundTrip.class.getClassLoader());
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
