package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;

/** Runs what a user wrote: methods without parameters of a class {@code demo.Model} that return numbers. */
final class Curvatures {
    private static final double STEP = 1e-5;

    private Curvatures() {}

    /** What {@code static double[] run()} of a class {@code demo.Model} with these members returns, built without a diagnostic. */
    static double[] run(Path folder, String members) throws Exception {
        return (double[]) invoke(build(folder, members), "run");
    }

    private static Class<?> build(Path folder, String members) throws Exception {
        UserProject project = new UserProject(folder);
        assertThat(project.compile(List.of("--release", "17", "-g"), Reports.source(members))
                        .differentiate())
                .allMatch(note -> note.tag().equals("AtledChunk"));
        return project.load().loadClass("demo.Model");
    }

    private static Object invoke(Class<?> model, String name, Object... arguments) throws Exception {
        try {
            Class<?>[] types = List.of(arguments).stream().map(Object::getClass).toArray(Class<?>[]::new);
            return Gradients.method(model, name, types).invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }

    /**
     * Asserts that the second derivatives of {@code static double f(double[])}, of order 2, are those of differences of its
     * gradient, in every form there is.
     */
    static void check(Path folder, String members, double... at) throws Exception {
        Class<?> model = build(folder, members);
        Class<?> companion = model.getClassLoader().loadClass("demo.ModelDerivatives");
        int n = at.length;
        double[][] hessian = (double[][]) invoke(companion, "fHessian", at.clone());
        double[][] given = new double[n][n];
        double[] gradient = new double[n];
        double value = (double) invoke(companion, "fHessian", at.clone(), gradient, given);
        assertThat(given).isDeepEqualTo(hessian);
        assertThat(value).isEqualTo(invoke(model, "f", at.clone()));
        assertThat(gradient).containsExactly((double[]) invoke(companion, "fGradient", at.clone()));
        for (int i = 0; i < n; i++) {
            double[] plus = (double[]) invoke(companion, "fGradient", moved(at, i, STEP));
            double[] minus = (double[]) invoke(companion, "fGradient", moved(at, i, -STEP));
            double[] direction = new double[n];
            direction[i] = 1;
            double[] product = (double[]) invoke(companion, "fHvp", at.clone(), direction);
            for (int j = 0; j < n; j++) {
                double difference = (plus[j] - minus[j]) / (2 * STEP);
                double tolerance = 1e-6 * Math.max(1, Math.abs(difference));
                assertThat(hessian[i][j]).as("%d, %d", i, j).isCloseTo(difference, within(tolerance));
                assertThat(product[j]).as("%d, %d", i, j).isCloseTo(hessian[i][j], within(1e-9 * tolerance / 1e-6));
                assertThat(hessian[i][j]).isEqualTo(hessian[j][i]);
            }
        }
    }

    private static double[] moved(double[] at, int index, double step) {
        double[] x = at.clone();
        x[index] += step;
        return x;
    }
}
