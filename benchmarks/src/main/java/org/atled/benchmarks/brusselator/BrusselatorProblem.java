package org.atled.benchmarks.brusselator;

import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Draws;
import org.atled.benchmarks.problem.Gradient;
import org.atled.benchmarks.problem.GradientDifferences;
import org.atled.benchmarks.problem.Inputs;
import org.atled.benchmarks.problem.Problem;

/** The Brusselator, by the concentrations at first. Sizes: n, steps; the last array is α and the step. */
public final class BrusselatorProblem implements Problem {
    private static final double ALPHA = 10;
    private static final double STEP = 0.001;

    private final int n;
    private final int steps;
    private final double[] u;
    private final double[] v;

    /** On n×n points, for this many steps. */
    public BrusselatorProblem(int n, int steps) {
        this.n = n;
        this.steps = steps;
        Draws draws = new Draws(9);
        u = draws.uniform(n * n, 0, 2);
        v = draws.uniform(n * n, 2, 4);
    }

    @Override
    public double primal() {
        return Brusselator.sumOfSquares(u, v, n, ALPHA, STEP, steps);
    }

    @Override
    public Derivative atled() {
        double[] a = new double[u.length];
        double[] b = new double[v.length];
        return new Gradient(() -> BrusselatorDerivatives.sumOfSquaresGradient(u, v, n, ALPHA, STEP, steps, a, b), a, b);
    }

    @Override
    public Derivative hand() {
        double[] a = new double[u.length];
        double[] b = new double[v.length];
        BrusselatorByHand byHand = new BrusselatorByHand(n, ALPHA, STEP, steps);
        return new Gradient(() -> byHand.gradient(u, v, a, b), a, b);
    }

    /** Empty: with thousands of variables each number would carry thousands of derivatives. */
    @Override
    public Optional<Derivative> hipparchus() {
        return Optional.empty();
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, u, v);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(n, steps), u, v, new double[] {ALPHA, STEP});
    }
}
