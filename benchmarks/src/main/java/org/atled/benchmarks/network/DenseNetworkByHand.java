package org.atled.benchmarks.network;

import java.util.Arrays;

/**
 * The gradient of {@link DenseNetwork}: each picture is pulled back to the hidden units right after its own loss; then the
 * gradient of the first layer is made row by row, so that a row stays in the cache for all pictures. Pictures have no
 * cotangents. Everything is allocated once; not thread-safe.
 */
final class DenseNetworkByHand {
    private final double[] hidden;
    private final double[] scores;
    /** For each picture. */
    private final double[][] hiddenCotangents;

    DenseNetworkByHand(int hiddenUnits, int classes, int batch) {
        hidden = new double[hiddenUnits];
        scores = new double[classes];
        hiddenCotangents = new double[batch][hiddenUnits];
    }

    double gradient(
            double[][] weights1,
            double[] biases1,
            double[][] weights2,
            double[] biases2,
            double[][] pictures,
            int[] labels,
            double[][] weights1Gradient,
            double[] biases1Gradient,
            double[][] weights2Gradient,
            double[] biases2Gradient) {
        clear(weights1Gradient, biases1Gradient);
        clear(weights2Gradient, biases2Gradient);
        double scale = 1.0 / pictures.length;
        double sum = 0;
        for (int picture = 0; picture < pictures.length; picture++) {
            dense(weights1, biases1, pictures[picture], hidden);
            tanh(hidden);
            dense(weights2, biases2, hidden, scores);
            double score = scores[labels[picture]];
            sum += softmax(scores) - score;
            scores[labels[picture]] -= 1;
            double[] hiddenCotangent = hiddenCotangents[picture];
            pullBackScores(scale, weights2, hiddenCotangent, weights2Gradient, biases2Gradient);
            pullBackTanh(hidden, hiddenCotangent);
            addScaled(biases1Gradient, 1, hiddenCotangent);
        }
        for (int i = 0; i < hidden.length; i++) {
            pullBackRow(i, pictures, weights1Gradient[i]);
        }
        return sum / pictures.length;
    }

    private void pullBackScores(
            double scale,
            double[][] weights,
            double[] hiddenCotangent,
            double[][] weightsGradient,
            double[] biasesGradient) {
        Arrays.fill(hiddenCotangent, 0);
        for (int i = 0; i < scores.length; i++) {
            double cotangent = scale * scores[i];
            biasesGradient[i] += cotangent;
            addScaled(weightsGradient[i], cotangent, hidden);
            addScaled(hiddenCotangent, cotangent, weights[i]);
        }
    }

    private void pullBackRow(int unit, double[][] pictures, double[] rowGradient) {
        for (int picture = 0; picture < pictures.length; picture++) {
            addScaled(rowGradient, hiddenCotangents[picture][unit], pictures[picture]);
        }
    }

    private static void clear(double[][] weights, double[] biases) {
        for (double[] row : weights) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(biases, 0);
    }

    private static void dense(double[][] weights, double[] biases, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = biases[i] + dot(weights[i], x);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addScaled(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    private static void tanh(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.tanh(x[i]);
        }
    }

    private static void pullBackTanh(double[] y, double[] cotangent) {
        for (int i = 0; i < y.length; i++) {
            cotangent[i] *= 1 - y[i] * y[i];
        }
    }

    /** Replaces x by the derivative of log Σ exp xᵢ; returns the value. */
    private static double softmax(double[] x) {
        double largest = x[0];
        for (int i = 1; i < x.length; i++) {
            largest = Math.max(largest, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(x[i] - largest);
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
        return largest + Math.log(sum);
    }
}
