package demo;

import org.atled.Differentiable;
import org.atled.NoDerivative;

public final class Decay {
    private Decay() {}

    /** Sum of squared residuals of y = a·exp(−k·t). */
    @Differentiable
    static double loss(double[] p, @NoDerivative double[] t, @NoDerivative double[] y) {
        double sum = 0;
        for (int i = 0; i < t.length; i++) {
            double r = residual(p, t[i], y[i]);
            sum += r * r;
        }
        return sum;
    }

    @Differentiable
    static double[] residuals(double[] p, @NoDerivative double[] t, @NoDerivative double[] y) {
        double[] r = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            r[i] = residual(p, t[i], y[i]);
        }
        return r;
    }

    private static double residual(double[] p, double t, double y) {
        return p[0] * Math.exp(-p[1] * t) - y;
    }
}
