package org.atled.benchmarks.springs;

import java.util.ArrayList;
import java.util.List;
import org.atled.Differentiable;
import org.atled.NoDerivative;

/** A chain of masses on springs, stretched at first, that swings from a fixed end. */
final class HangingChain {
    static final double SPACING = 0.1;
    /** Of a spring at rest: the chain is let go stretched. */
    static final double LENGTH = 0.08;

    static final double MASS = 0.05;

    private final Mass[] masses;
    private final List<Force> forces = new ArrayList<>();

    private HangingChain(double[] stiffness, double damping, double drag) {
        masses = new Mass[stiffness.length + 1];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = new Mass(MASS, SPACING * i, 0);
        }
        for (int i = 0; i < stiffness.length; i++) {
            forces.add(new Spring(masses[i], masses[i + 1], stiffness[i], damping, LENGTH));
            forces.add(new Weight(masses[i + 1]));
            forces.add(new Drag(masses[i + 1], drag));
        }
    }

    /** The square of the distance between the free end and a target, after some steps. */
    @Differentiable
    static double miss(
            double[] stiffness,
            double damping,
            @NoDerivative double drag,
            @NoDerivative double h,
            int steps,
            @NoDerivative double targetX,
            @NoDerivative double targetY) {
        HangingChain chain = new HangingChain(stiffness, damping, drag);
        for (int step = 0; step < steps; step++) {
            chain.step(h);
        }
        Mass end = chain.masses[chain.masses.length - 1];
        double dx = end.x() - targetX;
        double dy = end.y() - targetY;
        return dx * dx + dy * dy;
    }

    private void step(double h) {
        for (Force force : forces) {
            force.act();
        }
        masses[0].rest();
        for (int i = 1; i < masses.length; i++) {
            masses[i].step(h);
        }
    }
}
