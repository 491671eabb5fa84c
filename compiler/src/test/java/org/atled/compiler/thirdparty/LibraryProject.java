package org.atled.compiler.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Differentiated;
import org.atled.compiler.Differentiator;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;

/**
 * A user's class {@code demo.Model} with a differentiable method {@code double f(double[])} that calls libraries, which are
 * jars as they were published. Nothing is known of them but their class files.
 */
final class LibraryProject {
    private static final String COMPANION = "demo/ModelDerivatives";

    private final Path classes;
    private final List<Path> libraries;

    LibraryProject(Path classes, Class<?>... fromLibraries) {
        this.classes = classes;
        this.libraries =
                Stream.of(fromLibraries).map(CompiledSources::pathOf).distinct().toList();
    }

    /** Compiles the members of {@code demo.Model} and fills its companion, which must give no error. */
    LibraryProject build(List<String> imports, String members) throws IOException {
        StringBuilder source = new StringBuilder("// demo/Model.java\npackage demo;\nimport org.atled.*;\n");
        imports.forEach(each -> source.append("import ").append(each).append(";\n"));
        source.append("final class Model {\n").append(members).append("}\n");
        CompiledSources.withProcessor(classes, List.of("--release", "17", "-g"), libraries, source.toString());
        List<Path> path = new ArrayList<>(List.of(classes, CompiledSources.runtime()));
        path.addAll(libraries);
        try (ClassPath classPath = new ClassPath(path)) {
            Differentiated result = new Differentiator(classPath, Dumps.NONE).differentiate(COMPANION);
            assertThat(result.diagnostics())
                    .filteredOn(each -> each.severity() == Diagnostic.Severity.ERROR)
                    .isEmpty();
            for (Map.Entry<String, byte[]> filled : result.classes().entrySet()) {
                Path file = classes.resolve(filled.getKey() + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, filled.getValue());
            }
        }
        return this;
    }

    /**
     * Checks forward against reverse mode to 1e-12, both against differences of fourth order, and the value against the plain
     * call bit for bit.
     *
     * @param tolerance how far a derivative may be from differences, relative to the largest
     * @return the gradient
     */
    double[] check(double tolerance, double... at) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> derivatives = loader.loadClass(COMPANION.replace('/', '.'));
            Method f = method(loader.loadClass("demo.Model"), "f", double[].class);
            double[] gradient = new double[at.length];
            Method reverse = method(derivatives, "fGradient", double[].class, double[].class);
            Object value = call(reverse, at.clone(), gradient);
            assertThat(value).as("value").isEqualTo(call(f, (Object) at.clone()));
            double[] again = new double[at.length];
            call(reverse, at.clone(), again);
            assertThat(again).as("second call").isEqualTo(gradient);
            Method forward = method(derivatives, "fJvp", double[].class, double[].class);
            double scale = 1e-300;
            for (double each : gradient) {
                scale = Math.max(scale, Math.abs(each));
            }
            for (int i = 0; i < at.length; i++) {
                double[] direction = new double[at.length];
                direction[i] = 1;
                assertThat((double) call(forward, at.clone(), direction))
                        .as("component %d, forward against reverse", i)
                        .isCloseTo(gradient[i], within(1e-12 * scale));
                assertThat(gradient[i])
                        .as("component %d, reverse against differences", i)
                        .isCloseTo(difference(f, at, i), within(tolerance * scale));
            }
            return gradient;
        }
    }

    private static double difference(Method f, double[] at, int index) throws Exception {
        double step = 1e-4 * Math.max(0.1, Math.abs(at[index]));
        double near = value(f, at, index, step) - value(f, at, index, -step);
        double far = value(f, at, index, 2 * step) - value(f, at, index, -2 * step);
        return (8 * near - far) / (12 * step);
    }

    private static double value(Method f, double[] at, int index, double step) throws Exception {
        double[] x = at.clone();
        x[index] += step;
        return (double) call(f, (Object) x);
    }

    private static Method method(Class<?> owner, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = owner.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static Object call(Method method, Object... arguments) throws Exception {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }
}
