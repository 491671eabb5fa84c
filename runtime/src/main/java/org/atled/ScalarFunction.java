package org.atled;

/**
 * A differentiable function from ℝⁿ to ℝ, as optimizers and samplers want it. Generated companions return one with the
 * constants of a {@link Differentiable} method bound.
 *
 * <p>A generated instance keeps references to the bound arrays, not copies. It has no state of its own: it may be used
 * by several threads at once if the method itself may.
 */
public interface ScalarFunction {
    /**
     * The value at a point.
     *
     * @param x the point, length n; written only if the method itself writes it
     */
    double value(double[] x);

    /**
     * The value at a point, and the gradient there.
     *
     * @param x the point, length n; written only if the method itself writes it
     * @param gradient overwritten with ∂f/∂x, length n; not the same array as {@code x}
     * @return the value
     * @throws IllegalArgumentException if an argument is null, or {@code gradient} has another length or is {@code x}
     */
    double gradient(double[] x, double[] gradient);
}
