package user;

import org.atled.Differentiable;

public final class Model {
    private Model() {}

    /** Through the undifferentiated code of another module. */
    @Differentiable
    static double twice(double[] p) {
        return 2 * one.Model.value(p);
    }
}
