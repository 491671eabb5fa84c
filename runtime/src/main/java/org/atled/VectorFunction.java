package org.atled;

/**
 * A differentiable function from ℝⁿ to ℝᵐ, y = f(x), as least-squares and root finders want it. Generated companions
 * return one with the constants of a {@link Differentiable} method bound.
 *
 * <p>A generated instance keeps references to the bound arrays, not copies. It has no state of its own: it may be used
 * by several threads at once if the method itself may.
 */
public interface VectorFunction {
    /**
     * The value at a point.
     *
     * @param x the point, length n; written only if the method itself writes it
     * @return y, length m
     */
    double[] value(double[] x);

    /**
     * Jacobian–vector product: the derivative of y in the direction of a tangent.
     *
     * @param x the point, length n
     * @param xTangent the direction, length n; not the same array as {@code x}
     * @return J·xTangent, length m
     * @throws IllegalArgumentException if an argument is null, or the lengths differ, or both are the same array
     */
    double[] jvp(double[] x, double[] xTangent);

    /**
     * Vector–Jacobian product: the gradient of yCotangent·y.
     *
     * @param x the point, length n
     * @param yCotangent weights of the outputs, length m; only read
     * @return Jᵀ·yCotangent, length n, freshly allocated
     * @throws IllegalArgumentException if an argument is null or {@code yCotangent} has another length than y
     */
    double[] vjp(double[] x, double[] yCotangent);

    /**
     * All partial derivatives.
     *
     * @param x the point, length n; not written
     * @return J: m rows, one for each output, of n columns; freshly allocated
     */
    double[][] jacobian(double[] x);
}
