package org.atled.benchmarks.network;

import java.util.Arrays;

/**
 * The gradient of {@link DenseNetwork}: each picture is pulled back right after its own loss; pictures have no cotangents.
 * Everything is allocated once; not thread-safe.
 */
final class DenseNetworkByHand {
    private final double[] hidden;
    private final double[] hiddenCotangent;
    private final double[] scores;

    DenseNetworkByHand(int hiddenUnits, int classes) {
        hidden = new double[hiddenUnits];
        hiddenCotangent = new double[hiddenUnits];
        scores = new double[classes];
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
            double[] x = pictures[picture];
            dense(weights1, biases1, x, hidden);
            tanh(hidden);
            dense(weights2, biases2, hidden, scores);
            double score = scores[labels[picture]];
            sum += softmax(scores) - score;
            scores[labels[picture]] -= 1;
            Arrays.fill(hiddenCotangent, 0);
            for (int i = 0; i < scores.length; i++) {
                double cotangent = scale * scores[i];
                biases2Gradient[i] += cotangent;
                addScaled(weights2Gradient[i], cotangent, hidden);
                addScaled(hiddenCotangent, cotangent, weights2[i]);
            }
            pullBackTanh(hidden, hiddenCotangent);
            for (int i = 0; i < hidden.length; i++) {
                biases1Gradient[i] += hiddenCotangent[i];
                addScaled(weights1Gradient[i], hiddenCotangent[i], x);
            }
        }
        return sum / pictures.length;
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
