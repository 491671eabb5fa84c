package org.atled.benchmarks.logsumexp;

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

/** The logarithm of a sum of exponentials, by its terms. Sizes: n. */
public final class LogSumExpProblem implements Problem {
    private final double[] x;

    /** With this many terms. */
    public LogSumExpProblem(int n) {
        x = new Draws(1).uniform(n, -3, 3);
    }

    @Override
    public double primal() {
        return LogSumExp.logSumExp(x);
    }

    @Override
    public Derivative atled() {
        double[] gradient = new double[x.length];
        return new Gradient(() -> LogSumExpDerivatives.logSumExpGradient(x, gradient), gradient);
    }

    @Override
    public Derivative hand() {
        double[] gradient = new double[x.length];
        return new Gradient(() -> LogSumExpByHand.gradient(x, gradient), gradient);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        return HipparchusGradient.of(
                x.length, () -> LogSumExpByHipparchus.logSumExp(HipparchusGradient.variables(x, 0, x.length)));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, x);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(x.length), x);
    }
}
