package org.atled.benchmarks.bundle;

/** The matrix of a rotation vector, and the derivative by the latter. One object for many rotations, one after the other. */
final class Rotation {
    private double angle;
    private double cosine;
    private double sine;
    private double wx;
    private double wy;
    private double wz;
    private double xx;
    private double xy;
    private double xz;
    private double yx;
    private double yy;
    private double yz;
    private double zx;
    private double zy;
    private double zz;

    /** Becomes that of the vector in the first three elements. */
    void set(double[] vector) {
        double square = vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2];
        angle = Math.sqrt(square);
        cosine = Math.cos(angle);
        sine = angle == 0 ? 1 : Math.sin(angle);
        // Without an angle the vector itself stands for sine times axis: x + v × x.
        double inverse = angle == 0 ? 1 : 1 / angle;
        wx = vector[0] * inverse;
        wy = vector[1] * inverse;
        wz = vector[2] * inverse;
        double rest = 1 - cosine;
        xx = cosine + wx * wx * rest;
        xy = wx * wy * rest - wz * sine;
        xz = wx * wz * rest + wy * sine;
        yx = wx * wy * rest + wz * sine;
        yy = cosine + wy * wy * rest;
        yz = wy * wz * rest - wx * sine;
        zx = wx * wz * rest - wy * sine;
        zy = wy * wz * rest + wx * sine;
        zz = cosine + wz * wz * rest;
    }

    double x(double px, double py, double pz) {
        return xx * px + xy * py + xz * pz;
    }

    double y(double px, double py, double pz) {
        return yx * px + yy * py + yz * pz;
    }

    double z(double px, double py, double pz) {
        return zx * px + zy * py + zz * pz;
    }

    double backX(double mx, double my, double mz) {
        return xx * mx + yx * my + zx * mz;
    }

    double backY(double mx, double my, double mz) {
        return xy * mx + yy * my + zy * mz;
    }

    double backZ(double mx, double my, double mz) {
        return xz * mx + yz * my + zz * mz;
    }

    /** Writes the derivative of m · (rotated p) by the vector. */
    void pullBack(double px, double py, double pz, double mx, double my, double mz, double[] gradient, int start) {
        double cx = py * mz - pz * my;
        double cy = pz * mx - px * mz;
        double cz = px * my - py * mx;
        if (angle == 0) {
            gradient[start] = cx;
            gradient[start + 1] = cy;
            gradient[start + 2] = cz;
            return;
        }
        double wp = wx * px + wy * py + wz * pz;
        double wm = wx * mx + wy * my + wz * mz;
        double wc = wx * cx + wy * cy + wz * cz;
        double rest = 1 - cosine;
        double mp = mx * px + my * py + mz * pz;
        double byAngle = -sine * mp + cosine * wc + sine * wp * wm;
        // What of the cotangent of the axis is along the axis changes nothing.
        double along = sine * wc + 2 * rest * wp * wm;
        double inverse = 1 / angle;
        gradient[start] = (sine * cx + rest * (wm * px + wp * mx) - wx * along) * inverse + wx * byAngle;
        gradient[start + 1] = (sine * cy + rest * (wm * py + wp * my) - wy * along) * inverse + wy * byAngle;
        gradient[start + 2] = (sine * cz + rest * (wm * pz + wp * mz) - wz * along) * inverse + wz * byAngle;
    }
}
