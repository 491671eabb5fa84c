package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.atled.BatchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradients for many sets of variables by one call of a companion: the same bits as one call for each, on any threads. */
class BatchesTest {
    private static final String MEMBERS = """
            @Differentiable
            static double loss(double[] p, @NoDerivative double[] t, @NoDerivative double[] y) {
              if (p[0] < 0) { throw new ArithmeticException("amplitude " + p[0]); }
              double sum = 0;
              for (int i = 0; i < t.length; i++) {
                double r = p[0] * Math.exp(-p[1] * t[i]) - y[i];
                sum += r * r;
              }
              return sum;
            }
            @Differentiable
            static double several(double[] p, double k, double[][] m) throws java.io.IOException {
              return k * Math.sin(p[0]) * m[1][0] + k * k * m[0][0];
            }
            @Differentiable static float single(float[] p, float k) { return k * p[0] * p[0]; }
            @Differentiable static double of(double... p) { return p[0] * p[1]; }
            @Differentiable(wrt = "x") double moved(double[] x) { return offset * x[0] * x[0]; }
            double offset = 3;
            """;

    @TempDir
    Path folder;

    private Class<?> derivatives;
    private Class<?> model;

    @BeforeEach
    void build() throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source(MEMBERS));
        assertThat(project.differentiate()).isEmpty();
        ClassLoader loader = project.load();
        model = loader.loadClass("demo.Model");
        derivatives = loader.loadClass("demo.ModelDerivatives");
    }

    private Object call(String name, Object... arguments) throws Exception {
        for (Method method : derivatives.getDeclaredMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                method.setAccessible(true);
                try {
                    return method.invoke(null, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause() instanceof Exception exception ? exception : thrown;
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static Object component(Object record, String name) throws Exception {
        Method accessor = record.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(record);
    }

    private static <T> T inPool(int threads, Callable<T> call) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(call).get();
        } finally {
            pool.shutdown();
        }
    }

    private static double[][] parameters(int sets) {
        double[][] p = new double[sets][];
        for (int i = 0; i < sets; i++) {
            p[i] = new double[] {1 + Math.sin(i) * Math.sin(i), 0.1 + 0.01 * i};
        }
        return p;
    }

    private static final double[] T = {0, 1, 2, 3};
    private static final double[] Y = {2, 1.2, 0.7, 0.4};

    @Test
    void sameBitsAsOneCallForEachSet() throws Exception {
        double[][] p = parameters(500);
        double[] values = new double[500];
        double[][] gradients = new double[500][2];
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            values[i] = (double) call("lossGradient", p[i], T, Y, gradients[i]);
            sum += values[i];
        }
        for (int threads : new int[] {1, 2, 7}) {
            double[] actual = new double[500];
            double[][] places = new double[500][2];
            assertThat(inPool(threads, () -> call("lossGradientBatch", p, T, Y, actual, places)))
                    .isEqualTo(sum);
            assertThat(actual).containsExactly(values);
            assertThat(places).isDeepEqualTo(gradients);
            Object batch = inPool(threads, () -> call("lossGradientBatch", p, T, Y));
            assertThat((double[]) component(batch, "values")).containsExactly(values);
            assertThat((double[][]) component(batch, "p")).isDeepEqualTo(gradients);
        }
    }

    @Test
    void severalVariablesScalarsAndMatrices() throws Exception {
        double[][] p = {{0.3}, {0.4}, {0.3}};
        double[] k = {2, 3, 5};
        double[][][] m = {{{1}, {2}}, {{3}, {4}}, {{5}, {6}}};
        p[2] = p[0];
        m[2][0] = m[2][1];
        Object batch = call("severalGradientBatch", p, k, m);
        for (int i = 0; i < 3; i++) {
            Object one = call("severalGradient", p[i], k[i], m[i]);
            assertThat(((double[][]) component(batch, "p"))[i]).containsExactly((double[]) component(one, "p"));
            assertThat(((double[]) component(batch, "k"))[i]).isEqualTo((double) component(one, "k"));
            assertThat(((double[][][]) component(batch, "m"))[i]).isDeepEqualTo((double[][]) component(one, "m"));
        }
    }

    @Test
    void floatsListedArgumentsAndObjectsThatAreConstants() throws Exception {
        float[] k = {3, 4};
        float[] values = new float[2];
        float[][] p = {{2}, {5}};
        float[][] gradients = new float[2][1];
        float[] slopes = new float[2];
        assertThat(call("singleGradientBatch", p, k, values, gradients, slopes)).isEqualTo(112f);
        assertThat(values).containsExactly(12, 100);
        assertThat(gradients).isDeepEqualTo(new float[][] {{12}, {40}});
        assertThat(slopes).containsExactly(4, 25);
        Object batch = call("ofGradientBatch", (Object) new double[][] {{2, 3}, {4, 5}});
        assertThat((double[][]) component(batch, "p")).isDeepEqualTo(new double[][] {{3, 2}, {5, 4}});
        var constructor = model.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object moved = call("movedGradientBatch", constructor.newInstance(), new double[][] {{1}, {2}});
        assertThat((double[][]) component(moved, "x")).isDeepEqualTo(new double[][] {{6}, {12}});
    }

    @Test
    void noSets() throws Exception {
        assertThat(call("lossGradientBatch", new double[0][], T, Y, new double[0], new double[0][]))
                .isEqualTo(0.0);
        assertThat((double[]) component(call("lossGradientBatch", new double[0][], T, Y), "values"))
                .isEmpty();
    }

    @Test
    void aSetThatFails() throws Exception {
        double[][] p = parameters(20);
        p[13][0] = -1;
        double[] values = new double[20];
        double[][] gradients = new double[20][2];
        assertThatThrownBy(() -> call("lossGradientBatch", p, T, Y, values, gradients))
                .isInstanceOf(BatchException.class)
                .hasMessage(
                        "set 13 of 20: java.lang.ArithmeticException: amplitude -1.0 (1 of 20 sets failed; results of"
                                + " the other 19 are complete)");
        assertThat(gradients[13]).containsExactly(0, 0);
        for (int i = 0; i < 20; i++) {
            if (i != 13) {
                assertThat(gradients[i]).containsExactly((double[]) call("lossGradient", p[i], T, Y));
            }
        }
    }

    @Test
    void wrongArguments() {
        double[][] p = parameters(3);
        double[][] gradients = new double[3][2];
        assertRefused("p is null: pass an array.", null, new double[3], gradients);
        assertRefused(
                "values has length 2, but p has length 3: pass an array of length 3.", p, new double[2], gradients);
        assertRefused("pGradients is null: pass an array.", p, new double[3], null);
        assertRefused("p[1] is null: pass an array.", new double[][] {{1, 1}, null, {1, 1}}, new double[3], gradients);
        assertRefused(
                "pGradients[2] and pGradients[0] are the same array, or share a row: pass another one for pGradients[2].",
                p,
                new double[3],
                new double[][] {gradients[0], gradients[1], gradients[0]});
        assertRefused(
                "pGradients[2] and p[1] are the same array, or share a row: pass another one for pGradients[2].",
                p,
                new double[3],
                new double[][] {gradients[0], gradients[1], p[1]});
        assertThatThrownBy(() -> call("lossGradientBatch", p, T, Y, new double[3], new double[3][1]))
                .hasMessageStartingWith(
                        "set 0 of 3: java.lang.IllegalArgumentException: pGradient has length 1, but p has"
                                + " length 2");
        assertThatThrownBy(() -> call("severalGradientBatch", p, new double[2], new double[3][][]))
                .hasMessage("m[0] is null: pass an array.");
        assertThatThrownBy(() -> call("severalGradientBatch", p, new double[2], new double[3][0][]))
                .hasMessage("k has length 2, but p has length 3: pass an array of length 3.");
    }

    private void assertRefused(String message, double[][] p, double[] values, double[][] gradients) {
        assertThatThrownBy(() -> call("lossGradientBatch", p, T, Y, values, gradients))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
