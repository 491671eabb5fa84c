package org.atled.compiler.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives through root finders of Hipparchus, called with a function of the user's. */
final class HipparchusSolversTest {
    @TempDir
    Path classes;

    @Test
    void rootOfAFunctionWithParameters() throws Exception {
        double[] gradient = new LibraryProject(classes, BrentSolver.class)
                .build(List.of("org.hipparchus.analysis.*", "org.hipparchus.analysis.solvers.*"), """
                        @Differentiable
                        static double f(double[] p) {
                          UnivariateFunction function = u -> p[0] * u * u - p[1];
                          return new BrentSolver(1e-15, 1e-15, 1e-15).solve(100, function, 0, 3);
                        }
                        """)
                .check(1e-7, 1.1, 2);
        // u = √(p₁/p₀)
        double root = Math.sqrt(2 / 1.1);
        assertThat(gradient[0]).isCloseTo(-root / (2 * 1.1), within(1e-7));
        assertThat(gradient[1]).isCloseTo(root / (2 * 2), within(1e-7));
    }
}
