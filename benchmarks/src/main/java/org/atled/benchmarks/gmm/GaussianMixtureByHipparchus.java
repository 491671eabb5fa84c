package org.atled.benchmarks.gmm;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link GaussianMixture} in Hipparchus' numbers. */
final class GaussianMixtureByHipparchus {
    private GaussianMixtureByHipparchus() {}

    static Gradient logPosterior(
            Gradient[] alphas, Gradient[] means, Gradient[] icf, double[][] points, double gamma, int m) {
        int n = points.length;
        int d = points[0].length;
        int k = alphas.length;
        Gradient zero = alphas[0].getField().getZero();
        Gradient[][] diagonals = new Gradient[k][d];
        Gradient[] logDeterminants = new Gradient[k];
        for (int j = 0; j < k; j++) {
            logDeterminants[j] = zero;
            for (int a = 0; a < d; a++) {
                Gradient logarithm = icf[j * GaussianMixture.factorLength(d) + a];
                logDeterminants[j] = logDeterminants[j].add(logarithm);
                diagonals[j][a] = logarithm.exp();
            }
        }
        Gradient sum = zero;
        Gradient[] terms = new Gradient[k];
        for (double[] point : points) {
            for (int j = 0; j < k; j++) {
                Gradient[] scaled = scaled(means, icf, diagonals[j], point, j);
                terms[j] = alphas[j]
                        .add(logDeterminants[j])
                        .subtract(squaredNorm(scaled, 0, d, zero).multiply(0.5));
            }
            sum = sum.add(logSumExp(terms, zero));
        }
        return sum.subtract(logSumExp(alphas, zero).multiply(n))
                .add(logPrior(diagonals, logDeterminants, icf, gamma, m))
                .subtract(n * d * 0.5 * Math.log(2 * Math.PI));
    }

    private static Gradient[] scaled(Gradient[] means, Gradient[] icf, Gradient[] diagonal, double[] point, int j) {
        int d = point.length;
        Gradient[] centered = new Gradient[d];
        Gradient[] scaled = new Gradient[d];
        for (int a = 0; a < d; a++) {
            centered[a] = means[j * d + a].negate().add(point[a]);
            scaled[a] = diagonal[a].multiply(centered[a]);
        }
        int next = j * GaussianMixture.factorLength(d) + d;
        for (int a = 0; a < d; a++) {
            for (int b = a + 1; b < d; b++) {
                scaled[b] = scaled[b].add(icf[next].multiply(centered[a]));
                next++;
            }
        }
        return scaled;
    }

    private static Gradient logPrior(
            Gradient[][] diagonals, Gradient[] logDeterminants, Gradient[] icf, double gamma, int m) {
        int k = diagonals.length;
        int d = diagonals[0].length;
        int length = GaussianMixture.factorLength(d);
        Gradient zero = icf[0].getField().getZero();
        Gradient sum = zero;
        for (int j = 0; j < k; j++) {
            Gradient frobenius =
                    squaredNorm(diagonals[j], 0, d, zero).add(squaredNorm(icf, j * length + d, length - d, zero));
            sum = sum.add(frobenius.multiply(0.5 * gamma * gamma)).subtract(logDeterminants[j].multiply(m));
        }
        return sum.subtract(k * WishartPrior.logNormalization(d, gamma, m));
    }

    private static Gradient squaredNorm(Gradient[] x, int start, int length, Gradient zero) {
        Gradient sum = zero;
        for (int i = start; i < start + length; i++) {
            sum = sum.add(x[i].square());
        }
        return sum;
    }

    private static Gradient logSumExp(Gradient[] x, Gradient zero) {
        Gradient largest = x[0];
        for (Gradient xi : x) {
            largest = xi.getValue() > largest.getValue() ? xi : largest;
        }
        Gradient sum = zero;
        for (Gradient xi : x) {
            sum = sum.add(xi.subtract(largest).exp());
        }
        return largest.add(sum.log());
    }
}
