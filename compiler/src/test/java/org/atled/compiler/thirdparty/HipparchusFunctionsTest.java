package org.atled.compiler.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives through functions of Hipparchus, of one number and of tables. */
final class HipparchusFunctionsTest {
    private static final double EULER = 0.5772156649015329;

    @TempDir
    Path classes;

    private LibraryProject project(String members) throws Exception {
        return new LibraryProject(classes, Gamma.class)
                .build(
                        List.of(
                                "org.hipparchus.analysis.interpolation.*",
                                "org.hipparchus.special.*",
                                "org.hipparchus.util.FastMath"),
                        members);
    }

    @Test
    void elementaryFunctionsHaveTheRulesOfMath() throws Exception {
        project("""
                @Differentiable
                static double f(double[] x) {
                  double powers = FastMath.pow(x[2], x[0]) + FastMath.pow(x[1], 3) + FastMath.pow(x[0], -2L);
                  double angles = FastMath.sin(x[0]) * FastMath.cos(x[1]) + FastMath.atan2(x[0], x[1]) + FastMath.tan(x[2]);
                  double hyperbolic = FastMath.asinh(x[0]) + FastMath.acosh(x[1]) + FastMath.atanh(x[2]) + FastMath.tanh(x[1]);
                  double logarithms = FastMath.log(x[0]) + FastMath.log1p(x[0]) + FastMath.log10(x[1]) + FastMath.log(x[0], x[1]);
                  double exponentials = FastMath.exp(x[1]) * FastMath.expm1(x[2]) + FastMath.sinh(x[0]);
                  double roots = FastMath.sqrt(x[2]) + FastMath.cbrt(x[1]) + FastMath.hypot(x[0], x[2]);
                  double steps = FastMath.max(x[0], x[1]) + FastMath.abs(x[2]) + FastMath.scalb(x[1], 3) + FastMath.floor(x[1]);
                  return powers + angles + hyperbolic + logarithms + exponentials + roots + steps;
                }
                """).check(1e-9, 0.7, 1.3, 0.4);
    }

    @Test
    void logarithmOfGamma() throws Exception {
        LibraryProject project = project("""
                @Differentiable
                static double f(double[] x) {
                  return Gamma.logGamma(x[0]);
                }
                """);
        // 1 - γ, by the recurrence from ψ(1) = -γ; ψ(1/2) = -γ - 2 ln 2 and from it ψ(5/2).
        double half = -EULER - 2 * Math.log(2);
        assertThat(project.check(1e-8, 0.5)[0]).isCloseTo(half, within(1e-13));
        assertThat(project.check(1e-8, 2.5)[0]).isCloseTo(half + 2 + 2.0 / 3, within(1e-13));
        assertThat(project.check(1e-8, 2)[0]).isCloseTo(1 - EULER, within(1e-13));
        for (double x : new double[] {0.3, 5.5, 40}) {
            assertThat(project.check(1e-8, x)[0]).isCloseTo(Gamma.digamma(x), within(1e-8));
        }
    }

    @Test
    void derivativeOfTheLogarithmOfGamma() throws Exception {
        LibraryProject project = project("""
                @Differentiable
                static double f(double[] x) {
                  return Gamma.digamma(x[0]);
                }
                """);
        for (double x : new double[] {0.3, 2.6, 5.5, 60}) {
            double[] gradient = project.check(1e-8, x);
            assertThat(gradient[0]).isCloseTo(Gamma.trigamma(x), within(1e-8 * gradient[0]));
        }
    }

    @Test
    void logarithmOfBeta() throws Exception {
        double[] gradient = project("""
                @Differentiable
                static double f(double[] x) {
                  return Beta.logBeta(x[0], x[1]);
                }
                """).check(1e-8, 0.5, 1.5);
        double half = -EULER - 2 * Math.log(2);
        double both = 1 - EULER;
        assertThat(gradient[0]).isCloseTo(half - both, within(1e-12));
        assertThat(gradient[1]).isCloseTo(half + 2 - both, within(1e-12));
    }

    @Test
    void errorFunctions() throws Exception {
        LibraryProject project = project("""
                @Differentiable
                static double f(double[] x) {
                  return Erf.erf(x[0]) + 3 * Erf.erfc(x[1]);
                }
                """);
        for (double x : new double[] {0.3, 1.3, 3.1}) {
            double[] gradient = project.check(1e-7, x, x);
            double bell = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
            assertThat(gradient[0]).isCloseTo(bell, within(1e-12));
            assertThat(gradient[1]).isCloseTo(-3 * bell, within(1e-12));
        }
    }

    @Test
    void splineByItsTableAndByItsArgument() throws Exception {
        project("""
                @Differentiable
                static double f(double[] p) {
                  double[] x = {0, 1, 2.5, 3, 4};
                  double[] y = {p[0], p[1], p[2], p[3], p[4]};
                  return new SplineInterpolator().interpolate(x, y).value(p[5]);
                }
                """).check(1e-9, 1, 3, 2, 5, 4, 2.3);
    }
}
