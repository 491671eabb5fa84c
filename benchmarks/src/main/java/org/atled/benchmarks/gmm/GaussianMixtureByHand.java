package org.atled.benchmarks.gmm;

import java.util.Arrays;

/**
 * The gradient of {@link GaussianMixture}. Each point is pulled back right after its own value, so that what is kept is
 * that of one point. Everything is allocated once; not thread-safe.
 */
final class GaussianMixtureByHand {
    private final int d;
    private final int k;
    private final double[] diagonals;
    private final double[] logDeterminants;
    private final double[] diagonalCotangents;
    private final double[] logDeterminantCotangents;
    private final double[][] centered;
    private final double[][] scaled;
    private final double[] terms;

    GaussianMixtureByHand(int d, int k) {
        this.d = d;
        this.k = k;
        diagonals = new double[k * d];
        logDeterminants = new double[k];
        diagonalCotangents = new double[k * d];
        logDeterminantCotangents = new double[k];
        centered = new double[k][d];
        scaled = new double[k][d];
        terms = new double[k];
    }

    double gradient(
            double[] alphas,
            double[] means,
            double[] icf,
            double[][] points,
            double gamma,
            int m,
            double[] alphasGradient,
            double[] meansGradient,
            double[] icfGradient) {
        int n = points.length;
        Arrays.fill(meansGradient, 0);
        Arrays.fill(icfGradient, 0);
        Arrays.fill(diagonalCotangents, 0);
        Arrays.fill(logDeterminantCotangents, 0);
        diagonals(icf);
        double sum = 0;
        for (double[] point : points) {
            sum += point(alphas, means, icf, point, meansGradient, icfGradient);
        }
        double logWeights = softmax(alphas, alphasGradient);
        addScaledTo(alphasGradient, -n, logDeterminantCotangents);
        double prior = prior(icf, gamma, m, icfGradient);
        pullBackDiagonals(icfGradient);
        return -n * d * 0.5 * Math.log(2 * Math.PI) + sum - n * logWeights + prior;
    }

    private double point(
            double[] alphas,
            double[] means,
            double[] icf,
            double[] point,
            double[] meansGradient,
            double[] icfGradient) {
        for (int j = 0; j < k; j++) {
            subtract(point, means, j * d, centered[j]);
            multiply(icf, j, centered[j], scaled[j]);
            terms[j] = alphas[j] + logDeterminants[j] - 0.5 * squaredNorm(scaled[j], 0, d);
        }
        double value = softmax(terms, terms);
        for (int j = 0; j < k; j++) {
            logDeterminantCotangents[j] += terms[j];
            scale(scaled[j], -terms[j]);
            pullBackProduct(icf, j, centered[j], scaled[j], icfGradient, meansGradient);
        }
        return value;
    }

    private void multiply(double[] icf, int j, double[] x, double[] product) {
        product(diagonals, j * d, x, product);
        int next = j * GaussianMixture.factorLength(d) + d;
        for (int a = 0; a < d - 1; a++) {
            addColumn(product, a + 1, x[a], icf, next);
            next += d - 1 - a;
        }
    }

    private void pullBackProduct(
            double[] icf, int j, double[] x, double[] productCotangent, double[] icfGradient, double[] meansGradient) {
        int next = j * GaussianMixture.factorLength(d) + d;
        for (int a = 0; a < d - 1; a++) {
            meansGradient[j * d + a] -= pullBackColumn(icf, icfGradient, next, x[a], productCotangent, a + 1);
            next += d - 1 - a;
        }
        pullBackDiagonal(diagonals, diagonalCotangents, meansGradient, j * d, x, productCotangent);
    }

    private double prior(double[] icf, double gamma, int m, double[] icfGradient) {
        int length = GaussianMixture.factorLength(d);
        double square = gamma * gamma;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double frobenius = squaredNorm(diagonals, j * d, d) + squaredNorm(icf, j * length + d, length - d);
            sum += 0.5 * square * frobenius - m * logDeterminants[j];
            logDeterminantCotangents[j] -= m;
            addScaled(icfGradient, square, icf, j * length + d, (j + 1) * length);
        }
        addScaled(diagonalCotangents, square, diagonals, 0, k * d);
        return sum - k * WishartPrior.logNormalization(d, gamma, m);
    }

    private void diagonals(double[] icf) {
        for (int j = 0; j < k; j++) {
            int start = j * GaussianMixture.factorLength(d);
            double logDeterminant = 0;
            for (int a = 0; a < d; a++) {
                double logarithm = icf[start + a];
                logDeterminant += logarithm;
                diagonals[j * d + a] = Math.exp(logarithm);
            }
            logDeterminants[j] = logDeterminant;
        }
    }

    private void pullBackDiagonals(double[] icfGradient) {
        for (int j = 0; j < k; j++) {
            int start = j * GaussianMixture.factorLength(d);
            for (int a = 0; a < d; a++) {
                icfGradient[start + a] +=
                        diagonalCotangents[j * d + a] * diagonals[j * d + a] + logDeterminantCotangents[j];
            }
        }
    }

    private static void subtract(double[] x, double[] y, int start, double[] difference) {
        for (int a = 0; a < x.length; a++) {
            difference[a] = x[a] - y[start + a];
        }
    }

    private static void product(double[] x, int start, double[] y, double[] product) {
        for (int a = 0; a < y.length; a++) {
            product[a] = x[start + a] * y[a];
        }
    }

    private static void addColumn(double[] a, int start, double factor, double[] b, int bStart) {
        int shift = bStart - start;
        for (int i = start; i < a.length; i++) {
            a[i] += factor * b[i + shift];
        }
    }

    private static double pullBackColumn(
            double[] icf, double[] icfGradient, int columnStart, double x, double[] productCotangent, int start) {
        int shift = columnStart - start;
        double sum = 0;
        for (int i = start; i < productCotangent.length; i++) {
            double cotangent = productCotangent[i];
            sum += icf[i + shift] * cotangent;
            icfGradient[i + shift] += x * cotangent;
        }
        return sum;
    }

    private static void pullBackDiagonal(
            double[] diagonals,
            double[] diagonalCotangents,
            double[] meansGradient,
            int start,
            double[] x,
            double[] productCotangent) {
        for (int a = 0; a < x.length; a++) {
            diagonalCotangents[start + a] += productCotangent[a] * x[a];
            meansGradient[start + a] -= productCotangent[a] * diagonals[start + a];
        }
    }

    private static void addScaled(double[] a, double factor, double[] b, int start, int end) {
        for (int i = start; i < end; i++) {
            a[i] += factor * b[i];
        }
    }

    private static void addScaledTo(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = factor * a[i] + b[i];
        }
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    private static double squaredNorm(double[] x, int start, int length) {
        double sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    /** Writes the derivative of log Σ exp xᵢ, which may go where x is; returns the value. */
    private static double softmax(double[] x, double[] weights) {
        double largest = x[0];
        for (int i = 1; i < x.length; i++) {
            largest = Math.max(largest, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(x[i] - largest);
            weights[i] = e;
            sum += e;
        }
        scale(weights, 1 / sum);
        return largest + Math.log(sum);
    }
}
