package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Asserts that user sources give no diagnostic and right derivatives. The method is {@code static double f(double[])} of
 * {@code demo.Model}; its gradient and its directional derivatives must be those of central differences.
 */
final class Gradients {
    private static final double[] AT = {0.7, 1.3, -0.4};
    private static final double STEP = 1e-5;

    /** How the helper classes of a project are compiled; an old release has neither nests nor dynamic concatenation. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "debug", List.of("--release", "17", "-g"),
            "release8", List.of("--release", "8", "-g"),
            "stripped", List.of("--release", "17", "-g:none"));

    private Gradients() {}

    /** The members of a class {@code demo.Model}, compiled with and without debugging information. */
    static void model(Path folder, String members) throws Exception {
        UserProject debug = new UserProject(folder.resolve("debug")).compile(Reports.source(members));
        check(debug);
        UserProject stripped = new UserProject(folder.resolve("stripped"));
        check(stripped.compile(List.of("--release", "17", "-g:none"), Reports.source(members)));
    }

    /** A class {@code demo.Model} that calls helper classes, which are compiled in each of several ways. */
    static void withHelpers(Path folder, String members, String... helpers) throws Exception {
        for (Map.Entry<String, List<String>> options : OPTIONS.entrySet()) {
            UserProject project = new UserProject(folder.resolve(options.getKey()));
            check(project.compile(options.getValue(), helpers).compile(Reports.source(members)));
        }
    }

    /** Differentiates a project and checks {@code demo.Model.f}. */
    static void check(UserProject project) throws Exception {
        // Counters in static fields are tried as well.
        assertThat(project.differentiate()).allMatch(note -> note.tag().equals("AtledStaticState"));
        check(project.load(), "demo.Model", "demo.ModelDerivatives");
    }

    /** Checks method {@code f} of a class against the companion with its derivatives. */
    static void check(ClassLoader loader, String primal, String companion) throws Exception {
        Method f = method(loader.loadClass(primal), "f", double[].class);
        Class<?> derivatives = loader.loadClass(companion);
        double[] gradient = (double[]) call(method(derivatives, "fGradient", double[].class), AT.clone());
        for (int i = 0; i < AT.length; i++) {
            double difference = (value(f, i, STEP) - value(f, i, -STEP)) / (2 * STEP);
            assertThat(gradient[i]).as("component %d of the gradient", i).isCloseTo(difference, within(1e-7));
            double[] direction = new double[AT.length];
            direction[i] = 1;
            Method jvp = method(derivatives, "fJvp", double[].class, double[].class);
            assertThat((double) call(jvp, AT.clone(), direction)).isCloseTo(difference, within(1e-7));
        }
    }

    private static double value(Method f, int index, double step) throws Exception {
        double[] x = AT.clone();
        x[index] += step;
        return (double) call(f, x);
    }

    static Method method(Class<?> owner, String name, Class<?>... parameters) throws NoSuchMethodException {
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
