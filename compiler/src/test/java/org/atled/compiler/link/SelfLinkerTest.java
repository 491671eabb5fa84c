package org.atled.compiler.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Decay;
import org.atled.compiler.Differentiated;
import org.atled.compiler.DifferentiationException;
import org.atled.compiler.PrimalFiller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfLinkerTest {
    private static final MethodType TYPE = MethodType.methodType(double.class, double.class);

    @TempDir
    Path classes;

    private final PrimalFiller filler = new PrimalFiller();
    private final SelfLinker linker = new SelfLinker(filler::fill);

    @Test
    void linkedCoreReachesAPrivateMethodOfTheUsersClass() throws Throwable {
        MethodHandle core = linker.linkCore(companion("loss"), "core", TYPE);

        assertThat((double) core.invokeExact(2.0)).isEqualTo(6.0);
    }

    @Test
    void companionIsCompiledOnce() throws Exception {
        Lookup companion = companion("loss");
        linker.linkCore(companion, "core", TYPE);
        linker.linkCore(companion, "core", TYPE);

        assertThat(filler.filled()).hasSize(1);
    }

    @Test
    void classesOfLambdasAreDefinedBesideTheCompanion() throws Throwable {
        filler.withLambdas(2);
        Lookup companion = companion("loss");

        assertThat((double) linker.linkCore(companion, "core", TYPE).invokeExact(2.0))
                .isEqualTo(6.0);
        assertThat(companion
                        .findClass(PrimalFiller.lambda("demo.DecayDerivatives", 1))
                        .getClassLoader())
                .isSameAs(companion.lookupClass().getClassLoader());
    }

    @Test
    void classesOfLambdasFromAnEarlierBuildAreNotUsed() throws Throwable {
        filler.withLambdas(1);
        Path stale = classes.resolve(PrimalFiller.lambda("demo/DecayDerivatives", 0) + ".class");
        Files.createDirectories(stale.getParent());
        Files.write(stale, new byte[] {1, 2, 3});

        assertThat((double) linker.linkCore(companion("loss"), "core", TYPE).invokeExact(2.0))
                .isEqualTo(6.0);
    }

    @Test
    void classesOfLambdasAreDefinedOnceThoughLinkingFails() throws Throwable {
        filler.withLambdas(1);
        AtomicBoolean isBroken = new AtomicBoolean(true);
        SelfLinker failing = new SelfLinker((classes, companion) -> {
            Differentiated result = filler.fill(classes, companion);
            if (!isBroken.getAndSet(false)) {
                return result;
            }
            Map<String, byte[]> broken = new HashMap<>(result.classes());
            broken.put(companion, new byte[10]);
            return new Differentiated(broken, result.read(), List.of());
        });
        Lookup companion = companion("loss");

        assertThatThrownBy(() -> failing.linkCore(companion, "core", TYPE)).isInstanceOf(ClassFormatError.class);
        assertThat((double) failing.linkCore(companion, "core", TYPE).invokeExact(2.0))
                .isEqualTo(6.0);
    }

    @Test
    void nestedClassIsReached() throws Throwable {
        String outer = """
                // demo/Outer.java
                package demo;
                public final class Outer {
                    private static final class Inner { private static double g(double x) { return 5 * x; } }
                }
                """;
        Lookup companion =
                lookup("demo.Outer_InnerDerivatives", outer, Decay.companion("Outer_Inner", "demo.Outer$Inner", "g"));

        assertThat((double) linker.linkCore(companion, "core", TYPE).invokeExact(2.0))
                .isEqualTo(10.0);
    }

    @Test
    void errorsAreAnExceptionWithTheWholeReport() throws Exception {
        Lookup companion = companion("impossible");

        assertThatThrownBy(() -> linker.linkCore(companion, "core", TYPE))
                .isInstanceOf(DifferentiationException.class)
                .hasMessage("demo.Decay cannot be differentiated:\n  demo/Decay.java:[5] [AtledTest] impossible is"
                        + " impossible. Rename it.\n    through demo.Decay.impossible (Decay.java:5)");
    }

    @Test
    void unknownCoreIsAnError() throws Exception {
        Lookup companion = companion("loss");

        assertThatThrownBy(() -> linker.linkCore(companion, "missing", TYPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demo.DecayDerivatives has no derivative method missing(double)double. Compile it again"
                        + " with the annotation processor of this version of Atled.");
    }

    @Test
    void classThatIsNoCompanionIsAnError() {
        assertThatThrownBy(() -> SelfLinker.link(MethodHandles.lookup(), "core", TYPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("org.atled.compiler.link.SelfLinkerTest is no companion class of Atled");
    }

    private Lookup companion(String primal) throws Exception {
        return lookup("demo.DecayDerivatives", Decay.source(primal, "3"), Decay.companion(primal));
    }

    private Lookup lookup(String name, String... sources) throws IOException, ReflectiveOperationException {
        CompiledSources.into(classes, sources);
        URL[] urls = {classes.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
        return (Lookup) loader.loadClass(name).getMethod("lookup").invoke(null);
    }
}
