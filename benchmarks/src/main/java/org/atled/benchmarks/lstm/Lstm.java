package org.atled.benchmarks.lstm;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/**
 * The loss of a character model of long short-term memory cells without mixing between units, as ADBench defines it.
 *
 * <p>Of L layers b wide, {@code main} holds for each layer 4·b weights and 4·b biases: of the forget, input and output gates
 * and the change; {@code extra} the b weights of the input, then b weights and b biases of the output; {@code state} for each
 * layer b hidden values and b cells; {@code sequence} b numbers for each character.
 */
final class Lstm {
    private Lstm() {}

    @Differentiable
    static double loss(double[] main, double[] extra, @NoDerivative double[] state, @NoDerivative double[] sequence) {
        int width = extra.length / 3;
        int layers = main.length / (8 * width);
        int last = sequence.length / width - 1;
        double[] memory = state.clone();
        double[] x = new double[width];
        double total = 0;
        for (int t = 0; t < last; t++) {
            for (int i = 0; i < width; i++) {
                x[i] = sequence[t * width + i] * extra[i];
            }
            for (int layer = 0; layer < layers; layer++) {
                layer(main, layer * 8 * width, memory, layer * 2 * width, x);
            }
            for (int i = 0; i < width; i++) {
                x[i] = x[i] * extra[width + i] + extra[2 * width + i];
            }
            total += logLikelihood(x, sequence, (t + 1) * width);
        }
        return -total / (last * width);
    }

    /** One layer at one character: x goes in and comes out, the memory is updated. */
    private static void layer(double[] main, int weights, double[] memory, int hidden, double[] x) {
        int width = x.length;
        int biases = weights + 4 * width;
        int cells = hidden + width;
        for (int i = 0; i < width; i++) {
            double h = memory[hidden + i];
            double forget = sigmoid(x[i] * main[weights + i] + main[biases + i]);
            double in = sigmoid(h * main[weights + width + i] + main[biases + width + i]);
            double out = sigmoid(x[i] * main[weights + 2 * width + i] + main[biases + 2 * width + i]);
            double change = Math.tanh(h * main[weights + 3 * width + i] + main[biases + 3 * width + i]);
            double cell = memory[cells + i] * forget + in * change;
            memory[cells + i] = cell;
            memory[hidden + i] = out * Math.tanh(cell);
            x[i] = memory[hidden + i];
        }
    }

    private static double logLikelihood(double[] prediction, double[] sequence, int gold) {
        double sum = 2;
        for (int i = 0; i < prediction.length; i++) {
            sum += Math.exp(prediction[i]);
        }
        double normalization = Math.log(sum);
        double total = 0;
        for (int i = 0; i < prediction.length; i++) {
            total += sequence[gold + i] * (prediction[i] - normalization);
        }
        return total;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
