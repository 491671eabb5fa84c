package org.atled.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Differentiated;
import org.atled.compiler.DifferentiationException;
import org.atled.compiler.RuleList;
import org.atled.compiler.build.ClassDirectory;
import org.atled.compiler.bytecode.ClassFacts;

/**
 * The classes of one class loader as they should be loaded: as their class files say, but for companions, which are
 * filled, and the classes that admit them to their nests. Companions are differentiated when they, or a class that has
 * one, are first asked for.
 *
 * <p>Thread-safe.
 */
final class Overlay {
    private final ClassSource classes;
    private final BiFunction<ClassSource, String, Differentiated> differentiator;
    private final boolean canAdd;
    private final Map<String, byte[]> edited = new HashMap<>();
    private final Set<String> differentiated = new HashSet<>();

    /**
     * Nothing is differentiated yet.
     *
     * @param canAdd whether the loader finds classes here that have no class file. If it cannot, companions that come
     *     with such classes are left as they are: they link themselves
     */
    Overlay(ClassSource classes, BiFunction<ClassSource, String, Differentiated> differentiator, boolean canAdd) {
        this.classes = classes;
        this.differentiator = differentiator;
        this.canAdd = canAdd;
    }

    /** Class files as resources of a loader and its parents. */
    static ClassSource resourcesOf(ClassLoader loader) {
        ClassSource files = name -> {
            try (InputStream stream = loader.getResourceAsStream(name + ".class")) {
                return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read " + name + ".class", failure);
            }
        };
        return ClassSource.of(files, () -> ruleClasses(loader), () -> projectClasses(loader));
    }

    /** What the lists of rule classes say that a loader and its parents find. */
    static Set<String> ruleClasses(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL list : Collections.list(loader.getResources(RuleList.PATH))) {
                try (InputStream stream = list.openStream()) {
                    names.addAll(RuleList.parse(stream.readAllBytes()));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + RuleList.PATH, failure);
        }
        return names;
    }

    /** The classes in directories where a loader and its parents look: what is in a jar belongs to others. */
    static Set<String> projectClasses(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL directory : Collections.list(loader.getResources(""))) {
                if (directory.getProtocol().equals("file")) {
                    names.addAll(ClassDirectory.classes(Path.of(directory.toURI())));
                }
            }
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("cannot find the directories of classes of " + loader, failure);
        }
        return names;
    }

    /**
     * What to load for a class.
     *
     * @param original the bytes of its class file
     * @return empty if that is the original
     * @throws DifferentiationException if its companion, or the companion it is, cannot be filled
     */
    synchronized Optional<byte[]> edit(String name, byte[] original) {
        ClassFacts facts = ClassFacts.of(original);
        if (facts.companionOf().isPresent()) {
            differentiate(name);
        } else {
            differentiateCompanionOf(facts);
            // The companion of a nested class joins the nest of its host: this class.
            for (String member : facts.nestMembers()) {
                classes.find(member).map(ClassFacts::of).ifPresent(this::differentiateCompanionOf);
            }
        }
        return find(name);
    }

    /** The edited bytes of a class if there are any, among them those of classes that have no class file. */
    synchronized Optional<byte[]> find(String name) {
        return Optional.ofNullable(edited.get(name)).map(byte[]::clone);
    }

    private void differentiateCompanionOf(ClassFacts facts) {
        if (!facts.differentiable().isEmpty()
                && classes.find(facts.companionName()).isPresent()) {
            differentiate(facts.companionName());
        }
    }

    private void differentiate(String companion) {
        if (differentiated.contains(companion)) {
            return;
        }
        Differentiated result = differentiator.apply(new Current(), companion);
        if (result.hasErrors()) {
            throw new DifferentiationException(
                    companion.replace('/', '.') + " cannot be filled", List.copyOf(result.diagnostics()));
        }
        differentiated.add(companion);
        if (canAdd || lambdas(companion, result).isEmpty()) {
            edited.putAll(result.classes());
        }
    }

    /** The classes that were made for lambdas in the derivative code of a companion, in the order of their names. */
    static SortedMap<String, byte[]> lambdas(String companion, Differentiated result) {
        SortedMap<String, byte[]> lambdas = new TreeMap<>(result.classes());
        lambdas.keySet().removeIf(name -> !name.startsWith(ClassFacts.lambdaPrefix(companion)));
        return lambdas;
    }

    /** The classes as edited so far. */
    private final class Current implements ClassSource {
        @Override
        public Optional<byte[]> find(String name) {
            Optional<byte[]> changed = Overlay.this.find(name);
            return changed.isPresent() ? changed : classes.find(name);
        }

        @Override
        public Set<String> ruleClasses() {
            return classes.ruleClasses();
        }

        @Override
        public Set<String> project() {
            return classes.project();
        }

        @Override
        public boolean canEdit(String name) {
            return classes.canEdit(name);
        }
    }
}
