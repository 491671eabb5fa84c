package org.atled.samples.lynxhare;

import org.atled.ScalarFunction;

/**
 * A function of positive numbers as a function of their logarithms: no constraint is left, and all arguments are of one
 * size, which is what a descent wants.
 *
 * <p>Where the function has no value, far from any solution, it is very large instead: line searches cannot compare NaN.
 */
final class LogScale implements ScalarFunction {
    private static final double VERY_LARGE = 1e10;
    /** e^±30 is no rate and no count. */
    private static final double FARTHEST = 30;

    private final ScalarFunction function;

    LogScale(ScalarFunction function) {
        this.function = function;
    }

    static double[] exp(double[] logarithms) {
        double[] numbers = new double[logarithms.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.exp(logarithms[i]);
        }
        return numbers;
    }

    static double[] log(double[] numbers) {
        double[] logarithms = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            logarithms[i] = Math.log(numbers[i]);
        }
        return logarithms;
    }

    @Override
    public double value(double[] x) {
        for (double component : x) {
            if (!(Math.abs(component) <= FARTHEST)) {
                return VERY_LARGE;
            }
        }
        return orVeryLarge(function.value(exp(x)));
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        double[] numbers = exp(x);
        double value = function.gradient(numbers, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= numbers[i];
        }
        return orVeryLarge(value);
    }

    private static double orVeryLarge(double value) {
        return value < VERY_LARGE ? value : VERY_LARGE;
    }
}
