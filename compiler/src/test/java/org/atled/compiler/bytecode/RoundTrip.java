package org.atled.compiler.bytecode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.atled.compiler.ir.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Every method of some libraries lifted and lowered again: rewritten classes under their old names. */
final class RoundTrip {
    private final Map<String, byte[]> originals = new TreeMap<>();
    private final Map<String, byte[]> rewritten = new TreeMap<>();
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
        result.originals.forEach((name, bytes) -> result.rewritten.put(name, rewrite(bytes, passes)));
        return result;
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

    static byte[] rewrite(byte[] original) {
        return rewrite(original, UnaryOperator.identity());
    }

    private static byte[] rewrite(byte[] original, UnaryOperator<Function> passes) {
        ClassNode node = parse(original);
        ClassNode source = parse(original);
        ClassHierarchy hierarchy = LoadedClasses.FILES.hierarchy();
        for (int i = 0; i < node.methods.size(); i++) {
            MethodNode method = node.methods.get(i);
            if (method.instructions.size() > 0) {
                method.instructions.clear();
                method.tryCatchBlocks.clear();
                method.localVariables = null;
                Lower.apply(passes.apply(Lift.apply(source, source.methods.get(i), hierarchy)), method);
            }
        }
        FrameWriter writer = new FrameWriter(hierarchy);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static ClassNode parse(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        return node;
    }

    /** Adds a class of the class path, rewritten too: one that works with them. */
    RoundTrip with(Class<?> user) {
        byte[] bytes =
                new LoadedClasses().find(user.getName().replace('.', '/')).orElseThrow();
        originals.put(user.getName(), bytes);
        rewritten.put(user.getName(), rewrite(bytes, passes));
        return this;
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
        return rewritten.values().stream().mapToLong(CodeSize::of).sum();
    }

    /** A loader that defines the classes of the libraries as they were, and leaves all others to the class path. */
    ClassLoader originalLoader() {
        return loader(originals);
    }

    /** A loader that defines the rewritten classes itself and leaves all others to the class path. */
    ClassLoader loader() {
        return loader(rewritten);
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
