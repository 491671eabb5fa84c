package org.atled.benchmarks.determinant;

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

/** The determinant by minors, by the entries of the matrix. Sizes: n. */
public final class DeterminantProblem implements Problem {
    private final double[][] a;

    /** Of an n×n matrix. */
    public DeterminantProblem(int n) {
        a = new Draws(6).uniform(n, n, -1, 1);
    }

    @Override
    public double primal() {
        return Minors.determinant(a);
    }

    @Override
    public Derivative atled() {
        double[][] gradient = new double[a.length][a.length];
        return new Gradient(() -> MinorsDerivatives.determinantGradient(a, gradient), gradient);
    }

    @Override
    public Derivative hand() {
        double[][] gradient = new double[a.length][a.length];
        return new Gradient(() -> MinorsByHand.gradient(a, gradient), gradient);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        int n = a.length;
        return HipparchusGradient.of(n * n, () -> {
            var variables = new org.hipparchus.analysis.differentiation.Gradient[n][];
            for (int i = 0; i < n; i++) {
                variables[i] = HipparchusGradient.variables(a[i], i * n, n * n);
            }
            return MinorsByHipparchus.determinant(variables);
        });
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, a);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(a.length), Flat.of(a));
    }
}
