package org.atled.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.atled.testing.GradientCheck;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/** The rules against differentiated algorithms and closed forms; both modes, and differences. */
final class RulesTest {
    private static final double[] MATRIX = {4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2};

    private static void assertEqual(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("component %d", i).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void solutionOfALinearSystem() {
        GradientCheck.of(ModelsDerivatives.solvedByRule()).at(MATRIX);
        assertEqual(
                ModelsDerivatives.solvedByRuleGradient(MATRIX), ModelsDerivatives.solvedByEliminationGradient(MATRIX));
    }

    @Test
    void inverse() {
        GradientCheck.of(ModelsDerivatives.invertedByRule()).at(MATRIX);
        assertEqual(ModelsDerivatives.invertedByRuleGradient(MATRIX), ModelsDerivatives.invertedByEjmlGradient(MATRIX));
    }

    @Test
    void determinant() {
        GradientCheck.of(ModelsDerivatives.determinantByRule()).at(MATRIX);
        assertEqual(
                ModelsDerivatives.determinantByRuleGradient(MATRIX),
                ModelsDerivatives.determinantByEjmlGradient(MATRIX));
    }

    @Test
    void determinantOfASingularMatrix() {
        double[] singular = {1, 2, 3, 2, 4, 6, 0, 1, 5};
        assertThat(LinearAlgebra.determinant(new DMatrixRMaj(3, 3, true, singular)))
                .isZero();
        assertEqual(
                ModelsDerivatives.determinantByRuleGradient(singular),
                ModelsDerivatives.determinantByEjmlGradient(singular));
    }

    @Test
    void determinantOfALargeSingularMatrix() {
        int n = 8;
        double[] diagonal = new double[n * n];
        double[] expected = new double[n * n];
        double product = 1;
        for (int i = 1; i < n; i++) {
            diagonal[i * n + i] = 1 + i;
            product *= 1 + i;
        }
        expected[0] = product;
        assertEqual(ModelsDerivatives.determinantOfAnySizeGradient(diagonal), expected);
    }

    @Test
    void allRulesAreListed() throws Exception {
        try (InputStream list = RulesTest.class.getClassLoader().getResourceAsStream("META-INF/atled/rules")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrder(
                            CommonOpsRules.class.getName(),
                            ConstantRules.class.getName(),
                            DenseRules.class.getName(),
                            EjmlRules.class.getName(),
                            ErfRules.class.getName(),
                            GammaRules.class.getName(),
                            ImplicitRules.class.getName());
        }
    }

    @Test
    void coincidingEigenvaluesTreatedAlike() {
        // Around the identity, the product of both eigenvalues is the determinant.
        assertEqual(ModelsDerivatives.productOfEigenvaluesGradient(new double[] {1, 0, 1}), new double[] {1, 0, 1});
    }

    @Test
    void eigenvaluesOfASymmetricMatrix() {
        GradientCheck.of(ModelsDerivatives.eigenvaluesByRule()).at(MATRIX);
        double[] p = {1, 0.4, -2};
        assertEqual(
                ModelsDerivatives.eigenvaluesOfTwoByRuleGradient(p),
                ModelsDerivatives.eigenvaluesOfTwoByFormulaGradient(p));
    }

    @Test
    void root() {
        double[] p = {0.3, 1.2};
        double[] gradient = ModelsDerivatives.eccentricAnomalyGradient(p);
        assertEqual(gradient, ModelsDerivatives.eccentricAnomalyByNewtonGradient(p));
        double e = Models.eccentricAnomaly(p);
        assertThat(gradient[1]).isCloseTo(1 / (1 - p[0] * Math.cos(e)), within(1e-13));
        GradientCheck.of(ModelsDerivatives.eccentricAnomaly()).at(p);
    }

    @Test
    void rootsThatCannotBeFound() {
        assertThatThrownBy(() -> Roots.find(x -> x * x + 1, x -> 2 * x, -1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the function is 2.0 at -1.0 and 2.0 at 1.0. Give an interval at whose ends it has "
                        + "opposite signs.");
        assertThatThrownBy(() -> Roots.find(x -> x * x * x, x -> 3 * x * x, -1, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("Give an interval with a simple root.");
        assertThatThrownBy(() -> Roots.find(x -> x, x -> 1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("low is 1.0 and high is NaN. Give finite numbers, the lower one first.");
    }

    @Test
    void matricesThatDoNotFit() {
        DMatrixRMaj wide = new DMatrixRMaj(2, 3);
        assertThatThrownBy(() -> LinearAlgebra.determinant(wide))
                .hasMessage("a is 2 by 3. Give a matrix with as many rows as columns.");
        assertThatThrownBy(() -> LinearAlgebra.solve(new DMatrixRMaj(3, 3), wide, wide))
                .hasMessage("b has 2 rows, and a has 3. Give b as many rows as a.");
        assertThat(LinearAlgebra.invert(new DMatrixRMaj(2, 2), new DMatrixRMaj(1, 1)))
                .isFalse();
    }

    @Test
    void logarithmOfGammaAndItsDerivatives() {
        for (double x : new double[] {0.3, 0.7, 2.6, 5.5, 40}) {
            assertThat(ModelsDerivatives.logGammaGradient(x)).isEqualTo(Gamma.digamma(x));
            assertThat(ModelsDerivatives.digammaGradient(x)).isEqualTo(Gamma.trigamma(x));
            assertThat(ModelsDerivatives.gammaGradient(x)).isEqualTo(Gamma.gamma(x) * Gamma.digamma(x));
        }
    }

    @Test
    void errorFunction() {
        for (double x : new double[] {-1.3, 0, 0.2, 2, 5, 20}) {
            double density = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
            assertThat(ModelsDerivatives.erfGradient(x)).isEqualTo(density);
            assertThat(ModelsDerivatives.erfcGradient(x)).isEqualTo(-density);
        }
        double y = Erf.erfInv(0.4);
        assertThat(ModelsDerivatives.erfInvGradient(0.4))
                .isCloseTo(Math.sqrt(Math.PI) / 2 * Math.exp(y * y), within(1e-14));
    }
}
