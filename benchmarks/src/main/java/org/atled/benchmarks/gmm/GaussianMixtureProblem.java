package org.atled.benchmarks.gmm;

import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Draws;
import org.atled.benchmarks.problem.Flat;
import org.atled.benchmarks.problem.Gradient;
import org.atled.benchmarks.problem.GradientDifferences;
import org.atled.benchmarks.problem.HipparchusGradient;
import org.atled.benchmarks.problem.Inputs;
import org.atled.benchmarks.problem.Problem;

/** A mixture of Gaussians, by all its parameters. Sizes: points, dimensions, components, m; the last array is γ. */
public final class GaussianMixtureProblem implements Problem {
    private static final double GAMMA = 1;
    private static final int M = 0;

    private final double[] alphas;
    private final double[] means;
    private final double[] icf;
    private final double[][] points;

    /** With this many points, dimensions and components. */
    public GaussianMixtureProblem(int n, int d, int k) {
        Draws draws = new Draws(3);
        alphas = draws.uniform(k, -1, 1);
        means = draws.uniform(k * d, -1, 1);
        icf = draws.uniform(k * GaussianMixture.factorLength(d), -0.5, 0.5);
        points = draws.uniform(n, d, -2, 2);
    }

    @Override
    public double primal() {
        return GaussianMixture.logPosterior(alphas, means, icf, points, GAMMA, M);
    }

    @Override
    public Derivative atled() {
        double[] a = new double[alphas.length];
        double[] b = new double[means.length];
        double[] c = new double[icf.length];
        return new Gradient(
                () -> GaussianMixtureDerivatives.logPosteriorGradient(alphas, means, icf, points, GAMMA, M, a, b, c),
                a,
                b,
                c);
    }

    @Override
    public Derivative hand() {
        double[] a = new double[alphas.length];
        double[] b = new double[means.length];
        double[] c = new double[icf.length];
        GaussianMixtureByHand byHand = new GaussianMixtureByHand(points[0].length, alphas.length);
        return new Gradient(() -> byHand.gradient(alphas, means, icf, points, GAMMA, M, a, b, c), a, b, c);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        int first = alphas.length;
        int second = first + means.length;
        int total = second + icf.length;
        return HipparchusGradient.of(
                total,
                () -> GaussianMixtureByHipparchus.logPosterior(
                        HipparchusGradient.variables(alphas, 0, total),
                        HipparchusGradient.variables(means, first, total),
                        HipparchusGradient.variables(icf, second, total),
                        points,
                        GAMMA,
                        M));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, alphas, means, icf);
    }

    @Override
    public Inputs inputs() {
        List<Integer> sizes = List.of(points.length, points[0].length, alphas.length, M);
        return Inputs.of(sizes, alphas, means, icf, Flat.of(points), new double[] {GAMMA});
    }
}
