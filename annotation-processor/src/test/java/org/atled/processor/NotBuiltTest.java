package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.atled.NotBuiltException;
import org.atled.ScalarFunction;
import org.atled.VectorFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companions that nobody filled in, without a compiler on the class path. */
final class NotBuiltTest {
    private static final String SOURCE = """
            package demo;
            import org.atled.*;
            final class Raw {
              @Differentiable static double loss(double[] p, double k) { return k * p[0]; }
              @Differentiable static double[] model(double[] p) { p[0] = 5; return p; }
              @Differentiable static void rhs(double[] u, double[] du) { du[0] = u[0]; }
              @Differentiable private static double hidden(double[] p) { return p[0]; }
            }
            """;

    @TempDir
    Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private Calls raw;

    @BeforeEach
    void compile() throws IOException, ClassNotFoundException {
        assertThat(new Compiling(folder).compile(SOURCE).complaints()).isEmpty();
        ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, new NoCompiler());
        Thread.currentThread().setContextClassLoader(loader);
        raw = new Calls(Class.forName("demo.RawDerivatives", true, loader));
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void everyMethodNamesBothRemedies() {
        double[] p = {1};
        double[] s = {2};
        throwsNotBuilt("lossGradient", p, 1.0);
        throwsNotBuilt("lossGradient", p, 1.0, s, new double[1]);
        throwsNotBuilt("lossJvp", p, s, 1.0, 0.0);
        throwsNotBuilt("modelJvp", p, s);
        throwsNotBuilt("modelVjp", p, s);
        throwsNotBuilt("modelJacobian", (Object) p);
        throwsNotBuilt("rhsJvp", p, s, new double[1], new double[1]);
        throwsNotBuilt("rhsVjp", p, s, new double[1], new double[1]);
        assertThat(p).containsExactly(1);
        assertThat(s).containsExactly(2);
    }

    @Test
    void functionObjectsToo() throws Throwable {
        VectorFunction model = (VectorFunction) raw.call("model");
        assertThatExceptionOfType(NotBuiltException.class).isThrownBy(() -> model.jacobian(new double[1]));
        ScalarFunction hidden = (ScalarFunction) raw.call("hidden");
        assertThatExceptionOfType(NotBuiltException.class).isThrownBy(() -> hidden.value(new double[1]));
    }

    private void throwsNotBuilt(String method, Object... arguments) {
        assertThatExceptionOfType(NotBuiltException.class)
                .isThrownBy(() -> raw.call(method, arguments))
                .withMessageContaining("demo.RawDerivatives." + method.replaceAll("(?=[A-Z]).*", "") + "$")
                .withMessageContaining("mvn process-classes")
                .withMessageContaining("put atled-compiler on the (test) class path");
    }

    /** Hides the class that stands for the compiler in other tests. */
    private static final class NoCompiler extends ClassLoader {
        NoCompiler() {
            super(NotBuiltTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.atled.compiler.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
