package org.atled.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Differentiated;
import org.atled.compiler.Differentiator;
import org.atled.compiler.build.FunctionDumps;

/**
 * Loads classes with their derivatives filled in, for tools that have compiled classes which no build has
 * differentiated.
 *
 * <pre>{@code
 * URL[] classes = {Path.of("target/classes/").toUri().toURL()};
 * try (var loader = new DifferentiatingLoader(classes, getClass().getClassLoader())) {
 *     Class<?> derivatives = loader.loadClass("demo.DecayDerivatives");
 *     Method gradient = derivatives.getMethod("lossGradient", double[].class, double[].class, double[].class);
 *     double[] dLoss = (double[]) gradient.invoke(null, p, t, y);
 * }
 * }</pre>
 *
 * <p>Classes of its own, those found at its URLs or in its packages, are defined by this loader even where the parent
 * has them too; all others come from the parent. Loading a class whose companion cannot be filled throws {@link
 * org.atled.compiler.DifferentiationException} with the report of every cause. The system property {@code atled.dump}
 * prints stages, {@code -Datled.dump=reverse:Decay.loss}.
 *
 * <p>Thread-safe, and parallel capable.
 */
public final class DifferentiatingLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final List<String> packages;
    private final Overlay overlay;

    /**
     * Loads the classes at these places, and every other from the parent.
     *
     * @param urls jars, and directories with a slash at the end
     * @param parent must see {@code atled-runtime}
     */
    public DifferentiatingLoader(URL[] urls, ClassLoader parent) {
        this(urls, parent, List.of(), DifferentiatingLoader::differentiate);
    }

    /**
     * Loads the classes of these packages and of those below them a second time, from the class files the parent has.
     *
     * @param packages names as in {@code demo.model}
     */
    public static DifferentiatingLoader ofPackages(ClassLoader parent, String... packages) {
        if (packages.length == 0) {
            throw new IllegalArgumentException("packages is empty: name the packages whose classes to differentiate");
        }
        return new DifferentiatingLoader(new URL[0], parent, List.of(packages), DifferentiatingLoader::differentiate);
    }

    DifferentiatingLoader(
            URL[] urls,
            ClassLoader parent,
            List<String> packages,
            BiFunction<ClassSource, String, Differentiated> differentiator) {
        super(urls, parent);
        this.packages =
                packages.stream().map(name -> name.replace('.', '/') + "/").toList();
        this.overlay = new Overlay(new Own(), differentiator, true);
    }

    static Differentiated differentiate(ClassSource classes, String companion) {
        return new Differentiator(classes, FunctionDumps.ofSystemProperty()).differentiate(companion);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && isOwn(name.replace('.', '/'))) {
                loaded = findClass(name);
            }
            if (loaded == null) {
                return super.loadClass(name, resolve);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        Optional<byte[]> original = classFile(internalName);
        Optional<byte[]> edited =
                original.isPresent() ? overlay.edit(internalName, original.get()) : overlay.find(internalName);
        byte[] bytes = edited.or(() -> original).orElseThrow(() -> new ClassNotFoundException(name));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private boolean isOwn(String internalName) {
        return packages.stream().anyMatch(internalName::startsWith)
                || findResource(internalName + ".class") != null
                || overlay.find(internalName).isPresent();
    }

    /** Class files as this loader sees them. */
    private final class Own implements ClassSource {
        @Override
        public Optional<byte[]> find(String internalName) {
            return classFile(internalName);
        }

        @Override
        public Set<String> ruleClasses() {
            return Overlay.ruleClasses(DifferentiatingLoader.this);
        }

        @Override
        public Set<String> project() {
            return Overlay.projectClasses(DifferentiatingLoader.this);
        }

        /** What has been loaded stays as it is. */
        @Override
        public boolean canEdit(String internalName) {
            return isOwn(internalName) && findLoadedClass(internalName.replace('/', '.')) == null;
        }
    }

    private Optional<byte[]> classFile(String internalName) {
        String resource = internalName + ".class";
        URL own = findResource(resource);
        try (InputStream stream = own == null ? getResourceAsStream(resource) : own.openStream()) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + resource, failure);
        }
    }
}
