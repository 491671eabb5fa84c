package org.atled.benchmarks.springs;

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

/**
 * A chain of springs, by their stiffnesses and the damping. Sizes: springs, steps; the last array is the drag, the step and the
 * target.
 */
public final class HangingChainProblem implements Problem {
    private static final double DRAG = 0.01;
    private static final double STEP = 0.001;
    private static final double TARGET_X = 0.5;
    private static final double TARGET_Y = -1.5;

    private final double[] stiffness;
    private final double[] damping = {0.5};
    private final int steps;

    /** With this many springs, for this many steps. */
    public HangingChainProblem(int springs, int steps) {
        stiffness = new Draws(10).uniform(springs, 50, 200);
        this.steps = steps;
    }

    @Override
    public double primal() {
        return HangingChain.miss(stiffness, damping[0], DRAG, STEP, steps, TARGET_X, TARGET_Y);
    }

    @Override
    public Derivative atled() {
        double[] a = new double[stiffness.length];
        double[] b = new double[1];
        return new Gradient(
                () -> HangingChainDerivatives.missGradient(
                        stiffness, damping[0], DRAG, STEP, steps, TARGET_X, TARGET_Y, a, b),
                a,
                b);
    }

    @Override
    public Derivative hand() {
        double[] a = new double[stiffness.length];
        double[] b = new double[1];
        HangingChainByHand byHand = new HangingChainByHand(stiffness.length, DRAG, STEP, steps);
        return new Gradient(() -> byHand.gradient(stiffness, damping[0], TARGET_X, TARGET_Y, a, b), a, b);
    }

    @Override
    public Optional<Derivative> hipparchus() {
        int total = stiffness.length + 1;
        return HipparchusGradient.of(
                total,
                () -> HangingChainByHipparchus.miss(
                        HipparchusGradient.variables(stiffness, 0, total),
                        HipparchusGradient.variables(damping, stiffness.length, total)[0],
                        DRAG,
                        STEP,
                        steps,
                        TARGET_X,
                        TARGET_Y));
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, stiffness, damping);
    }

    @Override
    public Inputs inputs() {
        double[] constants = {DRAG, STEP, TARGET_X, TARGET_Y};
        return Inputs.of(List.of(stiffness.length, steps), stiffness, damping, constants);
    }
}
