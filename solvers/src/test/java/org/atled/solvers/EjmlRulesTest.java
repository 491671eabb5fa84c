package org.atled.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import org.atled.ScalarFunction;
import org.atled.testing.GradientCheck;
import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** EJML's solve, inverse and determinant by rule, against algorithms that are differentiated step by step, and differences. */
final class EjmlRulesTest {
    /** EJML has formulas of its own up to 5 and 6 rows, and decomposes larger matrices. */
    private static final int[] SIZES = {2, 3, 8};

    private static double[] matrix(int n) {
        double[] p = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            p[i] = Math.sin(1.7 * i) + (i % (n + 1) == 0 ? 3 + i % 4 : 0);
        }
        return p;
    }

    private static void assertSame(ScalarFunction rule, ScalarFunction algorithm, double[] at) {
        GradientCheck.of(rule).at(at);
        double[] actual = new double[at.length];
        double[] expected = new double[at.length];
        assertThat(rule.gradient(at, actual)).isCloseTo(algorithm.gradient(at, expected), within(1e-11));
        for (int i = 0; i < at.length; i++) {
            assertThat(actual[i]).as("component %d", i).isCloseTo(expected[i], within(1e-11));
        }
    }

    @Test
    void solution() {
        for (int n : SIZES) {
            assertSame(EjmlModelsDerivatives.solved(), EjmlModelsDerivatives.solvedByElimination(), matrix(n));
        }
    }

    @Test
    void inverse() {
        for (int n : SIZES) {
            assertSame(EjmlModelsDerivatives.inverted(), EjmlModelsDerivatives.invertedByElimination(), matrix(n));
            assertSame(EjmlModelsDerivatives.invertedInto(), EjmlModelsDerivatives.invertedByElimination(), matrix(n));
        }
    }

    @Test
    void determinant() {
        for (int n : SIZES) {
            double[] p = matrix(n);
            double scale = Math.abs(EjmlModels.determinant(p));
            double[] actual = EjmlModelsDerivatives.determinantGradient(p);
            double[] expected = EjmlModelsDerivatives.determinantByEliminationGradient(p);
            GradientCheck.of(EjmlModelsDerivatives.determinant()).at(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-12 * scale));
            }
        }
    }

    @Test
    void leastSquares() {
        assertSame(
                EjmlModelsDerivatives.leastSquares(),
                EjmlModelsDerivatives.leastSquaresByNormalEquations(),
                new double[] {1, 0.2, 1, 1.3, 1, 2.1, 1.2, 3});
    }

    @Test
    void eigenvalues() {
        for (int n : SIZES) {
            assertSame(EjmlModelsDerivatives.eigenvalues(), EjmlModelsDerivatives.eigenvaluesByRotations(), matrix(n));
        }
    }

    @Test
    void valuesAreThoseOfEjml() {
        for (int n : SIZES) {
            double[] p = matrix(n);
            double[] gradient = new double[p.length];
            assertThat(EjmlModelsDerivatives.solvedGradient(p, gradient)).isEqualTo(EjmlModels.solved(p));
            assertThat(EjmlModelsDerivatives.invertedGradient(p, gradient)).isEqualTo(EjmlModels.inverted(p));
            assertThat(EjmlModelsDerivatives.determinantGradient(p, gradient)).isEqualTo(EjmlModels.determinant(p));
        }
    }

    @Test
    void singularMatrices() {
        // EJML's formula for small matrices divides by the determinant, and its decomposition of larger ones by a
        // pivot.
        assertThat(EjmlModels.inverted(new double[4])).isNaN();
        assertThat(EjmlModelsDerivatives.invertedGradient(new double[4])).containsOnly(Double.NaN);
        double[] large = new double[64];
        assertThat(EjmlModels.inverted(large)).isNaN();
        assertThat(EjmlModelsDerivatives.invertedGradient(large, new double[64]))
                .isNaN();
        // The determinant has derivatives everywhere.
        double[] singular = {1, 2, 2, 4};
        assertThat(EjmlModelsDerivatives.determinantGradient(singular))
                .containsExactly(4 * Math.sin(1), -2 * Math.sin(1), -2 * Math.sin(1), Math.sin(1));
    }

    @Test
    void matricesThatDoNotFit() {
        DMatrixRMaj wide = new DMatrixRMaj(2, 3);
        DMatrixRMaj square = CommonOps_DDRM.identity(3);
        for (Runnable call : new Runnable[] {
            () -> CommonOpsRules.det_substitute(wide),
            () -> CommonOpsRules.invert_substitute(wide.copy()),
            () -> CommonOpsRules.invert_substitute(wide, new DMatrixRMaj(1, 1)),
        }) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(MatrixDimensionException.class)
                    .hasMessage("Must be a square matrix.");
        }
        assertThatThrownBy(() -> CommonOpsRules.solve_substitute(square, wide, new DMatrixRMaj(1, 1)))
                .hasSameClassAs(catchThrowable(() -> CommonOps_DDRM.solve(square, wide, new DMatrixRMaj(1, 1))));
        assertThatThrownBy(() -> LinearAlgebra.symmetricEigenvalues(new DMatrixRMaj(2, 2, true, 1, Double.NaN, 0, 1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith("its elements must be finite numbers");
    }
}
