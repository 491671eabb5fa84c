package org.atled.compiler.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.atled.NotBuiltException;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Cube;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives of classes that no build has differentiated, by the compiler itself. */
final class UnbuiltCompanionTest {
    @TempDir
    Path classes;

    @BeforeEach
    void compile() throws IOException {
        CompiledSources.into(classes, Cube.SOURCE, Cube.COMPANION);
    }

    @Test
    void companionLinksItselfWhereTheCompilerIsOnTheClassPath() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(urls(classes), getClass().getClassLoader())) {
            assertThat(derivative(loader)).hasToString(Cube.PRINTED);
            assertThat(derivative(loader)).hasToString(Cube.PRINTED);
        }
    }

    @Test
    void companionSaysWhatToDoWhereTheCompilerIsNotOnTheClassPath() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(classes, CompiledSources.runtime()), null)) {
            thread.setContextClassLoader(loader);
            assertThatThrownBy(() -> derivative(loader))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("goal `differentiate` of atled-maven-plugin")
                    .hasMessageContaining("put atled-compiler on the (test) class path")
                    .extracting(thrown -> thrown.getClass().getName())
                    .isEqualTo(NotBuiltException.class.getName());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void loaderFillsItWhicheverClassIsLoadedFirst() throws Exception {
        for (String first : List.of("demo.CubeDerivatives$Result", "demo.Cube", "demo.CubeDerivatives")) {
            try (DifferentiatingLoader loader =
                    new DifferentiatingLoader(urls(classes), getClass().getClassLoader())) {
                Class.forName(first, true, loader);
                assertThat(derivative(loader)).hasToString(Cube.PRINTED);
                assertThat(loader.loadClass("demo.CubeDerivatives").getNestHost())
                        .isSameAs(loader.loadClass("demo.Cube"));
            }
        }
    }

    @Test
    void loaderOfPackagesFillsWhatItsParentHasUnfilled() throws Exception {
        try (URLClassLoader parent =
                        new URLClassLoader(urls(classes), getClass().getClassLoader());
                DifferentiatingLoader loader = DifferentiatingLoader.ofPackages(parent, "demo")) {
            assertThat(derivative(loader)).hasToString(Cube.PRINTED);
            assertThat(loader.loadClass("demo.CubeDerivatives").getNestHost()).isSameAs(loader.loadClass("demo.Cube"));
        }
    }

    private static Object derivative(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass("demo.CubeDerivatives")
                .getMethod("at", double.class)
                .invoke(null, 2.0);
    }

    private static URL[] urls(Path... path) throws IOException {
        URL[] urls = new URL[path.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = path[i].toUri().toURL();
        }
        return urls;
    }
}
