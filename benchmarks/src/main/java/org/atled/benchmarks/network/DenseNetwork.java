package org.atled.benchmarks.network;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/** The mean cross entropy of a network of two dense layers, tanh and softmax, over a batch of pictures. */
final class DenseNetwork {
    private DenseNetwork() {}

    /** A row of weights for each unit. */
    @Differentiable
    static double loss(
            double[][] weights1,
            double[] biases1,
            double[][] weights2,
            double[] biases2,
            @NoDerivative double[][] pictures,
            int[] labels) {
        double[] hidden = new double[biases1.length];
        double[] scores = new double[biases2.length];
        double sum = 0;
        for (int picture = 0; picture < pictures.length; picture++) {
            dense(weights1, biases1, pictures[picture], hidden);
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = Math.tanh(hidden[i]);
            }
            dense(weights2, biases2, hidden, scores);
            sum += logSumExp(scores) - scores[labels[picture]];
        }
        return sum / pictures.length;
    }

    private static void dense(double[][] weights, double[] biases, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            double sum = biases[i];
            for (int j = 0; j < x.length; j++) {
                sum += weights[i][j] * x[j];
            }
            y[i] = sum;
        }
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
