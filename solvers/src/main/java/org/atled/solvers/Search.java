package org.atled.solvers;

/** Any way to find a solution: an iteration, an optimizer of a library. It is run as it is, and not differentiated. */
@FunctionalInterface
public interface Search {
    /** What was found, length n, a new array. */
    double[] run();
}
