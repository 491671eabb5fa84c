package org.atled.benchmarks.rungekutta;

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

/** The squares of the end of a chain of differential equations, by their coefficients. Sizes: n, steps. */
public final class RungeKuttaProblem implements Problem {
    private final double[] x;
    private final int steps;

    /** With this many equations and steps. */
    public RungeKuttaProblem(int n, int steps) {
        x = new Draws(4).uniform(n, 0, 1);
        this.steps = steps;
    }

    @Override
    public double primal() {
        return RungeKutta.sumOfSquares(x, steps);
    }

    @Override
    public Derivative atled() {
        double[] gradient = new double[x.length];
        return new Gradient(() -> RungeKuttaDerivatives.sumOfSquaresGradient(x, steps, gradient), gradient);
    }

    @Override
    public Derivative hand() {
        double[] gradient = new double[x.length];
        RungeKuttaByHand byHand = new RungeKuttaByHand(x.length, steps);
        return new Gradient(() -> byHand.gradient(x, gradient), gradient);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        return HipparchusGradient.of(
                x.length,
                () -> RungeKuttaByHipparchus.sumOfSquares(HipparchusGradient.variables(x, 0, x.length), steps));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, x);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(x.length, steps), x);
    }
}
