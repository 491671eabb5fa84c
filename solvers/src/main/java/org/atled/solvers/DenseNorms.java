package org.atled.solvers;

/** Sizes of vectors. */
final class DenseNorms {
    private DenseNorms() {}

    /** The sum of squares. */
    static double squared(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each * each;
        }
        return sum;
    }
}
