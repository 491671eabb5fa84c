package two;

import org.atled.Differentiable;

public final class Model {
    private Model() {}

    @Differentiable
    public static double value(double[] p) {
        return p[0] * p[0] * Math.sin(p[1]);
    }
}
