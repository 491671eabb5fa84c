package org.atled.samples.lynxhare;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.atled.ScalarFunction;

/**
 * What a gradient costs beside the plain function, both compiled by the JVM: the fastest of many batches, which other
 * programs on the machine disturbed least.
 *
 * @param primalMicros time of one plain call in microseconds
 * @param gradientMicros time of one gradient call, value included
 */
record GradientCost(double primalMicros, double gradientMicros) {
    private static final int WARM_UP = 10_000;
    private static final int BATCHES = 40;
    private static final int CALLS = 100;

    double ratio() {
        return gradientMicros / primalMicros;
    }

    static GradientCost of(ScalarFunction function, double[] x) {
        double[] gradient = new double[x.length];
        ToDoubleFunction<double[]> primalCall = function::value;
        ToDoubleFunction<double[]> gradientCall = point -> function.gradient(point, gradient);
        batch(primalCall, x, WARM_UP);
        batch(gradientCall, x, WARM_UP);
        double[] primalMicros = new double[BATCHES];
        double[] gradientMicros = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            primalMicros[i] = batch(primalCall, x, CALLS);
            gradientMicros[i] = batch(gradientCall, x, CALLS);
        }
        return new GradientCost(fastest(primalMicros), fastest(gradientMicros));
    }

    private static double batch(ToDoubleFunction<double[]> call, double[] x, int calls) {
        double sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            sum += call.applyAsDouble(x);
        }
        long nanos = System.nanoTime() - start;
        // The sum is used, or the JVM may leave the calls out.
        if (Double.isNaN(sum)) {
            throw new IllegalArgumentException("the function has no value at " + Arrays.toString(x));
        }
        return nanos / 1e3 / calls;
    }

    private static double fastest(double[] times) {
        return Arrays.stream(times).min().orElseThrow();
    }
}
