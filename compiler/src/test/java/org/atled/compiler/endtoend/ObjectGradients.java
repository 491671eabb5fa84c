package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Asserts that derivatives of methods on objects, which a user calls through the companion, are those of central
 * differences. The sources have a class {@code demo.Use}, which makes the objects from numbers and takes the derivatives
 * apart again:
 *
 * <pre>{@code
 * static double value(double[] p)                  // the primal
 * static double[] gradient(double[] p)             // reverse mode
 * static double forward(double[] p, double[] d)    // forward mode, in a direction
 * }</pre>
 */
final class ObjectGradients {
    static final double[] AT = {0.7, 1.3, -0.4, 0.9};
    private static final double STEP = 1e-5;

    private final Class<?> use;

    private ObjectGradients(Class<?> use) {
        this.use = use;
    }

    /** Compiles, differentiates without a word and checks. */
    static void check(Path folder, String... sources) throws Exception {
        of(folder, sources).check();
    }

    /** The derivatives of a project. */
    static ObjectGradients of(Path folder, String... sources) throws Exception {
        UserProject project = new UserProject(folder).compile(sources);
        assertThat(project.differentiate()).isEmpty();
        return of(project.load());
    }

    /** The derivatives of a project that is loaded already. */
    static ObjectGradients of(ClassLoader loader) throws Exception {
        return new ObjectGradients(loader.loadClass("demo.Use"));
    }

    /** Reverse mode, again, forward mode and differences agree, and taking derivatives does not change the value. */
    void check() throws Exception {
        double before = value(AT);
        double[] gradient = gradient(AT);
        assertThat(gradient(AT)).as("the second gradient").containsExactly(gradient);
        for (int i = 0; i < AT.length; i++) {
            double difference = (value(moved(i, STEP)) - value(moved(i, -STEP))) / (2 * STEP);
            double tolerance = 1e-7 * Math.max(1, Math.abs(difference));
            assertThat(gradient[i]).as("component %d of the gradient", i).isCloseTo(difference, within(tolerance));
            double[] direction = new double[AT.length];
            direction[i] = 1;
            assertThat(forward(AT, direction))
                    .as("forward mode in direction %d", i)
                    .isCloseTo(gradient[i], within(1e-12 * Math.max(1, Math.abs(difference))));
        }
        assertThat(value(AT)).as("the value afterwards").isEqualTo(before);
    }

    private static double[] moved(int index, double step) {
        double[] x = AT.clone();
        x[index] += step;
        return x;
    }

    double value(double[] p) throws Exception {
        return (double) call("value", p.clone());
    }

    double[] gradient(double[] p) throws Exception {
        return (double[]) call("gradient", p.clone());
    }

    private double forward(double[] p, double[] direction) throws Exception {
        return (double) call("forward", p.clone(), direction);
    }

    /** Calls a static method of {@code demo.Use} with arrays of numbers. */
    Object call(String name, double[]... arguments) throws Exception {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, double[].class);
        Method method = Gradients.method(use, name, types);
        try {
            return method.invoke(null, (Object[]) arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }
}
