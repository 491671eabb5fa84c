package org.atled.benchmarks.bundle;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/**
 * The error of one observation in bundle adjustment, as ADBench defines it. A camera is 11 numbers: rotation vector, center,
 * focal length, principal point and two coefficients of radial distortion.
 */
final class Reprojection {
    private static final int CENTER = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;

    private Reprojection() {}

    /** Writes the two weighted errors. */
    @Differentiable
    static void error(double[] camera, double[] point, double weight, @NoDerivative double[] feature, double[] error) {
        double[] centered = new double[3];
        for (int i = 0; i < 3; i++) {
            centered[i] = point[i] - camera[CENTER + i];
        }
        double[] rotated = rotate(camera, centered);
        double x = rotated[0] / rotated[2];
        double y = rotated[1] / rotated[2];
        double square = x * x + y * y;
        double distortion = 1 + camera[DISTORTION] * square + camera[DISTORTION + 1] * square * square;
        double scale = distortion * camera[FOCAL_LENGTH];
        error[0] = weight * (x * scale + camera[PRINCIPAL_POINT] - feature[0]);
        error[1] = weight * (y * scale + camera[PRINCIPAL_POINT + 1] - feature[1]);
    }

    /** What keeps a weight near one. */
    @Differentiable
    static double weightError(double weight) {
        return 1 - weight * weight;
    }

    /** Rodrigues' formula; the rotation vector is the first three numbers of the camera. */
    private static double[] rotate(double[] rotation, double[] x) {
        double square = rotation[0] * rotation[0] + rotation[1] * rotation[1] + rotation[2] * rotation[2];
        if (square == 0) {
            double[] small = cross(rotation, x);
            return new double[] {x[0] + small[0], x[1] + small[1], x[2] + small[2]};
        }
        double angle = Math.sqrt(square);
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double[] axis = {rotation[0] / angle, rotation[1] / angle, rotation[2] / angle};
        double[] across = cross(axis, x);
        double along = (axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2]) * (1 - cosine);
        double[] rotated = new double[3];
        for (int i = 0; i < 3; i++) {
            rotated[i] = x[i] * cosine + across[i] * sine + axis[i] * along;
        }
        return rotated;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
