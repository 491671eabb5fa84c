package org.atled.benchmarks.problem;

/** One way to the derivative of a {@link Problem}: the call that is timed, and what it left behind. */
public interface Derivative {
    /** Computes value and derivative and keeps the latter; returns the value. This is what is timed. */
    double run();

    /**
     * The derivative that the last run computed, as one new array: by all variables in the order of the primal's parameters,
     * arrays of arrays row by row; the rows of a Jacobian one after the other. Not timed.
     */
    double[] result();
}
