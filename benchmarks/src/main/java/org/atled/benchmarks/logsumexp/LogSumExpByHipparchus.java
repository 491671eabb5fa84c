package org.atled.benchmarks.logsumexp;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link LogSumExp} in Hipparchus' numbers. */
final class LogSumExpByHipparchus {
    private LogSumExpByHipparchus() {}

    static Gradient logSumExp(Gradient[] x) {
        Gradient largest = x[0];
        for (Gradient xi : x) {
            largest = xi.getValue() > largest.getValue() ? xi : largest;
        }
        Gradient sum = largest.getField().getZero();
        for (Gradient xi : x) {
            sum = sum.add(xi.subtract(largest).exp());
        }
        return largest.add(sum.log());
    }
}
