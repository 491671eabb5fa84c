package org.atled.benchmarks.bundle;

/**
 * The Jacobian of all errors of a scene.
 *
 * @param blocks for each observation two rows of 15: by its camera, its point, its weight
 * @param ofWeights of each weight's own error by that weight
 */
record Jacobian(double[] blocks, double[] ofWeights) {
    static final int COLUMNS = Scene.CAMERA + Scene.POINT + 1;

    Jacobian(int observations) {
        this(new double[observations * 2 * COLUMNS], new double[observations]);
    }

    /** Where a row of an observation begins. */
    int start(int observation, int row) {
        return (2 * observation + row) * COLUMNS;
    }
}
