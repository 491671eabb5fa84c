package org.atled.benchmarks.logsumexp;

import org.atled.Differentiable;

/** log Σ exp xᵢ, without overflow. */
final class LogSumExp {
    private LogSumExp() {}

    @Differentiable
    static double logSumExp(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double xi : x) {
            largest = Math.max(largest, xi);
        }
        double sum = 0;
        for (double xi : x) {
            sum += Math.exp(xi - largest);
        }
        return largest + Math.log(sum);
    }
}
