package org.atled.benchmarks.problem;

import java.util.function.DoubleSupplier;

/**
 * A derivative that a call leaves in given arrays.
 *
 * @param call computes, writes into the arrays and returns the value
 * @param arrays the arrays, in the order of the variables
 */
public record Gradient(DoubleSupplier call, double[]... arrays) implements Derivative {
    @Override
    public double run() {
        return call.getAsDouble();
    }

    @Override
    public double[] result() {
        return Flat.of(arrays);
    }
}
