package demo;

import org.atled.Differentiable;

public final class Spring {
    private final double stiffness;

    public Spring(double stiffness) {
        this.stiffness = stiffness;
    }

    @Differentiable
    double energy(double[] x) {
        return 0.5 * stiffness * x[0] * x[0];
    }
}
