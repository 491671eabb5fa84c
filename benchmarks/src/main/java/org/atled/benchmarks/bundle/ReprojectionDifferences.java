package org.atled.benchmarks.bundle;

import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Flat;

/** Central differences of {@link Reprojection}: one column of a block after the other. */
final class ReprojectionDifferences implements Differences {
    private final Scene scene;
    private final Jacobian jacobian;
    private final double[] up = new double[2];
    private final double[] down = new double[2];

    ReprojectionDifferences(Scene scene) {
        this.scene = scene;
        jacobian = new Jacobian(scene.observations());
    }

    @Override
    public int calls() {
        return 2 * Jacobian.COLUMNS + 2;
    }

    @Override
    public double run() {
        for (int i = 0; i < scene.observations(); i++) {
            block(i);
        }
        return ReprojectionProblem.sum(scene);
    }

    @Override
    public double[] result() {
        return Flat.of(jacobian.blocks(), jacobian.ofWeights());
    }

    @Override
    public double element(int index) {
        int blocks = jacobian.blocks().length;
        if (index >= blocks) {
            block(index - blocks);
            return jacobian.ofWeights()[index - blocks];
        }
        block(index / (2 * Jacobian.COLUMNS));
        return jacobian.blocks()[index];
    }

    private void block(int observation) {
        double[] camera = scene.cameras()[scene.cameraOf()[observation]];
        double[] point = scene.points()[scene.pointOf()[observation]];
        for (int i = 0; i < Scene.CAMERA; i++) {
            column(observation, camera, i, i);
        }
        for (int i = 0; i < Scene.POINT; i++) {
            column(observation, point, i, Scene.CAMERA + i);
        }
        column(observation, scene.weights(), observation, Jacobian.COLUMNS - 1);
        double weight = scene.weights()[observation];
        jacobian.ofWeights()[observation] =
                (Reprojection.weightError(weight + STEP) - Reprojection.weightError(weight - STEP)) / (2 * STEP);
    }

    private void column(int observation, double[] variable, int i, int column) {
        double x = variable[i];
        double step = STEP * Math.max(1, Math.abs(x));
        variable[i] = x + step;
        ReprojectionProblem.error(scene, observation, up);
        variable[i] = x - step;
        ReprojectionProblem.error(scene, observation, down);
        variable[i] = x;
        for (int row = 0; row < 2; row++) {
            jacobian.blocks()[jacobian.start(observation, row) + column] = (up[row] - down[row]) / (2 * step);
        }
    }
}
