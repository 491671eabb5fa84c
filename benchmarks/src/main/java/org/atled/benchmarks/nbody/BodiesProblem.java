package org.atled.benchmarks.nbody;

import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Draws;
import org.atled.benchmarks.problem.Gradient;
import org.atled.benchmarks.problem.GradientDifferences;
import org.atled.benchmarks.problem.HipparchusGradient;
import org.atled.benchmarks.problem.Inputs;
import org.atled.benchmarks.problem.Problem;

/** Bodies in arrays or objects, by where and how fast they are at first. Sizes: bodies, steps; the last array is the step. */
public final class BodiesProblem implements Problem {
    private static final double STEP = 0.001;

    private final boolean objects;
    private final double[] positions;
    private final double[] velocities;
    private final double[] masses;
    private final int steps;

    /** With this many bodies, in arrays or as objects, moved by this many steps. */
    public BodiesProblem(boolean objects, int bodies, int steps) {
        this.objects = objects;
        this.steps = steps;
        Draws draws = new Draws(5);
        positions = draws.uniform(3 * bodies, -1, 1);
        velocities = draws.uniform(3 * bodies, -0.1, 0.1);
        masses = draws.uniform(bodies, 0.1, 1);
    }

    @Override
    public double primal() {
        return objects
                ? BodyObjects.spread(positions, velocities, masses, STEP, steps)
                : Bodies.spread(positions, velocities, masses, STEP, steps);
    }

    @Override
    public Derivative atled() {
        double[] x = new double[positions.length];
        double[] v = new double[velocities.length];
        if (objects) {
            return new Gradient(
                    () -> BodyObjectsDerivatives.spreadGradient(positions, velocities, masses, STEP, steps, x, v),
                    x,
                    v);
        }
        return new Gradient(
                () -> BodiesDerivatives.spreadGradient(positions, velocities, masses, STEP, steps, x, v), x, v);
    }

    @Override
    public Derivative hand() {
        double[] x = new double[positions.length];
        double[] v = new double[velocities.length];
        BodiesByHand byHand = new BodiesByHand(masses, STEP, steps);
        return new Gradient(() -> byHand.gradient(positions, velocities, x, v), x, v);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        int total = positions.length + velocities.length;
        return HipparchusGradient.of(
                total,
                () -> BodiesByHipparchus.spread(
                        HipparchusGradient.variables(positions, 0, total),
                        HipparchusGradient.variables(velocities, positions.length, total),
                        masses,
                        STEP,
                        steps));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, positions, velocities);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(masses.length, steps), positions, velocities, masses, new double[] {STEP});
    }
}
