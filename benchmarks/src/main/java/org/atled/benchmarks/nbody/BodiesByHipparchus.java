package org.atled.benchmarks.nbody;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Bodies} in Hipparchus' numbers. */
final class BodiesByHipparchus {
    private BodiesByHipparchus() {}

    static Gradient spread(Gradient[] positions, Gradient[] velocities, double[] masses, double h, int steps) {
        Gradient[] x = positions.clone();
        Gradient[] v = velocities.clone();
        Gradient[] a = accelerations(x, masses);
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < x.length; i++) {
                v[i] = v[i].add(a[i].multiply(h / 2));
                x[i] = x[i].add(v[i].multiply(h));
            }
            a = accelerations(x, masses);
            for (int i = 0; i < x.length; i++) {
                v[i] = v[i].add(a[i].multiply(h / 2));
            }
        }
        Gradient sum = x[0].getField().getZero();
        for (Gradient xi : x) {
            sum = sum.add(xi.square());
        }
        return sum;
    }

    private static Gradient[] accelerations(Gradient[] x, double[] masses) {
        Gradient[] a = new Gradient[x.length];
        Arrays.fill(a, x[0].getField().getZero());
        Gradient[] difference = new Gradient[3];
        for (int i = 0; i < masses.length; i++) {
            for (int j = i + 1; j < masses.length; j++) {
                Gradient square = x[0].newInstance(Bodies.SOFTENING);
                for (int c = 0; c < 3; c++) {
                    difference[c] = x[3 * i + c].subtract(x[3 * j + c]);
                    square = square.add(difference[c].square());
                }
                Gradient inverseCube = square.multiply(square.sqrt()).reciprocal();
                for (int c = 0; c < 3; c++) {
                    Gradient d = difference[c].multiply(inverseCube);
                    a[3 * i + c] = a[3 * i + c].subtract(d.multiply(masses[j]));
                    a[3 * j + c] = a[3 * j + c].add(d.multiply(masses[i]));
                }
            }
        }
        return a;
    }
}
