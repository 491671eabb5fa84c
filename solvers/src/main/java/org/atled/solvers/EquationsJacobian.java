package org.atled.solvers;

/**
 * The derivatives of {@link Equations} by the numbers they are functions of, as a companion gives them: {@code u ->
 * ModelDerivatives.stepJacobian(u, p)} for a method {@code step} with {@code @Differentiable(wrt = "u")}.
 */
@FunctionalInterface
public interface EquationsJacobian {
    /**
     * The derivatives at a point.
     *
     * @param u length n; not to be written or kept
     * @return n rows, one for each function, of n columns
     */
    double[][] at(double[] u);
}
