package org.atled.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The implicit function theorem against differentiated iterations and closed forms; both modes, and second order. */
final class ImplicitTest {
    private static final double[] P = {0.3, -0.7, 0.5, 0.9};

    private static void assertEqual(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("component %d", i).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static void assertEqual(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < actual.length; i++) {
            assertEqual(actual[i], expected[i], tolerance);
        }
    }

    @Test
    void fixedPointInBothModes() {
        double[] start = {0.1, 0.2, -0.3, 0.4};
        assertEqual(ImplicitModels.implicit(start, P), ImplicitModels.unrolled(start, P), 1e-14);
        double[] cotangent = {1, -2, 0.5, 3};
        var implicit = ImplicitModelsDerivatives.implicitVjp(start, P, cotangent);
        assertEqual(
                implicit.p(),
                ImplicitModelsDerivatives.unrolledVjp(start, P, cotangent).p(),
                1e-12);
        assertThat(implicit.start()).containsOnly(0);
        double[] tangent = {0.3, 1, -1, 2};
        assertEqual(
                ImplicitModelsDerivatives.implicitJvp(start, new double[4], P, tangent),
                ImplicitModelsDerivatives.unrolledJvp(start, new double[4], P, tangent),
                1e-12);
        assertThat(ImplicitModelsDerivatives.implicitJvp(start, cotangent, P, new double[4]))
                .containsOnly(0);
        var jacobian = ImplicitModelsDerivatives.implicitJacobian(start, P);
        assertEqual(
                jacobian.p(),
                ImplicitModelsDerivatives.unrolledJacobian(start, P).p(),
                1e-12);
        for (double[] row : jacobian.start()) {
            assertThat(row).containsOnly(0);
        }
    }

    /** The derivative must not move the solution, not by a bit. */
    @Test
    void valueIsWhatTheSearchFinds() {
        double[] found = ImplicitKernels.fixedPoint(u -> ImplicitModels.step(u, P), new double[4], 1e-15);
        assertThat(ImplicitModels.implicit(new double[4], P)).containsExactly(found);
    }

    @Test
    void secondDerivativesOfFixedPoints() {
        assertEqual(
                ImplicitModelsDerivatives.implicitScoreHessian(P),
                ImplicitModelsDerivatives.unrolledScoreHessian(P),
                1e-11);
    }

    /** u′ = 1/w, u″ = −6u/w³, u‴ = (−6w + 108u²)/w⁵ with w = 3u² + 1. */
    @Test
    void thirdDerivatives() {
        double u = 2;
        double w = 13;
        assertThat(ImplicitModels.cubic(10)).isEqualTo(u);
        assertThat(ImplicitModels.first(10)).isCloseTo(1 / w, within(1e-16));
        assertThat(ImplicitModels.second(10)).isCloseTo(-6 * u / (w * w * w), within(1e-16));
        double expected = (-6 * w + 108 * u * u) / Math.pow(w, 5);
        assertThat(ImplicitModelsDerivatives.secondJvp(10, 1)).isCloseTo(expected, within(1e-16));
        assertThat(ImplicitModelsDerivatives.secondGradient(10)).isCloseTo(expected, within(1e-16));
    }

    /** Equations in a loop, each with what the one before has found. */
    @Test
    void simulationByImplicitSteps() {
        double[] start = {1.2, 0.4};
        double[] p = {0.9, 1.1, 0.7};
        assertEqual(ImplicitModels.simulation(start, p), ImplicitModels.simulationByNewton(start, p), 1e-12);
        var actual = ImplicitModelsDerivatives.simulationJacobian(start, p);
        var expected = ImplicitModelsDerivatives.simulationByNewtonJacobian(start, p);
        assertEqual(actual.start(), expected.start(), 1e-10);
        assertEqual(actual.p(), expected.p(), 1e-10);
        double[] cotangent = {1, -3};
        assertEqual(
                ImplicitModelsDerivatives.simulationVjp(start, p, cotangent).p(),
                ImplicitModelsDerivatives.simulationByNewtonVjp(start, p, cotangent)
                        .p(),
                1e-10);
    }

    @Test
    void rootOfEquations() {
        double[] p = {5, 2};
        assertThat(ImplicitModels.root(p)).isCloseTo(0, within(1e-14));
        assertEqual(
                ImplicitModelsDerivatives.rootGradient(p), ImplicitModelsDerivatives.rootByFormulaGradient(p), 1e-13);
        assertEqual(ImplicitModelsDerivatives.rootHessian(p), ImplicitModelsDerivatives.rootByFormulaHessian(p), 1e-12);
    }

    @Test
    void placeOfAMinimum() {
        double[] p = {0.8, 0.3};
        double[][] expected = ImplicitModelsDerivatives.unrolledMinimumJacobian(p);
        assertEqual(ImplicitModelsDerivatives.minimumJacobian(p), expected, 1e-11);
        assertEqual(ImplicitModelsDerivatives.minimumByDescentJacobian(p), expected, 1e-11);
        assertEqual(
                ImplicitModelsDerivatives.minimumJvp(p, new double[] {1, 0}),
                new double[] {expected[0][0], expected[1][0]},
                1e-11);
    }

    @Test
    void secondDerivativesOfRootsByBisection() {
        double[] p = {2, 4};
        // (ab)^⅓
        double root = 2;
        double[][] hessian = ImplicitModelsDerivatives.cubeRootHessian(p);
        assertThat(hessian[0][0]).isCloseTo(-2. / 9 * root / (p[0] * p[0]), within(1e-14));
        assertThat(hessian[0][1]).isCloseTo(1. / 9 * root / (p[0] * p[1]), within(1e-14));
        assertThat(hessian[1][1]).isCloseTo(-2. / 9 * root / (p[1] * p[1]), within(1e-14));
    }

    @Test
    void whatHasNotConvergedHasNoDerivative() {
        assertThatThrownBy(() -> ImplicitModelsDerivatives.divergingJacobian(new double[] {1}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("10000 steps of the iteration found no solution: component 0 is ")
                .hasMessageEndingWith("else iterate a given number of steps, or differentiate the iteration itself by"
                        + " Implicit.iterate.");
        assertThatThrownBy(() -> Implicit.solution(
                        () -> new double[] {1.01}, u -> new double[] {u[0] - 1}, u -> new double[][] {{1}}, 1e-6))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("the search found no solution: component 0 is 1.01 with a residual of 0.01")
                .hasMessageContaining("Its derivative would be wrong.");
        assertThatThrownBy(() -> Implicit.rootOf(
                        u -> new double[] {u[0] * u[0] + 1},
                        u -> new double[][] {{2 * u[0]}},
                        new double[] {1.5},
                        1e-9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("the search by Newton's method found no solution: component 0 is ");
        assertThatThrownBy(() -> Implicit.fixedPoint(
                        u -> new double[] {Double.NaN}, u -> new double[][] {{0}}, new double[] {1}, 1e-9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("residual of NaN");
    }

    @Test
    void solutionsWithoutDerivatives() {
        assertThatThrownBy(() -> Implicit.solution(
                        () -> new double[] {0},
                        u -> new double[] {u[0] * u[0]},
                        u -> new double[][] {{2 * u[0]}},
                        1e-9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "∂residual/∂u is singular at u[0] = 0.0, so the solution has no derivative, or none was found."
                                + " Give equations with an isolated solution, or begin elsewhere.");
        assertThatThrownBy(() -> Implicit.fixedPoint(u -> u.clone(), u -> new double[][] {{1}}, new double[] {1}, 1e-9))
                .hasMessageStartingWith("1 - ∂step/∂u is singular at u[0] = 1.0");
        assertThatThrownBy(() -> Implicit.argmin(
                        u -> new double[] {-2 * u[0]}, u -> new double[][] {{-2}}, new double[] {1}, 1e-9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("what was found is no minimum");
    }

    @Test
    void wrongArguments() {
        Equations same = u -> u.clone();
        EquationsJacobian zero = u -> new double[u.length][u.length];
        double[] start = {1};
        assertRefused("step is null. Give a function.", () -> Implicit.fixedPoint(null, zero, start, 1e-9));
        assertRefused("jacobian is null. Give a function.", () -> Implicit.fixedPoint(same, null, start, 1e-9));
        assertRefused("start is null. Give a number for each equation.", () -> Implicit.rootOf(same, zero, null, 1e-9));
        assertRefused(
                "start is empty. Give a number for each equation.",
                () -> Implicit.rootOf(same, zero, new double[0], 1e-9));
        assertRefused(
                "tolerance is 0.0. Give a small positive number, such as 1e-12.",
                () -> Implicit.argmin(same, zero, start, 0));
        assertRefused(
                "tolerance is NaN. Give a small positive number, such as 1e-12.",
                () -> Implicit.fixedPoint(same, zero, start, Double.NaN));
        assertRefused(
                "step returned 2 numbers for 1. Let it return as many as it is given.",
                () -> Implicit.fixedPoint(u -> new double[2], zero, start, 1e-9));
        assertRefused(
                "jacobian returned 2 rows for 1 numbers. Let it return a row for each equation.",
                () -> Implicit.fixedPoint(same, u -> new double[2][2], start, 1e-9));
        assertRefused(
                "row 0 of what jacobian returned has 2 columns. Let it have 1, one for each number.",
                () -> Implicit.fixedPoint(same, u -> new double[1][2], start, 1e-9));
        assertRefused(
                "the search returned null. Let it return the numbers it finds.",
                () -> Implicit.solution(() -> null, same, zero, 1e-9));
        assertRefused("search is null. Give a function.", () -> Implicit.solution(null, same, zero, 1e-9));
        assertRefused("steps is -1. Give 0 or more.", () -> Implicit.iterate(same, start, -1));
        assertRefused("start is null. Give the numbers to begin with.", () -> Implicit.iterate(same, null, 1));
    }

    private static void assertRefused(String message, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
