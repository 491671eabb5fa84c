package org.atled.compiler.link;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Differentiated;
import org.atled.compiler.DifferentiationException;

/**
 * A Java agent that fills companions as they are loaded, in a program that no build has differentiated:
 *
 * <pre>{@code java -javaagent:atled-compiler-VERSION-cli.jar -cp target/classes:… demo.Main}</pre>
 *
 * <p>An agent can change classes but not add any. A companion that needs more of them, for the lambdas in its derivative
 * code, is left to link itself at its first call: the agent's jar, which the JVM puts on the class path, has what it needs
 * for that.
 *
 * <p>An agent cannot make the loading of a class fail. Where a companion cannot be filled the report goes to standard
 * error and calling the companion throws {@code NotBuiltException}.
 */
public final class Agent implements ClassFileTransformer {
    private final Map<ClassLoader, Overlay> overlays = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final BiFunction<ClassSource, String, Differentiated> differentiator;

    Agent(BiFunction<ClassSource, String, Differentiated> differentiator) {
        this.differentiator = differentiator;
    }

    /** Called by the JVM before {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Agent(DifferentiatingLoader::differentiate));
    }

    /** Called by the JVM when the agent is attached to a running program; classes loaded before stay as they are. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        premain(arguments, instrumentation);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        // The compiler's own classes come through here too, while it runs: they must not lead back into it.
        if (loader == null || name == null || redefined != null || name.startsWith("org/atled/compiler/")) {
            return null;
        }
        try {
            return overlayOf(loader).edit(name, classFile).orElse(null);
        } catch (DifferentiationException report) {
            // Both the class and its companion ask for the derivatives; to say once why there are none is enough.
            if (reported.add(report.getMessage())) {
                System.err.println("[ERROR] " + report.getMessage());
            }
        } catch (RuntimeException bug) {
            // The JVM would drop it without a word.
            System.err.println(
                    "[ERROR] Atled failed on " + name.replace('/', '.') + "; its derivatives are not built.");
            bug.printStackTrace();
        }
        return null;
    }

    private Overlay overlayOf(ClassLoader loader) {
        // The overlay must not keep the loader it belongs to alive.
        return overlays.computeIfAbsent(loader, key -> {
            WeakReference<ClassLoader> weak = new WeakReference<>(key);
            ClassSource classes = name -> {
                ClassLoader alive = weak.get();
                return alive == null
                        ? Optional.empty()
                        : Overlay.resourcesOf(alive).find(name);
            };
            Supplier<Set<String>> ruleClasses = names(weak, Overlay::ruleClasses);
            Supplier<Set<String>> project = names(weak, Overlay::projectClasses);
            return new Overlay(ClassSource.of(classes, ruleClasses, project), differentiator, false);
        });
    }

    private static Supplier<Set<String>> names(
            WeakReference<ClassLoader> loader, Function<ClassLoader, Set<String>> found) {
        return () -> {
            ClassLoader alive = loader.get();
            return alive == null ? Set.of() : found.apply(alive);
        };
    }
}
