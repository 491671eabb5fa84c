package org.atled.testing;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Directional derivative by central differences with an estimate of their own error: steps are halved from 1/8 of the
 * direction on, each row is extrapolated (Richardson), and the entry that agrees best with its neighbours is taken, as in
 * C. J. F. Ridders, Accurate computation of F'(x) and F'(x)F''(x), Advances in Engineering Software 4 (1982).
 *
 * <p>The estimate also has the rounding error of the function values in it, and at least four different steps must agree:
 * fewer do by chance, when a noisy function is tried with many steps.
 */
final class CentralDifference {
    private static final int FIRST_EXPONENT = -3;
    private static final int LAST_EXPONENT = -43;
    private static final int ORDERS = 6;
    private static final int AGREEING = 2;
    private static final double GOOD_ENOUGH = 1e-11;

    /** Derivative of each output in the direction; NaN where no step gave finite values. */
    final double[] estimate;

    /** Estimated absolute error of each; infinite where there is no estimate. */
    final double[] error;

    /** The least rounding error in each that any of the steps had; infinite where no step gave finite values. */
    final double[] noise;

    /** The first exception the function threw at a neighbouring point, or null. */
    RuntimeException thrown;

    private final double precision;
    private final UnaryOperator<double[]> function;
    private final double[] x;
    private final double[] direction;
    private double[][] previous = {};
    private double[][] previousSpread = {};

    private CentralDifference(
            UnaryOperator<double[]> function, double[] x, double[] direction, int outputs, double precision) {
        this.precision = precision;
        this.function = function;
        this.x = x;
        this.direction = direction;
        this.estimate = new double[outputs];
        this.error = new double[outputs];
        this.noise = new double[outputs];
        Arrays.fill(estimate, Double.NaN);
        Arrays.fill(error, Double.POSITIVE_INFINITY);
        Arrays.fill(noise, Double.POSITIVE_INFINITY);
    }

    /**
     * The derivative of {@code function} at {@code x} in {@code direction}; the function gets copies of x.
     *
     * @param precision relative rounding error of the function values
     */
    static CentralDifference of(
            UnaryOperator<double[]> function, double[] x, double[] direction, int outputs, double precision) {
        CentralDifference difference = new CentralDifference(function, x, direction, outputs, precision);
        for (int exponent = FIRST_EXPONENT; exponent >= LAST_EXPONENT && !difference.settled(); exponent--) {
            difference.addRow(Math.scalb(1.0, exponent));
        }
        return difference;
    }

    private boolean settled() {
        for (int j = 0; j < estimate.length; j++) {
            boolean good = error[j] <= GOOD_ENOUGH * Math.abs(estimate[j]);
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private void addRow(double step) {
        double[] above = valueAt(step);
        double[] below = valueAt(-step);
        int orders = Math.min(previous.length + 1, ORDERS);
        double[][] row = new double[orders][estimate.length];
        double[][] spread = new double[orders][estimate.length];
        for (int j = 0; j < estimate.length; j++) {
            row[0][j] = (above[j] - below[j]) / (2 * step);
            double rounding = precision * (Math.abs(above[j]) + Math.abs(below[j])) / step;
            if (rounding < noise[j]) {
                noise[j] = rounding;
            }
            extrapolate(row, spread, j, rounding);
        }
        previous = row;
        previousSpread = spread;
    }

    private void extrapolate(double[][] row, double[][] spread, int j, double rounding) {
        for (int order = 1; order < row.length; order++) {
            double lower = row[order - 1][j];
            double coarser = previous[order - 1][j];
            // A central difference has only even powers of the step in its error.
            row[order][j] = lower + (lower - coarser) / (Math.scalb(1.0, 2 * order) - 1);
            spread[order][j] = Math.max(Math.abs(row[order][j] - lower), Math.abs(row[order][j] - coarser));
            if (order >= AGREEING && order < previousSpread.length) {
                double found = Math.max(spread[order][j], previousSpread[order][j]) + rounding;
                if (found < error[j]) {
                    error[j] = found;
                    estimate[j] = row[order][j];
                }
            }
        }
    }

    private double[] valueAt(double step) {
        double[] moved = x.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        try {
            return function.apply(moved);
        } catch (RuntimeException outsideDomain) {
            // A large step may leave the domain of the function, which may say so by any exception; smaller ones
            // follow.
            if (thrown == null) {
                thrown = outsideDomain;
            }
            double[] undefined = new double[estimate.length];
            Arrays.fill(undefined, Double.NaN);
            return undefined;
        }
    }
}
