package org.atled.compiler.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Decay;
import org.atled.compiler.DifferentiationException;
import org.atled.compiler.PrimalFiller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DifferentiatingLoaderTest {
    @TempDir
    Path classes;

    private final PrimalFiller filler = new PrimalFiller();
    private URL[] urls;

    @BeforeEach
    void setUp() throws IOException {
        urls = new URL[] {classes.toUri().toURL()};
    }

    @Test
    void companionIsFilledAsItIsLoaded() throws Exception {
        CompiledSources.into(classes, Decay.source("loss", "3"), Decay.companion("loss"));

        assertThat(call(loader(), "demo.DecayDerivatives")).isEqualTo(6);
        assertThat(filler.filled()).containsExactly("demo/DecayDerivatives");
    }

    @Test
    void companionMayBeLoadedAfterTheUsersClass() throws Exception {
        CompiledSources.into(classes, Decay.source("loss", "3"), Decay.companion("loss"));
        ClassLoader loader = loader();
        Class<?> user = Class.forName("demo.Decay", true, loader);

        assertThat(call(loader, "demo.DecayDerivatives")).isEqualTo(6);
        assertThat(loader.loadClass("demo.DecayDerivatives").getNestHost()).isSameAs(user);
    }

    @Test
    void hostAdmitsCompanionsOfItsNestedClasses() throws Exception {
        String outer = """
                // demo/Outer.java
                package demo;
                public final class Outer {
                    @org.atled.Differentiable private static double f(double x) { return 2 * x; }
                    static final class Inner {
                        @org.atled.Differentiable private static double g(double x) { return 5 * x; }
                    }
                }
                """;
        CompiledSources.into(
                classes,
                outer,
                Decay.companion("Outer", "demo.Outer", "f"),
                Decay.companion("Outer_Inner", "demo.Outer$Inner", "g"));
        ClassLoader loader = loader();
        loader.loadClass("demo.Outer");

        assertThat(call(loader, "demo.OuterDerivatives")).isEqualTo(4);
        assertThat(call(loader, "demo.Outer_InnerDerivatives")).isEqualTo(10);
    }

    @Test
    void classesOfLambdasAreLoadedThoughTheyHaveNoFile() throws Exception {
        CompiledSources.into(classes, Decay.source("loss", "3"), Decay.companion("loss"));
        filler.withLambdas(2);

        assertThat(call(loader(), "demo.DecayDerivatives")).isEqualTo(6);
    }

    @Test
    void classesOfThePackagesAreLoadedASecondTime() throws Exception {
        CompiledSources.into(classes, Decay.source("loss", "3"), Decay.companion("loss"));
        try (URLClassLoader parent = new URLClassLoader(urls, getClass().getClassLoader());
                DifferentiatingLoader loader =
                        new DifferentiatingLoader(new URL[0], parent, List.of("demo"), filler::fill)) {
            assertThat(call(loader, "demo.DecayDerivatives")).isEqualTo(6);
            assertThat(loader.loadClass("demo.Decay")).isNotSameAs(parent.loadClass("demo.Decay"));
            assertThat(loader.loadClass("org.atled.runtime.Tape")).isSameAs(parent.loadClass("org.atled.runtime.Tape"));
        }
    }

    @Test
    void companionThatCannotBeFilledIsAnExceptionWithTheReport() throws Exception {
        CompiledSources.into(classes, Decay.source("impossible", "3"), Decay.companion("impossible"));

        assertThatThrownBy(() -> loader().loadClass("demo.DecayDerivatives"))
                .isInstanceOf(DifferentiationException.class)
                .hasMessageStartingWith("demo.DecayDerivatives cannot be filled:\n  demo/Decay.java:[5] [AtledTest]");
    }

    @Test
    void missingClassIsNotFound() {
        assertThatThrownBy(() -> loader().loadClass("demo.Missing")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void packagesMustBeNamed() {
        assertThatThrownBy(() -> DifferentiatingLoader.ofPackages(getClass().getClassLoader()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("packages is empty: name the packages whose classes to differentiate");
    }

    private DifferentiatingLoader loader() {
        return new DifferentiatingLoader(urls, getClass().getClassLoader(), List.of(), filler::fill);
    }

    private static double call(ClassLoader loader, String companion) throws ReflectiveOperationException {
        return (double)
                loader.loadClass(companion).getMethod("call", double.class).invoke(null, 2.0);
    }
}
