package org.atled.testing;

/** Rosenbrock's valley with derivatives written by hand. */
final class Rosenbrock {
    private Rosenbrock() {}

    static double value(double[] x) {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        return a * a + 100 * b * b;
    }

    static double[] gradient(double[] x) {
        double b = x[1] - x[0] * x[0];
        return new double[] {-2 * (1 - x[0]) - 400 * x[0] * b, 200 * b};
    }

    static double jvp(double[] x, double[] tangent) {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        double aTangent = -tangent[0];
        double bTangent = tangent[1] - 2 * x[0] * tangent[0];
        return 2 * a * aTangent + 200 * b * bTangent;
    }
}
