package org.atled.benchmarks.nbody;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/** The same as {@link Bodies}, of objects. */
final class BodyObjects {
    private BodyObjects() {}

    @Differentiable
    static double spread(
            double[] positions, double[] velocities, @NoDerivative double[] masses, @NoDerivative double h, int steps) {
        Body[] bodies = new Body[masses.length];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = new Body(masses[i], positions, velocities, 3 * i);
        }
        attract(bodies);
        for (int step = 0; step < steps; step++) {
            for (Body body : bodies) {
                body.kick(h / 2);
                body.drift(h);
            }
            attract(bodies);
            for (Body body : bodies) {
                body.kick(h / 2);
            }
        }
        double sum = 0;
        for (Body body : bodies) {
            sum += body.squaredDistance();
        }
        return sum;
    }

    private static void attract(Body[] bodies) {
        for (Body body : bodies) {
            body.rest();
        }
        for (int i = 0; i < bodies.length; i++) {
            for (int j = i + 1; j < bodies.length; j++) {
                bodies[i].attract(bodies[j]);
            }
        }
    }
}
