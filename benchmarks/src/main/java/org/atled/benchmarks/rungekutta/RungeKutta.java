package org.atled.benchmarks.rungekutta;

import java.util.Arrays;
import org.atled.Differentiable;

/** Σ yᵢ(1)² of y₀' = x₀, yᵢ' = xᵢ·yᵢ₋₁, yᵢ(0) = 1, by the classical Runge–Kutta method with equal steps. */
final class RungeKutta {
    private RungeKutta() {}

    @Differentiable
    static double sumOfSquares(double[] x, int steps) {
        int n = x.length;
        double h = 1.0 / steps;
        double[] y = new double[n];
        double[] stage = new double[n];
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        Arrays.fill(y, 1);
        for (int step = 0; step < steps; step++) {
            rate(x, y, k1);
            move(y, h / 2, k1, stage);
            rate(x, stage, k2);
            move(y, h / 2, k2, stage);
            rate(x, stage, k3);
            move(y, h, k3, stage);
            rate(x, stage, k4);
            for (int i = 0; i < n; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += y[i] * y[i];
        }
        return sum;
    }

    private static void rate(double[] x, double[] y, double[] yDot) {
        yDot[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            yDot[i] = x[i] * y[i - 1];
        }
    }

    private static void move(double[] y, double h, double[] yDot, double[] stage) {
        for (int i = 0; i < y.length; i++) {
            stage[i] = y[i] + h * yDot[i];
        }
    }
}
