package org.atled.compiler.programs;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Programs with lambdas and method references: passed down, returned, captured, stored. */
final class Lambdas {
    private Lambdas() {}

    private static double twice(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(f.applyAsDouble(x));
    }

    @Program(at = {"1.5, 0.5", "-2, 3"})
    static double capture(double a, double x) {
        return twice(y -> a * y * y, x);
    }

    @Program(at = {"0.7"})
    static double reference(double x) {
        return twice(Math::sin, x);
    }

    private static DoubleUnaryOperator shifted(DoubleUnaryOperator g, double u) {
        return a -> g.applyAsDouble(a + u);
    }

    @Program(at = {"0.3, 0.4"})
    static double returned(double u, double x) {
        return shifted(Math::exp, u).applyAsDouble(x) * shifted(y -> y * u, x).applyAsDouble(u);
    }

    @Program(at = {"[1, 2, 3], 2"})
    static double capturedArray(double[] a, double x) {
        ToDoubleFunction<double[]> sum = v -> {
            double total = 0;
            for (double each : v) {
                total += each * each * x;
            }
            return total;
        };
        Runnable scale = () -> a[0] *= x;
        scale.run();
        return sum.applyAsDouble(a);
    }

    private record Pair(DoubleUnaryOperator first, DoubleBinaryOperator second) {}

    @Program(at = {"1.2, 0.3"})
    static double inFields(double x, double y) {
        Pair pair = new Pair(v -> v * x, (v, w) -> v * w + y);
        return pair.second().applyAsDouble(pair.first().applyAsDouble(y), x);
    }

    private static double apply(DoubleUnaryOperator[] all, double x) {
        double y = x;
        for (DoubleUnaryOperator each : all) {
            y = each.applyAsDouble(y);
        }
        return y;
    }

    @Program(at = {"0.8"})
    static double array(double x) {
        DoubleUnaryOperator[] all = {Math::sin, v -> v * x, Math::exp, v -> 3};
        all[3] = all[0].andThen(all[1]);
        return apply(all, x);
    }
}
