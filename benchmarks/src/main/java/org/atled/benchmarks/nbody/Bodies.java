package org.atled.benchmarks.nbody;

import java.util.Arrays;
import org.atled.Differentiable;
import org.atled.NoDerivative;

/** Bodies that attract each other, moved by leapfrog (kick, drift, kick), in arrays of x, y, z of one body after the other. */
final class Bodies {
    /** The square of a length that keeps encounters smooth. */
    static final double SOFTENING = 0.01;

    private Bodies() {}

    /** The sum of the squares of all coordinates in the end. */
    @Differentiable
    static double spread(
            double[] positions, double[] velocities, @NoDerivative double[] masses, @NoDerivative double h, int steps) {
        double[] x = positions.clone();
        double[] v = velocities.clone();
        double[] a = new double[x.length];
        accelerations(x, masses, a);
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < x.length; i++) {
                v[i] += h / 2 * a[i];
                x[i] += h * v[i];
            }
            accelerations(x, masses, a);
            for (int i = 0; i < x.length; i++) {
                v[i] += h / 2 * a[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    private static void accelerations(double[] x, double[] masses, double[] a) {
        Arrays.fill(a, 0);
        for (int i = 0; i < masses.length; i++) {
            for (int j = i + 1; j < masses.length; j++) {
                double dx = x[3 * i] - x[3 * j];
                double dy = x[3 * i + 1] - x[3 * j + 1];
                double dz = x[3 * i + 2] - x[3 * j + 2];
                double square = dx * dx + dy * dy + dz * dz + SOFTENING;
                double inverseCube = 1 / (square * Math.sqrt(square));
                double pull = masses[j] * inverseCube;
                a[3 * i] -= pull * dx;
                a[3 * i + 1] -= pull * dy;
                a[3 * i + 2] -= pull * dz;
                double push = masses[i] * inverseCube;
                a[3 * j] += push * dx;
                a[3 * j + 1] += push * dy;
                a[3 * j + 2] += push * dz;
            }
        }
    }
}
