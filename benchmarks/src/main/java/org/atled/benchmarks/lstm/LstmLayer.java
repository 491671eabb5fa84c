package org.atled.benchmarks.lstm;

/** What one layer at one character keeps for its pullback, which is here. */
final class LstmLayer {
    private final double[] x;
    private final double[] hidden;
    private final double[] cell;
    private final double[] forget;
    private final double[] in;
    private final double[] out;
    private final double[] change;
    private final double[] tanh;

    LstmLayer(int width) {
        x = new double[width];
        hidden = new double[width];
        cell = new double[width];
        forget = new double[width];
        in = new double[width];
        out = new double[width];
        change = new double[width];
        tanh = new double[width];
    }

    /** As {@link Lstm} does, with eight rows of parameters: four of weights, four of biases. */
    void run(double[][] p, double[] hiddenNow, double[] cellNow, double[] xNow) {
        int width = xNow.length;
        System.arraycopy(xNow, 0, x, 0, width);
        System.arraycopy(hiddenNow, 0, hidden, 0, width);
        System.arraycopy(cellNow, 0, cell, 0, width);
        sigmoid(x, p[0], p[4], forget);
        sigmoid(hidden, p[1], p[5], in);
        sigmoid(x, p[2], p[6], out);
        tanh(hidden, p[3], p[7], change);
        remember(cell, forget, in, change, cellNow);
        recall(cellNow, out, tanh, hiddenNow);
        System.arraycopy(hiddenNow, 0, xNow, 0, width);
    }

    /** On entry cotangents of what {@link #run} left, on exit of what it was given; gradients are added to. */
    void pullBack(
            double[][] p, double[][] pGradient, double[] hiddenCotangent, double[] cellCotangent, double[] xCotangent) {
        pullBackOut(out, tanh, hiddenCotangent, xCotangent, cellCotangent);
        // The cotangent of the sum in the output gate is in xCotangent, that of the forget gate follows.
        add(pGradient[2], x, xCotangent);
        add(pGradient[6], xCotangent);
        scale(p[2], xCotangent, hiddenCotangent);
        pullBackForget(forget, cell, cellCotangent, xCotangent);
        add(pGradient[0], x, xCotangent);
        add(pGradient[4], xCotangent);
        addScaled(p[0], xCotangent, hiddenCotangent);
        System.arraycopy(hiddenCotangent, 0, xCotangent, 0, x.length);
        pullBackChange(p[1], p[3], in, change, hidden, cellCotangent, pGradient, hiddenCotangent);
        multiply(cellCotangent, forget);
    }

    private static void sigmoid(double[] x, double[] weights, double[] biases, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = 1 / (1 + Math.exp(-(x[i] * weights[i] + biases[i])));
        }
    }

    private static void tanh(double[] x, double[] weights, double[] biases, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.tanh(x[i] * weights[i] + biases[i]);
        }
    }

    private static void remember(double[] cell, double[] forget, double[] in, double[] change, double[] next) {
        for (int i = 0; i < next.length; i++) {
            next[i] = cell[i] * forget[i] + in[i] * change[i];
        }
    }

    private static void recall(double[] cell, double[] out, double[] tanh, double[] hidden) {
        for (int i = 0; i < hidden.length; i++) {
            double t = Math.tanh(cell[i]);
            tanh[i] = t;
            hidden[i] = out[i] * t;
        }
    }

    private static void pullBackOut(
            double[] out, double[] tanh, double[] hiddenCotangent, double[] xCotangent, double[] cellCotangent) {
        for (int i = 0; i < out.length; i++) {
            double h = hiddenCotangent[i] + xCotangent[i];
            cellCotangent[i] += h * out[i] * (1 - tanh[i] * tanh[i]);
            xCotangent[i] = h * tanh[i] * out[i] * (1 - out[i]);
        }
    }

    private static void pullBackForget(double[] forget, double[] cell, double[] cellCotangent, double[] sumCotangent) {
        for (int i = 0; i < forget.length; i++) {
            sumCotangent[i] = cellCotangent[i] * cell[i] * forget[i] * (1 - forget[i]);
        }
    }

    private static void pullBackChange(
            double[] inWeights,
            double[] changeWeights,
            double[] in,
            double[] change,
            double[] hidden,
            double[] cellCotangent,
            double[][] pGradient,
            double[] hiddenCotangent) {
        double[] inWeightGradient = pGradient[1];
        double[] changeWeightGradient = pGradient[3];
        double[] inBiasGradient = pGradient[5];
        double[] changeBiasGradient = pGradient[7];
        for (int i = 0; i < in.length; i++) {
            double inSum = cellCotangent[i] * change[i] * in[i] * (1 - in[i]);
            double changeSum = cellCotangent[i] * in[i] * (1 - change[i] * change[i]);
            inWeightGradient[i] += inSum * hidden[i];
            inBiasGradient[i] += inSum;
            changeWeightGradient[i] += changeSum * hidden[i];
            changeBiasGradient[i] += changeSum;
            hiddenCotangent[i] = inSum * inWeights[i] + changeSum * changeWeights[i];
        }
    }

    private static void add(double[] a, double[] b, double[] c) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i] * c[i];
        }
    }

    private static void add(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
    }

    private static void scale(double[] a, double[] b, double[] product) {
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
    }

    private static void addScaled(double[] a, double[] b, double[] sum) {
        for (int i = 0; i < a.length; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    private static void multiply(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= b[i];
        }
    }
}
