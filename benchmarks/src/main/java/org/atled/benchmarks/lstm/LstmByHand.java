package org.atled.benchmarks.lstm;

import java.util.Arrays;

/**
 * The gradient of {@link Lstm}: back propagation through time. The gates of all characters are kept; the loss at a character is
 * pulled back to the last layer at once. Everything is allocated once; not thread-safe.
 */
final class LstmByHand {
    private static final int ROWS = 8;

    private final int width;
    private final int layers;
    private final int last;
    private final LstmLayer[][] kept;
    /** What the last layer gave at each character, and its cotangent. */
    private final double[][] top;

    private final double[][] topCotangents;
    private final double[][][] parameters;
    private final double[][][] parameterGradients;
    private final double[][] hidden;
    private final double[][] cells;
    private final double[] x;

    LstmByHand(int layers, int width, int characters) {
        this.width = width;
        this.layers = layers;
        last = characters - 1;
        kept = new LstmLayer[last][layers];
        for (LstmLayer[] character : kept) {
            Arrays.setAll(character, layer -> new LstmLayer(width));
        }
        top = new double[last][width];
        topCotangents = new double[last][width];
        parameters = new double[layers][ROWS][width];
        parameterGradients = new double[layers][ROWS][width];
        hidden = new double[layers][width];
        cells = new double[layers][width];
        x = new double[width];
    }

    double gradient(
            double[] main,
            double[] extra,
            double[] state,
            double[] sequence,
            double[] mainGradient,
            double[] extraGradient) {
        Arrays.fill(extraGradient, 0);
        unpack(main, state);
        double total = 0;
        double scale = -1.0 / (last * width);
        for (int t = 0; t < last; t++) {
            forward(extra, sequence, t);
            total += likelihood(extra, sequence, (t + 1) * width, scale, topCotangents[t], top[t], extraGradient);
        }
        clear();
        for (int t = last - 1; t >= 0; t--) {
            backward(sequence, t, extraGradient);
        }
        pack(mainGradient);
        return -total / (last * width);
    }

    private void forward(double[] extra, double[] sequence, int t) {
        for (int i = 0; i < width; i++) {
            x[i] = sequence[t * width + i] * extra[i];
        }
        for (int layer = 0; layer < layers; layer++) {
            kept[t][layer].run(parameters[layer], hidden[layer], cells[layer], x);
        }
        System.arraycopy(x, 0, top[t], 0, width);
    }

    private void backward(double[] sequence, int t, double[] extraGradient) {
        System.arraycopy(topCotangents[t], 0, x, 0, width);
        for (int layer = layers - 1; layer >= 0; layer--) {
            kept[t][layer].pullBack(parameters[layer], parameterGradients[layer], hidden[layer], cells[layer], x);
        }
        for (int i = 0; i < width; i++) {
            extraGradient[i] += sequence[t * width + i] * x[i];
        }
    }

    /** The logarithmic likelihood of a character; the cotangent of what the last layer gave is that of the scaled value. */
    private double likelihood(
            double[] extra,
            double[] sequence,
            int gold,
            double scale,
            double[] topCotangent,
            double[] top,
            double[] extraGradient) {
        double sum = 2;
        double weight = 0;
        double total = 0;
        for (int i = 0; i < width; i++) {
            double prediction = top[i] * extra[width + i] + extra[2 * width + i];
            double e = Math.exp(prediction);
            x[i] = e;
            sum += e;
            weight += sequence[gold + i];
            total += sequence[gold + i] * prediction;
        }
        double share = weight / sum;
        for (int i = 0; i < width; i++) {
            double cotangent = scale * (sequence[gold + i] - share * x[i]);
            extraGradient[width + i] += cotangent * top[i];
            extraGradient[2 * width + i] += cotangent;
            topCotangent[i] = cotangent * extra[width + i];
        }
        return total - weight * Math.log(sum);
    }

    private void unpack(double[] main, double[] state) {
        for (int layer = 0; layer < layers; layer++) {
            for (int row = 0; row < ROWS; row++) {
                System.arraycopy(main, (layer * ROWS + row) * width, parameters[layer][row], 0, width);
                Arrays.fill(parameterGradients[layer][row], 0);
            }
            System.arraycopy(state, layer * 2 * width, hidden[layer], 0, width);
            System.arraycopy(state, (layer * 2 + 1) * width, cells[layer], 0, width);
        }
    }

    /** From here on the memory holds cotangents. */
    private void clear() {
        for (int layer = 0; layer < layers; layer++) {
            Arrays.fill(hidden[layer], 0);
            Arrays.fill(cells[layer], 0);
        }
    }

    private void pack(double[] mainGradient) {
        for (int layer = 0; layer < layers; layer++) {
            for (int row = 0; row < ROWS; row++) {
                System.arraycopy(parameterGradients[layer][row], 0, mainGradient, (layer * ROWS + row) * width, width);
            }
        }
    }
}
