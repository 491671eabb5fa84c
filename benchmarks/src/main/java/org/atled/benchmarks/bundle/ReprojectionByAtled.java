package org.atled.benchmarks.bundle;

import java.util.Arrays;

/** The blocks of the Jacobian by two calls of the pullback for each observation. Everything is allocated once. */
final class ReprojectionByAtled {
    private final double[] error = new double[2];
    private final double[] errorCotangent = new double[2];
    private final double[] cameraCotangent = new double[Scene.CAMERA];
    private final double[] pointCotangent = new double[Scene.POINT];
    private final double[] weightGradient = new double[1];

    double jacobian(Scene scene, Jacobian jacobian) {
        double sum = 0;
        for (int i = 0; i < scene.observations(); i++) {
            row(scene, i, 0, jacobian);
            row(scene, i, 1, jacobian);
            sum += error[0] + error[1];
            sum += ReprojectionDerivatives.weightErrorGradient(scene.weights()[i], weightGradient);
            jacobian.ofWeights()[i] = weightGradient[0];
        }
        return sum;
    }

    private void row(Scene scene, int observation, int row, Jacobian jacobian) {
        Arrays.fill(cameraCotangent, 0);
        Arrays.fill(pointCotangent, 0);
        errorCotangent[row] = 1;
        errorCotangent[1 - row] = 0;
        double weightCotangent = ReprojectionDerivatives.errorVjp(
                scene.cameras()[scene.cameraOf()[observation]],
                cameraCotangent,
                scene.points()[scene.pointOf()[observation]],
                pointCotangent,
                scene.weights()[observation],
                scene.features()[observation],
                error,
                errorCotangent);
        double[] block = jacobian.blocks();
        int start = jacobian.start(observation, row);
        System.arraycopy(cameraCotangent, 0, block, start, Scene.CAMERA);
        System.arraycopy(pointCotangent, 0, block, start + Scene.CAMERA, Scene.POINT);
        block[start + Scene.CAMERA + Scene.POINT] = weightCotangent;
    }
}
