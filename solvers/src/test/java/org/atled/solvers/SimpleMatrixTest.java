package org.atled.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.atled.testing.GradientCheck;
import org.ejml.data.SingularMatrixException;
import org.junit.jupiter.api.Test;

/** SimpleMatrix with the rules of this module: invert, solve, determinant and set. */
final class SimpleMatrixTest {
    private static final double[] AT = {4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2, 1, -2, 0.3};

    @Test
    void againstDifferences() {
        GradientCheck.of(SimpleModelsDerivatives.f()).everyComponent().at(AT);
    }

    /** The solution, b·A⁻¹b, by b: twice the symmetric part of the inverse times b. */
    @Test
    void diagonalMatrix() {
        double[] diagonal = {2, 0, 0, 0, 4, 0, 0, 0, 8, 1, 2, 3};
        double inverted = 0.5 + 0.25 + 0.125;
        double[] gradient = SimpleModelsDerivatives.fGradient(diagonal);
        assertThat(gradient[9]).isCloseTo(inverted * 2 * 1 / 2, within(1e-14));
        assertThat(gradient[10]).isCloseTo(inverted * 2 * 2 / 4, within(1e-14));
        assertThat(gradient[11]).isCloseTo(inverted * 2 * 3 / 8, within(1e-14));
    }

    @Test
    void singularMatrix() {
        double[] zeros = new double[12];
        assertThatThrownBy(() -> SimpleModels.f(zeros)).isInstanceOf(SingularMatrixException.class);
        assertThatThrownBy(() -> SimpleModelsDerivatives.fGradient(zeros)).isInstanceOf(SingularMatrixException.class);
        assertThatThrownBy(() -> SimpleModelsDerivatives.fJvp(zeros, AT)).isInstanceOf(SingularMatrixException.class);
    }
}
