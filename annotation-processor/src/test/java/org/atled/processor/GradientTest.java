package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.atled.ScalarFunction;
import org.atled.runtime.Tape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated gradients and products of scalar-valued methods, over derivative code written by hand. */
final class GradientTest {
    private static final String METHODS = """
            package demo;
            import org.atled.*;
            final class Loss {
              /** Sum of t p^2. */
              @Differentiable static double flat(double[] p, @NoDerivative double[] t) throws java.io.IOException {
                return Cores.flat$reverse(p, new double[p.length], t, 1, false, null);
              }
              /** k p[0] q[0]. */
              @Differentiable static double several(double[] p, double k, double[] q) { return k * p[0] * q[0]; }
              @Differentiable static float single(float a, float b) { return a * b; }
              /** k times the sum of a squared, plus p[0]. */
              @Differentiable static double deep(double[][] a, double k, double[] p) { return 0; }
              @Differentiable static double square(double[] p, @NoDerivative double[] t) { return t[0] * p[0] * p[0]; }
              @Differentiable private static double hidden(double[] p) { return p[0] * p[0]; }
            }
            """;
    private static final String CORES = """
            package demo;
            import org.atled.runtime.Tape;
            final class Cores {
              static java.io.IOException thrown;
              static double flat$reverse(double[] p, double[] pS, double[] t, double c, boolean accumulate, Tape tape)
                  throws java.io.IOException {
                if (thrown != null) { throw thrown; }
                if (!accumulate) { java.util.Arrays.fill(pS, 0); }
                double sum = 0;
                for (int i = 0; i < p.length; i++) { sum += t[i] * p[i] * p[i]; pS[i] += 2 * c * t[i] * p[i]; }
                return sum;
              }
              static double flat$forward(double[] p, double[] pT, double[] t, Tape tape) {
                double sum = 0, tangent = 0;
                for (int i = 0; i < p.length; i++) { sum += t[i] * p[i] * p[i]; tangent += 2 * t[i] * p[i] * pT[i]; }
                tape.returnedDouble = tangent;
                return sum;
              }
              static double several$reverse(double[] p, double[] pS, double k, double[] q, double[] qS, double c,
                  boolean accumulate, Tape tape) {
                if (!accumulate) { pS[0] = 0; qS[0] = 0; }
                pS[0] += c * k * q[0];
                qS[0] += c * k * p[0];
                tape.pushDouble(c * p[0] * q[0]);
                return k * p[0] * q[0];
              }
              static double several$forward(double[] p, double[] pT, double k, double kT, double[] q, double[] qT, Tape tape) {
                tape.returnedDouble = kT * p[0] * q[0] + k * pT[0] * q[0] + k * p[0] * qT[0];
                return k * p[0] * q[0];
              }
              static float single$reverse(float a, float b, float c, boolean accumulate, Tape tape) {
                tape.pushDouble(c * b);
                tape.pushDouble(c * a);
                return a * b;
              }
              static int width = 1, chunks;
              static int single$width() { return width; }
              static float single$chunk2(float a, float aT, float aT1, float b, float bT, float bT1, Tape tape) {
                chunks++;
                tape.returnedFloat = a * bT + aT * b;
                tape.returnedFloat1 = a * bT1 + aT1 * b;
                return a * b;
              }
              static float single$forward(float a, float aT, float b, float bT, Tape tape) {
                tape.returnedFloat = a * bT + aT * b;
                return a * b;
              }
              static double deep$reverse(double[][] a, double[][] aS, double k, double[] p, double[] pS, double c,
                  boolean accumulate, Tape tape) {
                if (!accumulate) { for (double[] r : aS) { java.util.Arrays.fill(r, 0); } pS[0] = 0; }
                double sum = 0;
                for (int i = 0; i < a.length; i++) {
                  for (int j = 0; j < a[i].length; j++) { sum += a[i][j] * a[i][j]; aS[i][j] += 2 * c * k * a[i][j]; }
                }
                pS[0] += c;
                tape.pushDouble(c * sum);
                double[] moved = aS[0]; aS[0] = aS[1]; aS[1] = moved;
                return k * sum + p[0];
              }
              static double square$reverse(double[] p, double[] pS, double[] t, double c, boolean accumulate, Tape tape) {
                pS[0] = 2 * c * t[0] * p[0];
                return t[0] * p[0] * p[0];
              }
              static double hidden$reverse(double[] p, double[] pS, double c, boolean accumulate, Tape tape) {
                pS[0] = 2 * c * p[0];
                return p[0] * p[0];
              }
              static double hidden$forward(double[] p, double[] pT, Tape tape) {
                tape.returnedDouble = 2 * p[0] * pT[0];
                return p[0] * p[0];
              }
            }
            """;
    private static final String USE = """
            package demo;
            public final class Use implements java.util.function.LongSupplier {
              private final double[] p = {1, 2}, t = {3, 4}, gradient = new double[2];
              private final double[] q = {1, 2}, qGradient = new double[2], kGradient = new double[1];
              public long getAsLong() {
                com.sun.management.ThreadMXBean threads =
                    (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
                long thread = Thread.currentThread().getId();
                long least = Long.MAX_VALUE;
                for (int round = 0; round < 10; round++) {
                  long before = threads.getThreadAllocatedBytes(thread);
                  for (int i = 0; i < 1000; i++) { run(); }
                  least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
                }
                return least;
              }
              private void run() {
                try { LossDerivatives.flatGradient(p, t, gradient); } catch (java.io.IOException e) { throw new AssertionError(e); }
                LossDerivatives.severalGradient(p, 2, q, gradient, kGradient, qGradient);
              }
            }
            """;

    @TempDir
    static Path folder;

    private final double[] p = {1, 2};
    private final double[] t = {3, 4};
    private final double[] gradient = {Double.NaN, 7};
    private static Compiling compiling;
    private static Calls loss;

    @BeforeAll
    static void compile() throws IOException, ClassNotFoundException {
        compiling = new Compiling(folder).compile(METHODS, CORES, USE);
        assertThat(compiling.complaints()).isEmpty();
        loss = new Calls(compiling.load("demo.LossDerivatives"));
    }

    @Test
    void freshGradient() throws Throwable {
        assertThat(loss.call("flatGradient", p, t)).isEqualTo(new double[] {6, 16});
    }

    @Test
    void gradientIntoAGivenArray() throws Throwable {
        assertThat(loss.call("flatGradient", p, t, gradient)).isEqualTo(19.0);
        assertThat(gradient).containsExactly(6, 16);
    }

    @Test
    void directionalDerivative() throws Throwable {
        assertThat(loss.call("flatJvp", p, new double[] {1, -1}, t)).isEqualTo(-10.0);
        assertThat(loss.call("singleJvp", 2f, 1f, 3f, 10f)).isEqualTo(23f);
    }

    @Test
    void severalVariablesGiveARecord() throws Throwable {
        Object[] all = Calls.components(loss.call("severalGradient", p, 2.0, t));
        assertThat(all).containsExactly(new double[] {6, 0}, 3.0, new double[] {2, 0});
        assertThat(Calls.components(loss.call("singleGradient", 2f, 3f))).containsExactly(3f, 2f);
        float[] a = new float[1];
        float[] b = new float[1];
        assertThat(loss.call("singleGradient", 2f, 3f, a, b)).isEqualTo(6f);
        assertThat(new float[] {a[0], b[0]}).containsExactly(3f, 2f);
    }

    @Test
    void twoNumbersGoForwardWhereThereIsCodeFor() throws Throwable {
        Class<?> companion = compiling.load("demo.LossDerivatives");
        Class<?> cores = Class.forName("demo.Cores", true, companion.getClassLoader());
        Field width = cores.getDeclaredField("width");
        Field chunks = cores.getDeclaredField("chunks");
        width.setAccessible(true);
        chunks.setAccessible(true);
        for (int directions : new int[] {2, 1}) {
            width.setInt(null, directions);
            assertThat(Calls.components(new Calls(companion).call("singleGradient", 2f, 3f)))
                    .containsExactly(3f, 2f);
            assertThat(chunks.getInt(null)).isEqualTo(1);
        }
        width.setInt(null, 1);
    }

    @Test
    void oneArrayForTwoVariablesHasTheTotalInBoth() throws Throwable {
        Object[] all = Calls.components(loss.call("severalGradient", p, 2.0, p));
        assertThat(all).containsExactly(new double[] {4, 0}, 1.0, new double[] {4, 0});
        double[] first = {9, 9};
        double[] second = {9, 9};
        assertThat(loss.call("severalGradient", p, 2.0, p, first, new double[1], second))
                .isEqualTo(2.0);
        assertThat(first).containsExactly(4, 9);
        assertThat(second).containsExactly(4, 9);
        assertThat(loss.call("severalGradient", p, 2.0, p, first, new double[1], first))
                .isEqualTo(2.0);
        double[] seed = {1, 0};
        assertThat(loss.call("severalJvp", p, seed, 2.0, 0.0, p, seed)).isEqualTo(4.0);
    }

    @Test
    void misuseIsRefusedByNameBeforeAnythingIsWritten() {
        refuses("p is null", "flatGradient", null, t);
        refuses("pGradient is null", "flatGradient", p, t, null);
        refuses("pGradient has length 3, but p has length 2", "flatGradient", p, t, new double[3]);
        refuses("p and t are the same array, but t has no derivative", "flatGradient", p, p);
        refuses("pGradient and p are the same array", "flatGradient", p, t, p);
        refuses("pGradient and t are the same array", "flatGradient", p, t, t);
        refuses("pTangent has length 1, but p has length 2", "flatJvp", p, new double[1], t);
        refuses(
                "pGradient and qGradient are the same array",
                "severalGradient",
                p,
                2.0,
                t,
                gradient,
                new double[1],
                gradient);
        refuses("qGradient and p are the same array", "severalGradient", p, 2.0, t, gradient, new double[1], p);
        refuses("pGradient and q are the same array", "severalGradient", p, 2.0, t, t, new double[1], gradient);
        refuses("kGradient has length 2", "severalGradient", p, 2.0, t, gradient, new double[2], new double[2]);
        double[] q = {1};
        refuses("kGradient and q are the same array", "severalGradient", p, 2.0, q, gradient, q, new double[1]);
        refuses(
                "p and q are the same array, but pTangent and qTangent are not",
                "severalJvp",
                p,
                new double[2],
                2.0,
                0.0,
                p,
                new double[2]);
        float[] one = new float[1];
        refuses("bGradient and aGradient are the same array", "singleGradient", 1f, 1f, one, one);
        assertThat(gradient).containsExactly(Double.NaN, 7);
    }

    private void refuses(String message, String method, Object... arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    try {
                        loss.call(method, arguments);
                    } catch (RuntimeException | Error thrown) {
                        throw thrown;
                    } catch (Throwable other) {
                        throw new AssertionError(other);
                    }
                })
                .withMessageContaining(message);
    }

    @Test
    void anExceptionOfThePrimalPassesAndLeavesNoTrace() throws Throwable {
        Class<?> companion = compiling.load("demo.LossDerivatives");
        Field field =
                Class.forName("demo.Cores", true, companion.getClassLoader()).getDeclaredField("thrown");
        field.setAccessible(true);
        IOException failure = new IOException("no data");
        field.set(null, failure);
        Tape before = Tape.acquire();
        before.release();
        assertThatThrownBy(() -> new Calls(companion).call("flatGradient", p, t, gradient))
                .isSameAs(failure);
        Tape after = Tape.acquire();
        after.release();
        assertThat(after).isSameAs(before);
        assertThat(gradient).containsExactly(Double.NaN, 7);
    }

    @Test
    void rowsAreMirroredAndTheUsersOuterArrayStays() throws Throwable {
        double[] row = {1, 2};
        double[][] a = {row, row, {3}};
        Object[] all = Calls.components(loss.call("deepGradient", a, 2.0, t));
        assertThat((double[][]) all[0]).isDeepEqualTo(new double[][] {{8, 16}, {8, 16}, {12}});
        assertThat(all[1]).isEqualTo(19.0);
        assertThat(all[2]).isEqualTo(new double[] {1, 0});
        double[][] given = {{9, 9}, {9, 9}, {9}};
        double[] first = given[0];
        double[] k = new double[1];
        assertThat(loss.call("deepGradient", a, 2.0, t, given, k, new double[2]))
                .isEqualTo(41.0);
        assertThat(given).isDeepEqualTo(new double[][] {{8, 16}, {8, 16}, {12}});
        assertThat(given[0]).isSameAs(first);
        refuses(
                "kGradient and a[2] are the same array",
                "deepGradient",
                a,
                2.0,
                t,
                new double[][] {{0, 0}, {0, 0}, {0}},
                a[2],
                new double[2]);
    }

    @Test
    void functionObjectBindsConstants() throws Throwable {
        ScalarFunction function = (ScalarFunction) loss.call("square", (Object) t);
        assertThat(function.value(new double[] {2})).isEqualTo(12);
        double[] g = new double[1];
        assertThat(function.gradient(new double[] {2}, g)).isEqualTo(12);
        assertThat(g).containsExactly(12);
    }

    @Test
    void functionObjectOfAPrivateMethod() throws Throwable {
        ScalarFunction function = (ScalarFunction) loss.call("hidden");
        assertThat(function.value(new double[] {3})).isEqualTo(9);
    }

    @Test
    void methodThatThrowsCheckedExceptionsHasNoFunctionObject() throws Exception {
        assertThat(compiling.load("demo.LossDerivatives").getDeclaredMethods())
                .noneMatch(method -> method.getName().equals("flat"));
    }

    @Test
    void gradientIntoGivenArraysAllocatesNothing() throws Exception {
        LongSupplier use =
                (LongSupplier) compiling.load("demo.Use").getConstructor().newInstance();
        assertThat(use.getAsLong()).isZero();
    }
}
