package org.atled.benchmarks.problem;

/** Central differences of a function. */
public interface Differences extends Derivative {
    /** The relative step for which errors of truncation and rounding are of one size. */
    double STEP = Math.cbrt(Math.ulp(1.0));

    /** How many times a run calls the function. */
    int calls();

    /** One element of the derivative. */
    double element(int index);
}
