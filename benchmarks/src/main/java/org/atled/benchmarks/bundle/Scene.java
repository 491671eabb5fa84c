package org.atled.benchmarks.bundle;

import org.atled.benchmarks.problem.Draws;

/**
 * Cameras that look at points.
 *
 * @param cameras 11 numbers each
 * @param points three coordinates each
 * @param weights one for each observation
 * @param features where each observation found its point in the picture
 * @param cameraOf the camera of each observation
 * @param pointOf the point of each observation
 */
record Scene(
        double[][] cameras, double[][] points, double[] weights, double[][] features, int[] cameraOf, int[] pointOf) {
    static final int CAMERA = 11;
    static final int POINT = 3;

    static Scene random(int cameras, int points, int observations) {
        Draws draws = new Draws(8);
        double[][] cameraNumbers = new double[cameras][];
        for (int i = 0; i < cameras; i++) {
            double[] camera = draws.uniform(CAMERA, -0.3, 0.3);
            // In front of the points, with a lens that bends little.
            camera[5] -= 5;
            camera[6] += 500;
            camera[9] *= 0.1;
            camera[10] *= 0.1;
            cameraNumbers[i] = camera;
        }
        return new Scene(
                cameraNumbers,
                draws.uniform(points, POINT, -1, 1),
                draws.uniform(observations, 0.5, 1.5),
                draws.uniform(observations, 2, -100, 100),
                draws.below(observations, cameras),
                draws.below(observations, points));
    }

    int observations() {
        return weights.length;
    }
}
