package org.atled.solvers.sparse;

import java.util.function.UnaryOperator;
import org.atled.VectorFunction;

/**
 * A matrix that can only be multiplied by vectors, at one point.
 *
 * @param rows its height
 * @param columns its width
 * @param times J·v
 * @param transposedTimes Jᵀ·w
 */
record Products(int rows, int columns, UnaryOperator<double[]> times, UnaryOperator<double[]> transposedTimes) {
    static Products of(VectorFunction function, double[] x) {
        require("x", x);
        double[] point = x.clone();
        int rows = function.value(x.clone()).length;
        return new Products(
                rows,
                x.length,
                v -> function.jvp(point.clone(), v.clone()),
                w -> function.vjp(point.clone(), w.clone()));
    }

    static Products of(HessianProduct product, double[] x) {
        require("x", x);
        double[] point = x.clone();
        UnaryOperator<double[]> times = v -> {
            double[] result = product.at(point.clone(), v.clone());
            if (result == null || result.length != point.length) {
                throw new IllegalArgumentException("product returned "
                        + (result == null ? "null" : result.length + " numbers") + " for " + point.length
                        + ". Let it return as many as it is given.");
            }
            return result;
        };
        return new Products(x.length, x.length, times, times);
    }

    static void require(String name, Object argument) {
        if (argument == null) {
            throw new IllegalArgumentException(name + " is null. Give "
                    + switch (name) {
                        case "x" -> "a point.";
                        case "pattern" -> "a pattern, or a point to find it at.";
                        default -> "that of a companion.";
                    });
        }
    }
}
