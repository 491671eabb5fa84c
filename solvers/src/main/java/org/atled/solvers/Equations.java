package org.atled.solvers;

/** Functions of some numbers, as many as there are numbers, that may depend on active values besides. */
@FunctionalInterface
public interface Equations {
    /**
     * The functions at a point.
     *
     * @param u length n; not to be written or kept
     * @return length n, a new array
     */
    double[] at(double[] u);
}
