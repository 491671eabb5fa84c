package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import org.atled.VectorFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated products and Jacobians of array-valued and of in-place methods, over derivative code written by hand. */
final class VjpTest {
    private static final String METHODS = """
            package demo;
            import org.atled.*;
            final class Model {
              /** y[i] = t[i] p[0]^2 and p[0] becomes -1: it spoils its argument. */
              @Differentiable static double[] curve(double[] p, @NoDerivative double[] t) {
                return Cores.curve$forward(p, new double[p.length], t, null);
              }
              /** y = (k q[0], p[0]). */
              @Differentiable static double[] mixed(double k, double[] p, double[] q) { return null; }
              /** du = t u. */
              @Differentiable static void rhs(double t, double[] u, double[] du, float s) { }
              /** y = a, copied row by row. */
              @Differentiable static double[][] copied(double[][] a, @NoDerivative double[] c) { return null; }
              /** Exchanges the rows of a and doubles the new first one. */
              @Differentiable static void exchanged(double[][] a) { }
              @Differentiable static void scaled(double[] u, double[] du) { }
            }
            """;
    private static final String CORES = """
            package demo;
            import org.atled.runtime.Tape;
            final class Cores {
              static int forward, reverse, width = 1;
              static int curve$width() { return width; }
              static int mixed$width() { return 1; }
              static double[] curve$chunk4(double[] p, double[] pT, double[] pT1, double[] pT2, double[] pT3, double[] t,
                  Tape tape) {
                double[] spoiled = p.clone();
                curve$forward(spoiled.clone(), pT1, t, tape);
                tape.returnedShadow1 = tape.returnedShadow;
                curve$forward(spoiled.clone(), pT2, t, tape);
                tape.returnedShadow2 = tape.returnedShadow;
                curve$forward(spoiled.clone(), pT3, t, tape);
                tape.returnedShadow3 = tape.returnedShadow;
                forward -= 3;
                return curve$forward(p, pT, t, tape);
              }
              static double[] curve$forward(double[] p, double[] pT, double[] t, Tape tape) {
                forward++;
                double[] y = new double[t.length], yT = new double[t.length];
                for (int i = 0; i < t.length; i++) { y[i] = t[i] * p[0] * p[0]; yT[i] = 2 * t[i] * p[0] * pT[0]; }
                p[0] = -1;
                pT[0] = 0;
                if (tape != null) { tape.returnedShadow = yT; }
                return y;
              }
              static double[] curve$reverse(double[] p, double[] pS, double[] t, double[] yC, boolean accumulate, Tape tape) {
                reverse++;
                double[] y = new double[t.length];
                double x = p[0];
                for (int i = 0; i < t.length; i++) { y[i] = t[i] * x * x; }
                p[0] = -1;
                org.atled.runtime.Arguments.requireCotangent("the cotangent", yC, y);
                pS[0] = 0;
                for (int i = 0; i < t.length; i++) { pS[0] += 2 * t[i] * x * yC[i]; yC[i] = 0; }
                return y;
              }
              static double[] mixed$forward(double k, double kT, double[] p, double[] pT, double[] q, double[] qT, Tape tape) {
                forward++;
                tape.returnedShadow = new double[] {kT * q[0] + k * qT[0], pT[0]};
                return new double[] {k * q[0], p[0]};
              }
              static double[] mixed$reverse(double k, double[] p, double[] pS, double[] q, double[] qS, double[] yC,
                  boolean accumulate, Tape tape) {
                reverse++;
                qS[0] += k * yC[0];
                pS[0] += yC[1];
                tape.pushDouble(q[0] * yC[0]);
                return new double[] {k * q[0], p[0]};
              }
              static void rhs$forward(double t, double tT, double[] u, double[] uT, double[] du, double[] duT, float s, float sT, Tape tape) {
                duT[0] = t * uT[0] + tT * u[0];
                du[0] = t * u[0];
              }
              static void rhs$reverse(double t, double[] u, double[] uS, double[] du, double[] duS, float s, boolean accumulate, Tape tape) {
                if (!accumulate) { throw new AssertionError(); }
                du[0] = t * u[0];
                uS[0] += t * duS[0];
                tape.pushDouble(u[0] * duS[0]);
                tape.pushDouble(0.5);
                duS[0] = 0;
              }
              static double[][] copied$reverse(double[][] a, double[][] aS, double[] c, double[][] yC, boolean accumulate, Tape tape) {
                double[][] y = new double[a.length][];
                for (int i = 0; i < a.length; i++) {
                  if (a[i] != null) {
                    y[i] = a[i].clone();
                    for (int j = 0; j < yC[i].length; j++) { aS[i][j] += yC[i][j]; yC[i][j] = 0; }
                  }
                }
                return y;
              }
              static double[][] copied$forward(double[][] a, double[][] aT, double[] c, Tape tape) {
                tape.returnedShadow = aT;
                return a;
              }
              static void exchanged$forward(double[][] a, double[][] aT, Tape tape) {
                double[] first = aT[0]; aT[0] = aT[1]; aT[1] = first;
                first = a[0]; a[0] = a[1]; a[1] = first;
                aT[0][0] *= 2; a[0][0] *= 2;
              }
              static void scaled$reverse(double[] u, double[] uS, double[] du, double[] duS, boolean accumulate, Tape tape) { }
            }
            """;

    @TempDir
    Path folder;

    private Calls model;
    private Class<?> cores;

    @BeforeEach
    void compile() throws IOException, ClassNotFoundException {
        Compiling compiling = new Compiling(folder).compile(METHODS, CORES);
        assertThat(compiling.complaints()).isEmpty();
        Class<?> companion = compiling.load("demo.ModelDerivatives");
        model = new Calls(companion);
        cores = Class.forName("demo.Cores", true, companion.getClassLoader());
    }

    private int passes(String mode) throws ReflectiveOperationException {
        Field field = cores.getDeclaredField(mode);
        field.setAccessible(true);
        return field.getInt(null);
    }

    @Test
    void productsOfAnArrayResult() throws Throwable {
        double[] t = {1, 2, 3};
        assertThat(model.call("curveJvp", new double[] {5}, new double[] {2}, t))
                .isEqualTo(new double[] {20, 40, 60});
        double[] seed = {1, 0, 1};
        assertThat(model.call("curveVjp", new double[] {5}, t, seed)).isEqualTo(new double[] {40});
        assertThat(seed).containsExactly(1, 0, 1);
    }

    @Test
    void anArgumentMayServeAsCotangent() throws Throwable {
        double[] p = {5};
        assertThat(model.call("curveVjp", p, new double[] {2}, p)).isEqualTo(new double[] {100});
    }

    @Test
    void wrongCotangentsAreNamed() {
        double[] t = {1, 2, 3};
        assertThatThrownBy(() -> model.call("curveVjp", new double[] {5}, t, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cotangent has length 2, but the result has length 3");
        assertThatThrownBy(() -> model.call("curveVjp", new double[] {5}, t, null))
                .hasMessage("yCotangent is null: pass an array.");
        assertThatThrownBy(() -> model.call("mixedVjp", 1.0, new double[1], new double[1], new double[3]))
                .hasMessage("yCotangent has length 3, but the result has length 2: pass an array of length 2.");
        assertThatThrownBy(() -> model.call("curveJacobian", t, t)).hasMessageContaining("p and t are the same array");
    }

    @Test
    void jacobianTakesOnePassPerInputOnFreshCopies() throws Throwable {
        double[] p = {5};
        double[][] jacobian = (double[][]) model.call("curveJacobian", p, new double[] {1, 2, 3});
        assertThat(jacobian).isDeepEqualTo(new double[][] {{10}, {20}, {30}});
        assertThat(p).containsExactly(5);
        assertThat(passes("forward")).isEqualTo(1);
        assertThat(passes("reverse")).isZero();
    }

    @Test
    void jacobianTakesAsManyInputsAtATimeAsThereIsCodeFor() throws Throwable {
        Field width = cores.getDeclaredField("width");
        width.setAccessible(true);
        width.setInt(null, 4);
        double[] p = {5, 6, 7, 8, 9, 10};
        double[][] jacobian = (double[][]) model.call("curveJacobian", p, new double[] {1, 2, 3});
        assertThat(jacobian)
                .isDeepEqualTo(new double[][] {{10, 0, 0, 0, 0, 0}, {20, 0, 0, 0, 0, 0}, {30, 0, 0, 0, 0, 0}});
        assertThat(p).containsExactly(5, 6, 7, 8, 9, 10);
        assertThat(passes("forward")).isEqualTo(2);
        assertThat(passes("reverse")).isZero();
    }

    @Test
    void jacobianTakesOnePassPerOutputOnFreshCopies() throws Throwable {
        double[] p = {5, 6, 7};
        double[][] jacobian = (double[][]) model.call("curveJacobian", p, new double[] {1, 2});
        assertThat(jacobian).isDeepEqualTo(new double[][] {{10, 0, 0}, {20, 0, 0}});
        assertThat(p).containsExactly(5, 6, 7);
        assertThat(passes("reverse")).isEqualTo(2);
    }

    @Test
    void jacobianWithoutInputsHasEmptyRows() throws Throwable {
        Object[] all = Calls.components(model.call("mixedJacobian", 2.0, new double[1], new double[1]));
        assertThat(all).hasSize(3);
        assertThat(model.call("curveJacobian", new double[] {1}, new double[0])).isEqualTo(new double[0][]);
    }

    @Test
    void jacobiansOfSeveralVariables() throws Throwable {
        Object[] byRows = Calls.components(model.call("mixedJacobian", 2.0, new double[] {3, 0}, new double[] {4}));
        assertThat((double[]) byRows[0]).containsExactly(4, 0);
        assertThat((double[][]) byRows[1]).isDeepEqualTo(new double[][] {{0, 0}, {1, 0}});
        assertThat((double[][]) byRows[2]).isDeepEqualTo(new double[][] {{2}, {0}});
        assertThat(passes("reverse")).isEqualTo(2);
        double[] both = {3};
        Object[] shared = Calls.components(model.call("mixedJacobian", 2.0, both, both));
        assertThat((double[][]) shared[1]).isDeepEqualTo(new double[][] {{2}, {1}});
        assertThat((double[][]) shared[2]).isDeepEqualTo(new double[][] {{2}, {1}});
    }

    @Test
    void vectorFunction() throws Throwable {
        VectorFunction curve = (VectorFunction) model.call("curve", (Object) new double[] {1, 2});
        assertThat(curve.value(new double[] {3})).containsExactly(9, 18);
        assertThat(curve.jvp(new double[] {3}, new double[] {1})).containsExactly(6, 12);
        assertThat(curve.vjp(new double[] {3}, new double[] {0, 1})).containsExactly(12);
        assertThat(curve.jacobian(new double[] {3})).isDeepEqualTo(new double[][] {{6}, {12}});
    }

    @Test
    void inPlaceMethodsConsumeSeedsAndAddToInputs() throws Throwable {
        double[] u = {3};
        double[] uC = {100};
        double[] du = {9};
        double[] duC = {10};
        Object[] scalars = Calls.components(model.call("rhsVjp", 2.0, u, uC, du, duC, 1f));
        assertThat(scalars).containsExactly(30.0, 0.5f);
        assertThat(du).containsExactly(6);
        assertThat(uC).containsExactly(120);
        assertThat(duC).containsExactly(0);
        assertThat(model.call("scaledVjp", u, uC, du, duC)).isNull();
    }

    @Test
    void inPlaceMethodsCarryTangents() throws Throwable {
        double[] du = {9};
        double[] duT = {9};
        model.call("rhsJvp", 2.0, 1.0, new double[] {3}, new double[] {10}, du, duT, 1f, 0f);
        assertThat(du).containsExactly(6);
        assertThat(duT).containsExactly(23);
    }

    @Test
    void matrixResultsTakeMatricesOfSeeds() throws Throwable {
        double[] row = {1, 2};
        double[][] a = {row, null, row, {3}};
        double[][] seeds = {{1, 10}, null, {100, 1000}, {5}};
        assertThat((double[][]) model.call("copiedVjp", a, new double[1], seeds))
                .isDeepEqualTo(new double[][] {{101, 1010}, null, {101, 1010}, {5}});
        assertThat(seeds).isDeepEqualTo(new double[][] {{1, 10}, null, {100, 1000}, {5}});
        double[] tangent = {1, 1};
        double[][] tangents = {tangent, null, tangent, {2}};
        assertThat((double[][]) model.call("copiedJvp", a, tangents, new double[1]))
                .isDeepEqualTo(tangents)
                .isNotSameAs(tangents);
        assertThatThrownBy(() -> model.call("copiedVjp", a, row, seeds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a[0] and c are the same array, but c has no derivative");
        assertThatThrownBy(() -> model.call("copiedVjp", new double[1][1], row, new double[][] {{1}, {2}}))
                .hasMessage("yCotangent has length 2, but the result has length 1: pass an array of length 1.");
    }

    @Test
    void rowsThatMoveKeepTheirTangents() throws Throwable {
        double[][] a = {{1}, {2}};
        double[][] tangents = {{10}, {20}};
        model.call("exchangedJvp", a, tangents);
        assertThat(a).isDeepEqualTo(new double[][] {{4}, {1}});
        assertThat(tangents).isDeepEqualTo(new double[][] {{10}, {40}});
    }

    @Test
    void oneArrayNeedsOneCotangent() {
        double[] u = {3};
        assertThatThrownBy(() -> model.call("rhsVjp", 2.0, u, new double[1], u, new double[1], 1f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("u and du are the same array, but uCotangent and duCotangent are not");
    }
}
