package org.atled.benchmarks.gmm;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/**
 * The logarithmic posterior of a mixture of Gaussians with a Wishart prior, as ADBench defines it (Šrajer, Kukelová,
 * Fitzgibbon: A benchmark of selected algorithmic differentiation tools, 2018, section 4.1).
 *
 * <p>Of K components in d dimensions, {@code alphas} are the K logarithmic weights before normalization, {@code means} the K
 * means, and {@code icf} the K lower triangular factors of the inverse covariances: each has the d logarithms of the diagonal,
 * then what is below, column by column.
 */
final class GaussianMixture {
    private GaussianMixture() {}

    @Differentiable
    static double logPosterior(
            double[] alphas,
            double[] means,
            double[] icf,
            @NoDerivative double[][] points,
            @NoDerivative double gamma,
            int m) {
        int n = points.length;
        int d = points[0].length;
        int k = alphas.length;
        double[] diagonals = new double[k * d];
        double[] logDeterminants = new double[k];
        diagonals(icf, d, diagonals, logDeterminants);
        double[] centered = new double[d];
        double[] scaled = new double[d];
        double[] terms = new double[k];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                for (int a = 0; a < d; a++) {
                    centered[a] = points[i][a] - means[j * d + a];
                }
                multiply(diagonals, icf, j, centered, scaled);
                terms[j] = alphas[j] + logDeterminants[j] - 0.5 * squaredNorm(scaled, 0, d);
            }
            sum += logSumExp(terms);
        }
        return -n * d * 0.5 * Math.log(2 * Math.PI)
                + sum
                - n * logSumExp(alphas)
                + logPrior(diagonals, logDeterminants, icf, d, gamma, m);
    }

    /** The length of the factor of one component. */
    static int factorLength(int d) {
        return d * (d + 1) / 2;
    }

    private static void diagonals(double[] icf, int d, double[] diagonals, double[] logDeterminants) {
        for (int j = 0; j < logDeterminants.length; j++) {
            int start = j * factorLength(d);
            double logDeterminant = 0;
            for (int a = 0; a < d; a++) {
                double logarithm = icf[start + a];
                logDeterminant += logarithm;
                diagonals[j * d + a] = Math.exp(logarithm);
            }
            logDeterminants[j] = logDeterminant;
        }
    }

    /** The product of the factor of component j and x. */
    private static void multiply(double[] diagonals, double[] icf, int j, double[] x, double[] product) {
        int d = x.length;
        for (int a = 0; a < d; a++) {
            product[a] = diagonals[j * d + a] * x[a];
        }
        int next = j * factorLength(d) + d;
        for (int a = 0; a < d; a++) {
            for (int b = a + 1; b < d; b++) {
                product[b] += icf[next] * x[a];
                next++;
            }
        }
    }

    private static double logPrior(
            double[] diagonals, double[] logDeterminants, double[] icf, int d, double gamma, int m) {
        int k = logDeterminants.length;
        int length = factorLength(d);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double frobenius = squaredNorm(diagonals, j * d, d) + squaredNorm(icf, j * length + d, length - d);
            sum += 0.5 * gamma * gamma * frobenius - m * logDeterminants[j];
        }
        return sum - k * WishartPrior.logNormalization(d, gamma, m);
    }

    private static double squaredNorm(double[] x, int start, int length) {
        double sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    private static double logSumExp(double[] x) {
        double largest = x[0];
        for (int i = 1; i < x.length; i++) {
            largest = Math.max(largest, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - largest);
        }
        return largest + Math.log(sum);
    }
}
