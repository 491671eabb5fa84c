package org.atled.benchmarks.leastsquares;

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

/** Linear least squares, by the coefficients. Sizes: rows, columns. */
public final class LeastSquaresProblem implements Problem {
    private final double[] x;
    private final double[][] a;
    private final double[] b;

    /** With this many equations and unknowns. */
    public LeastSquaresProblem(int rows, int columns) {
        Draws draws = new Draws(2);
        x = draws.uniform(columns, -1, 1);
        a = draws.uniform(rows, columns, -1, 1);
        b = draws.uniform(rows, -1, 1);
    }

    @Override
    public double primal() {
        return LeastSquares.loss(x, a, b);
    }

    @Override
    public Derivative atled() {
        double[] gradient = new double[x.length];
        return new Gradient(() -> LeastSquaresDerivatives.lossGradient(x, a, b, gradient), gradient);
    }

    @Override
    public Derivative hand() {
        double[] gradient = new double[x.length];
        return new Gradient(() -> LeastSquaresByHand.gradient(x, a, b, gradient), gradient);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        return HipparchusGradient.of(
                x.length, () -> LeastSquaresByHipparchus.loss(HipparchusGradient.variables(x, 0, x.length), a, b));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, x);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(b.length, x.length), x, Flat.of(a), b);
    }
}
