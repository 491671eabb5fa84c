package org.atled.benchmarks.lstm;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Lstm} in Hipparchus' numbers. */
final class LstmByHipparchus {
    private LstmByHipparchus() {}

    static Gradient loss(Gradient[] main, Gradient[] extra, double[] state, double[] sequence) {
        int width = extra.length / 3;
        int layers = main.length / (8 * width);
        int last = sequence.length / width - 1;
        Gradient zero = extra[0].getField().getZero();
        Gradient[] memory = Arrays.stream(state).mapToObj(zero::newInstance).toArray(Gradient[]::new);
        Gradient[] x = new Gradient[width];
        Gradient total = zero;
        for (int t = 0; t < last; t++) {
            for (int i = 0; i < width; i++) {
                x[i] = extra[i].multiply(sequence[t * width + i]);
            }
            for (int layer = 0; layer < layers; layer++) {
                layer(main, layer * 8 * width, memory, layer * 2 * width, x);
            }
            for (int i = 0; i < width; i++) {
                x[i] = x[i].multiply(extra[width + i]).add(extra[2 * width + i]);
            }
            total = total.add(logLikelihood(x, sequence, (t + 1) * width));
        }
        return total.divide(-(last * width));
    }

    private static void layer(Gradient[] main, int weights, Gradient[] memory, int hidden, Gradient[] x) {
        int width = x.length;
        int biases = weights + 4 * width;
        int cells = hidden + width;
        for (int i = 0; i < width; i++) {
            Gradient h = memory[hidden + i];
            Gradient forget = sigmoid(x[i].multiply(main[weights + i]).add(main[biases + i]));
            Gradient in = sigmoid(h.multiply(main[weights + width + i]).add(main[biases + width + i]));
            Gradient out = sigmoid(x[i].multiply(main[weights + 2 * width + i]).add(main[biases + 2 * width + i]));
            Gradient change = h.multiply(main[weights + 3 * width + i])
                    .add(main[biases + 3 * width + i])
                    .tanh();
            memory[cells + i] = memory[cells + i].multiply(forget).add(in.multiply(change));
            memory[hidden + i] = out.multiply(memory[cells + i].tanh());
            x[i] = memory[hidden + i];
        }
    }

    private static Gradient logLikelihood(Gradient[] prediction, double[] sequence, int gold) {
        Gradient sum = prediction[0].newInstance(2);
        for (Gradient p : prediction) {
            sum = sum.add(p.exp());
        }
        Gradient normalization = sum.log();
        Gradient total = prediction[0].newInstance(0);
        for (int i = 0; i < prediction.length; i++) {
            total = total.add(prediction[i].subtract(normalization).multiply(sequence[gold + i]));
        }
        return total;
    }

    private static Gradient sigmoid(Gradient x) {
        return x.negate().exp().add(1).reciprocal();
    }
}
