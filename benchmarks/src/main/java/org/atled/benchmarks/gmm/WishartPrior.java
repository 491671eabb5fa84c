package org.atled.benchmarks.gmm;

import org.hipparchus.special.Gamma;

/** What is constant in the Wishart prior. */
final class WishartPrior {
    private WishartPrior() {}

    /** The logarithm of the density's normalization for one component in d dimensions. */
    static double logNormalization(int d, double gamma, int m) {
        int n = d + m + 1;
        double logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
        for (int j = 1; j <= d; j++) {
            logGamma += Gamma.logGamma(0.5 * n + 0.5 * (1 - j));
        }
        return n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
    }
}
