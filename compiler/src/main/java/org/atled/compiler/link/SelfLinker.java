package org.atled.compiler.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Differentiated;
import org.atled.compiler.DifferentiationException;
import org.atled.compiler.bytecode.ClassFacts;

/**
 * Fills a companion that no build has filled, at its first call: the derivative code is compiled from the class files
 * that the companion's loader finds as resources, and defined as a hidden class in the nest of the user's class, whose
 * private members it may use. Companions call this; programs do not need to.
 *
 * <p>Thread-safe. Each companion is compiled once.
 */
public final class SelfLinker {
    private static final SelfLinker LINKER = new SelfLinker(DifferentiatingLoader::differentiate);

    private final BiFunction<ClassSource, String, Differentiated> differentiator;
    private final ClassValue<Linked> linked = new ClassValue<>() {
        @Override
        protected Linked computeValue(Class<?> companion) {
            return new Linked();
        }
    };

    SelfLinker(BiFunction<ClassSource, String, Differentiated> differentiator) {
        this.differentiator = differentiator;
    }

    /**
     * The derivative code of one method.
     *
     * @param companion the companion's own lookup, {@code MethodHandles.lookup()} called in it
     * @param coreName name of the method to link, annotated {@code org.atled.runtime.Core}
     * @param type its type
     * @throws DifferentiationException if the companion cannot be filled; the message is the whole report
     * @throws IllegalArgumentException if the class is no companion or has no such core
     */
    public static MethodHandle link(Lookup companion, String coreName, MethodType type) {
        return LINKER.linkCore(companion, coreName, type);
    }

    MethodHandle linkCore(Lookup companion, String coreName, MethodType type) {
        Lookup filled = linked.get(companion.lookupClass()).filled(companion);
        try {
            return filled.findStatic(filled.lookupClass(), coreName, type);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(
                    companion.lookupClass().getName() + " has no derivative method " + coreName + type
                            + ". Compile it again with the annotation processor of this version of Atled.",
                    missing);
        }
    }

    /** The hidden class of one companion, once there is one; an attempt that failed is made again at the next call. */
    private final class Linked {
        private final Set<String> lambdas = new HashSet<>();
        private Lookup filled;

        synchronized Lookup filled(Lookup companion) {
            if (filled == null) {
                filled = define(companion, lambdas);
            }
            return filled;
        }
    }

    private Lookup define(Lookup companion, Set<String> defined) {
        Class<?> type = companion.lookupClass();
        ClassLoader loader = type.getClassLoader();
        ClassSource classes = Overlay.resourcesOf(loader);
        String name = type.getName().replace('.', '/');
        ClassFacts facts = ClassFacts.of(classes.find(name)
                .orElseThrow(() -> new IllegalArgumentException("the class file of " + type.getName()
                        + " cannot be read as a resource, so it cannot be differentiated"
                        + " at run time. Differentiate it in the build: run the goal atled:differentiate.")));
        String of = facts.companionOf()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " is no companion class of Atled"));
        Differentiated result = differentiator.apply(classes, name);
        if (result.hasErrors()) {
            throw new DifferentiationException(
                    of.replace('/', '.') + " cannot be differentiated", result.diagnostics());
        }
        try {
            defineLambdas(companion, Overlay.lambdas(name, result), defined);
            Lookup host = MethodHandles.privateLookupIn(Class.forName(of.replace('/', '.'), false, loader), companion);
            return host.defineHiddenClass(result.classes().get(name), true, ClassOption.NESTMATE);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(
                    "cannot link the derivatives of " + of.replace('/', '.')
                            + " at run time. Differentiate them in the build: run the goal atled:differentiate.",
                    failure);
        }
    }

    /**
     * Defines what the hidden class looks for by name. Files of an earlier build are not asked: they may be out of date.
     *
     * @param defined what an attempt before this one defined already
     */
    private static void defineLambdas(Lookup companion, Map<String, byte[]> lambdas, Set<String> defined)
            throws IllegalAccessException {
        for (Map.Entry<String, byte[]> lambda : lambdas.entrySet()) {
            if (!defined.contains(lambda.getKey())) {
                companion.defineClass(lambda.getValue());
                defined.add(lambda.getKey());
            }
        }
    }
}
