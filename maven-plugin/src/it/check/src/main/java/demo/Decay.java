package demo;

import org.atled.Differentiable;
import org.atled.ExampleInput;
import org.atled.NoDerivative;

public final class Decay {
    private Decay() {}

    @Differentiable
    @ExampleInput({"{1.8, 0.6}", "{0, 1, 2, 3}", "{2.0, 1.2, 0.7, 0.4}"})
    static double loss(double[] p, @NoDerivative double[] t, @NoDerivative double[] y) {
        double sum = 0;
        for (int i = 0; i < t.length; i++) {
            double r = p[0] * Math.exp(-p[1] * t[i]) - y[i];
            sum += r * r;
        }
        return sum;
    }

    @Differentiable
    static double unchecked(double x) {
        return x * x;
    }
}
