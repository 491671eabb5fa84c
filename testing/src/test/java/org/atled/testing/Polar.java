package org.atled.testing;

/** From polar coordinates to the plane, with derivatives written by hand. */
final class Polar {
    private Polar() {}

    static double[] value(double[] x) {
        return new double[] {x[0] * Math.cos(x[1]), x[0] * Math.sin(x[1])};
    }

    static double[] jvp(double[] x, double[] tangent) {
        double cos = Math.cos(x[1]);
        double sin = Math.sin(x[1]);
        return new double[] {
            cos * tangent[0] - x[0] * sin * tangent[1], sin * tangent[0] + x[0] * cos * tangent[1],
        };
    }

    static double[] vjp(double[] x, double[] cotangent) {
        double cos = Math.cos(x[1]);
        double sin = Math.sin(x[1]);
        return new double[] {
            cos * cotangent[0] + sin * cotangent[1], x[0] * (cos * cotangent[1] - sin * cotangent[0]),
        };
    }
}
