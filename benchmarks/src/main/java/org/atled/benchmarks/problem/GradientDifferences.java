package org.atled.benchmarks.problem;

import java.util.function.DoubleSupplier;

/** Central differences of a number, by changing one variable at a time where the function reads it, and back. */
public final class GradientDifferences implements Differences {
    private final DoubleSupplier function;
    private final double[][] variables;
    private final double[] gradient;

    /** The differences of a function that reads these arrays. */
    public GradientDifferences(DoubleSupplier function, double[]... variables) {
        this.function = function;
        this.variables = variables;
        int length = 0;
        for (double[] variable : variables) {
            length += variable.length;
        }
        gradient = new double[length];
    }

    @Override
    public int calls() {
        return 2 * gradient.length + 1;
    }

    @Override
    public double run() {
        int index = 0;
        for (double[] variable : variables) {
            for (int i = 0; i < variable.length; i++) {
                gradient[index++] = quotient(variable, i);
            }
        }
        return function.getAsDouble();
    }

    @Override
    public double[] result() {
        return gradient.clone();
    }

    @Override
    public double element(int index) {
        int i = index;
        for (double[] variable : variables) {
            if (i < variable.length) {
                return quotient(variable, i);
            }
            i -= variable.length;
        }
        throw new IndexOutOfBoundsException("element " + index + " of " + gradient.length);
    }

    private double quotient(double[] variable, int i) {
        double x = variable[i];
        double step = STEP * Math.max(1, Math.abs(x));
        double above = x + step;
        double below = x - step;
        variable[i] = above;
        double up = function.getAsDouble();
        variable[i] = below;
        double down = function.getAsDouble();
        variable[i] = x;
        return (up - down) / (above - below);
    }
}
