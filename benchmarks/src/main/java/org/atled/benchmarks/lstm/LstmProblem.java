package org.atled.benchmarks.lstm;

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

/** A character model, by all its parameters. Sizes: layers, width, characters. */
public final class LstmProblem implements Problem {
    private final int layers;
    private final int width;
    private final int characters;
    private final double[] main;
    private final double[] extra;
    private final double[] state;
    private final double[] sequence;

    /** With this many layers of this width, for this many characters. */
    public LstmProblem(int layers, int width, int characters) {
        this.layers = layers;
        this.width = width;
        this.characters = characters;
        Draws draws = new Draws(7);
        main = draws.uniform(8 * layers * width, -1, 1);
        extra = draws.uniform(3 * width, -1, 1);
        state = draws.uniform(2 * layers * width, -1, 1);
        sequence = new double[characters * width];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = draws.below(2);
        }
    }

    @Override
    public double primal() {
        return Lstm.loss(main, extra, state, sequence);
    }

    @Override
    public Derivative atled() {
        double[] a = new double[main.length];
        double[] b = new double[extra.length];
        return new Gradient(() -> LstmDerivatives.lossGradient(main, extra, state, sequence, a, b), a, b);
    }

    @Override
    public Derivative hand() {
        double[] a = new double[main.length];
        double[] b = new double[extra.length];
        LstmByHand byHand = new LstmByHand(layers, width, characters);
        return new Gradient(() -> byHand.gradient(main, extra, state, sequence, a, b), a, b);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        int total = main.length + extra.length;
        return HipparchusGradient.of(
                total,
                () -> LstmByHipparchus.loss(
                        HipparchusGradient.variables(main, 0, total),
                        HipparchusGradient.variables(extra, main.length, total),
                        state,
                        sequence));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, main, extra);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(List.of(layers, width, characters), main, extra, state, sequence);
    }
}
