package org.atled.benchmarks.bundle;

/** The blocks of the Jacobian of {@link Reprojection}: from the picture back to the camera, both rows
 * from the same sines and cosines. Not thread-safe. */
final class ReprojectionByHand {
    private static final int CENTER = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;
    private static final int WEIGHT = Scene.CAMERA + Scene.POINT;

    private final Rotation rotation = new Rotation();

    double jacobian(Scene scene, Jacobian jacobian) {
        double sum = 0;
        double[] weights = scene.weights();
        for (int i = 0; i < weights.length; i++) {
            sum += block(
                    scene.cameras()[scene.cameraOf()[i]],
                    scene.points()[scene.pointOf()[i]],
                    weights[i],
                    scene.features()[i],
                    jacobian.blocks(),
                    jacobian.start(i, 0));
            sum += 1 - weights[i] * weights[i];
            jacobian.ofWeights()[i] = -2 * weights[i];
        }
        return sum;
    }

    /** Writes two rows; returns the sum of the two errors. */
    private double block(
            double[] camera, double[] point, double weight, double[] feature, double[] jacobian, int first) {
        rotation.set(camera);
        double px = point[0] - camera[CENTER];
        double py = point[1] - camera[CENTER + 1];
        double pz = point[2] - camera[CENTER + 2];
        double depth = 1 / rotation.z(px, py, pz);
        double x = rotation.x(px, py, pz) * depth;
        double y = rotation.y(px, py, pz) * depth;
        double square = x * x + y * y;
        double k1 = camera[DISTORTION];
        double k2 = camera[DISTORTION + 1];
        double focal = camera[FOCAL_LENGTH];
        double distortion = 1 + k1 * square + k2 * square * square;
        double scale = distortion * focal;
        double wf = weight * focal;
        // The derivative of the distorted picture by the plain one is symmetric.
        double slope = 2 * (k1 + 2 * k2 * square);
        double xx = wf * (distortion + slope * x * x);
        double xy = wf * slope * x * y;
        double yy = wf * (distortion + slope * y * y);
        int second = first + Jacobian.COLUMNS;
        row(px, py, pz, xx * depth, xy * depth, -(xx * x + xy * y) * depth, jacobian, first);
        row(px, py, pz, xy * depth, yy * depth, -(xy * x + yy * y) * depth, jacobian, second);
        double errorX = x * scale + camera[PRINCIPAL_POINT] - feature[0];
        double errorY = y * scale + camera[PRINCIPAL_POINT + 1] - feature[1];
        lens(x, square, weight, wf, distortion, errorX, jacobian, first);
        lens(y, square, weight, wf, distortion, errorY, jacobian, second);
        jacobian[first + PRINCIPAL_POINT] = weight;
        jacobian[first + PRINCIPAL_POINT + 1] = 0;
        jacobian[second + PRINCIPAL_POINT] = 0;
        jacobian[second + PRINCIPAL_POINT + 1] = weight;
        return weight * (errorX + errorY);
    }

    private static void lens(
            double x,
            double square,
            double weight,
            double wf,
            double distortion,
            double error,
            double[] jacobian,
            int start) {
        jacobian[start + FOCAL_LENGTH] = weight * distortion * x;
        jacobian[start + DISTORTION] = wf * x * square;
        jacobian[start + DISTORTION + 1] = wf * x * square * square;
        jacobian[start + WEIGHT] = error;
    }

    /** By rotation, center and point, from the cotangent m of the rotated point. */
    private void row(double px, double py, double pz, double mx, double my, double mz, double[] jacobian, int start) {
        rotation.pullBack(px, py, pz, mx, my, mz, jacobian, start);
        double x = rotation.backX(mx, my, mz);
        double y = rotation.backY(mx, my, mz);
        double z = rotation.backZ(mx, my, mz);
        jacobian[start + CENTER] = -x;
        jacobian[start + CENTER + 1] = -y;
        jacobian[start + CENTER + 2] = -z;
        jacobian[start + Scene.CAMERA] = x;
        jacobian[start + Scene.CAMERA + 1] = y;
        jacobian[start + Scene.CAMERA + 2] = z;
    }
}
