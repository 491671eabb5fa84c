package org.atled.solvers.sparse;

/** The product of a Hessian and a vector, as a companion gives it: {@code (x, v) -> ModelDerivatives.energyHvp(x, v)}. */
@FunctionalInterface
public interface HessianProduct {
    /**
     * The product at a point.
     *
     * @param x length n; only read
     * @param v the vector, length n; only read
     * @return H·v, length n, a new array
     */
    double[] at(double[] x, double[] v);
}
