package org.atled.compiler.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives through whole integrators of Hipparchus, adaptive steps included, by parameters and by the initial state. */
final class HipparchusIntegratorsTest {
    private static final List<String> IMPORTS = List.of("org.hipparchus.ode.*", "org.hipparchus.ode.nonstiff.*");

    private static final String EQUATIONS = """
            static final class Reaction implements OrdinaryDifferentialEquation {
              final double rate;
              Reaction(double rate) { this.rate = rate; }
              @Override public int getDimension() { return 2; }
              @Override public double[] computeDerivatives(double t, double[] y) {
                return new double[] {-rate * y[0] * y[1], rate * y[0] - y[1]};
              }
            }
            """;

    @TempDir
    Path classes;

    @Test
    void dormandPrince853() throws Exception {
        new LibraryProject(classes, DormandPrince853Integrator.class, UnivariateFunction.class)
                .build(IMPORTS, EQUATIONS + """
                        @Differentiable
                        static double f(double[] p) {
                          ODEIntegrator integrator = new DormandPrince853Integrator(1e-6, 1.0, 1e-10, 1e-10);
                          ODEState start = new ODEState(0, new double[] {p[1], 0.5});
                          double[] end = integrator.integrate(new Reaction(p[0]), start, 1.5).getPrimaryState();
                          return end[0] + 2 * end[1];
                        }
                        """)
                .check(1e-6, 0.7, 1.2);
    }

    /** y' = −k·y, so that ∂y(T)/∂k = −T·y(T) and ∂y(T)/∂y₀ = y(T)/y₀. */
    @Test
    void classicalRungeKuttaWithAClosedForm() throws Exception {
        double[] gradient = new LibraryProject(classes, DormandPrince853Integrator.class, UnivariateFunction.class)
                .build(IMPORTS, """
                        static final class Decay implements OrdinaryDifferentialEquation {
                          final double rate;
                          Decay(double rate) { this.rate = rate; }
                          @Override public int getDimension() { return 1; }
                          @Override public double[] computeDerivatives(double t, double[] y) {
                            return new double[] {-rate * y[0]};
                          }
                        }
                        @Differentiable
                        static double f(double[] p) {
                          ODEIntegrator integrator = new ClassicalRungeKuttaIntegrator(0.01);
                          ODEState start = new ODEState(0, new double[] {p[1]});
                          return integrator.integrate(new Decay(p[0]), start, 2).getPrimaryState()[0];
                        }
                        """)
                .check(1e-7, 0.7, 1.2);
        double end = 1.2 * Math.exp(-0.7 * 2);
        assertThat(gradient[0]).isCloseTo(-2 * end, within(1e-8));
        assertThat(gradient[1]).isCloseTo(end / 1.2, within(1e-8));
    }
}
