package org.atled.compiler.programs;

import java.util.Arrays;
import org.atled.NoDerivative;

/** Likelihoods, a neural network and dynamic programming. */
final class Statistics {
    private Statistics() {}

    private static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (double v : x) {
            sum += Math.exp(v - max);
        }
        return max + Math.log(sum);
    }

    @Program(at = {"[1,2,3]", "[1000,1001,999]", "[-5]"})
    static double logSumExpOf(double[] x) {
        return logSumExp(x);
    }

    @Program(at = "[0.5,2,-1], 1")
    static double crossEntropy(double[] logits, int label) {
        double[] p = new double[logits.length];
        double lse = logSumExp(logits);
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(logits[i] - lse);
        }
        return -Math.log(p[label]) + p[0] * p[2];
    }

    @Program(at = "[0.3,-0.5], [[0.1,0.5],[1,-0.5]], [[0.2,0],[-0.3,0.4]], [[0.5,1],[1.5,-0.2],[-0.4,0.3]]")
    static double gaussianMixture(double[] alphas, double[][] means, double[][] logDeviations, double[][] data) {
        int d = means[0].length;
        double value = -data.length * logSumExp(alphas);
        for (double[] x : data) {
            double[] terms = new double[alphas.length];
            for (int k = 0; k < alphas.length; k++) {
                double sum = alphas[k];
                for (int j = 0; j < d; j++) {
                    double z = (x[j] - means[k][j]) * Math.exp(-logDeviations[k][j]);
                    sum -= logDeviations[k][j] + 0.5 * z * z;
                }
                terms[k] = sum;
            }
            value += logSumExp(terms);
        }
        return value;
    }

    @Program(at = "[[0.1,0.2,-0.3],[0.4,-0.5,0.6]], [[0.7,-0.8]], [[1,2,0.5],[0.3,-1,2]], [1,-1]", differences = 1e-6)
    static double neuralNetwork(
            double[][] hidden, double[][] output, @NoDerivative double[][] inputs, @NoDerivative double[] targets) {
        double loss = 0;
        for (int s = 0; s < inputs.length; s++) {
            double[] h = layer(hidden, inputs[s]);
            for (int i = 0; i < h.length; i++) {
                h[i] = Math.tanh(h[i]);
            }
            double[] y = layer(output, h);
            for (double v : y) {
                loss += (v - targets[s]) * (v - targets[s]);
            }
        }
        return loss / inputs.length;
    }

    private static double[] layer(double[][] weights, double[] in) {
        double[] out = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < in.length; j++) {
                out[i] += weights[i][j] * in[j];
            }
        }
        return out;
    }

    @Program(at = "[0.5,-0.2], [[1,2],[0.5,-1],[2,1]], [1,0,1]")
    static double logisticRegression(double[] w, @NoDerivative double[][] x, int[] label) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            loss += z > 0 ? Math.log1p(Math.exp(-z)) + (1 - label[i]) * z : Math.log1p(Math.exp(z)) - label[i] * z;
        }
        return loss;
    }

    @Program(at = "'kitten', 'sitting', 1, 1.2, 0.8, 0.5")
    static double softEditDistance(
            String a, String b, double insert, double delete, double replace, double temperature) {
        double[] previous = new double[b.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j * insert;
        }
        for (int i = 1; i <= a.length(); i++) {
            double[] row = new double[previous.length];
            row[0] = i * delete;
            for (int j = 1; j < row.length; j++) {
                double substitute = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : replace);
                row[j] = softMin(previous[j] + delete, row[j - 1] + insert, substitute, temperature);
            }
            previous = row;
        }
        return previous[b.length()];
    }

    private static double softMin(double a, double b, double c, double t) {
        double m = Math.min(a, Math.min(b, c));
        return m - t * Math.log(Math.exp((m - a) / t) + Math.exp((m - b) / t) + Math.exp((m - c) / t));
    }

    @Program(at = "[2,3,4], [3,4,5.5], 10", differences = Double.NaN)
    static double knapsackValue(double[] values, @NoDerivative double[] weights, int capacity) {
        double[][] best = new double[values.length + 1][capacity + 1];
        for (int i = 1; i <= values.length; i++) {
            for (int c = 0; c <= capacity; c++) {
                best[i][c] = best[i - 1][c];
                int rest = c - (int) Math.ceil(weights[i - 1]);
                if (rest >= 0 && best[i - 1][rest] + values[i - 1] > best[i][c]) {
                    best[i][c] = best[i - 1][rest] + values[i - 1];
                }
            }
        }
        return best[values.length][capacity];
    }

    @Program(at = "[0.6,0.4], [[0.7,0.3],[0.4,0.6]], [[0.5,0.5],[0.1,0.9]], [0,1,1,0]")
    static double hiddenMarkovModel(double[] start, double[][] transition, double[][] emission, int[] observed) {
        int n = start.length;
        double[] alpha = new double[n];
        double value = 0;
        for (int t = 0; t < observed.length; t++) {
            double[] next = new double[n];
            double total = 0;
            for (int j = 0; j < n; j++) {
                double sum = 0;
                if (t == 0) {
                    sum = start[j];
                } else {
                    for (int i = 0; i < n; i++) {
                        sum += alpha[i] * transition[i][j];
                    }
                }
                next[j] = sum * emission[j][observed[t]];
                total += next[j];
            }
            value += Math.log(total);
            for (int j = 0; j < n; j++) {
                alpha[j] = next[j] / total;
            }
        }
        return value;
    }

    @Program(at = {"[3,1,2,5,4]", "[1,2]"})
    static double moments(double[] x) {
        double mean = 0;
        double m2 = 0;
        int n = 0;
        for (double v : x) {
            n++;
            double delta = v - mean;
            mean += delta / n;
            m2 += delta * (v - mean);
        }
        return mean + Math.sqrt(m2 / (n - 1));
    }

    @Program(at = "[0.2,0.5,0.1,0.2], [0.25,0.25,0.25,0.25]")
    static double entropies(double[] p, double[] q) {
        double kl = 0;
        double entropy = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                kl += p[i] * Math.log(p[i] / q[i]);
                entropy -= p[i] * Math.log(p[i]);
            }
        }
        return kl * entropy;
    }

    @Program(at = "0.7, 1.3, [0.1,0.5,1.1]")
    static double gaussianProcess(double length, double scale, @NoDerivative double[] x) {
        int n = x.length;
        double[][] l = new double[n][n];
        double value = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double d = (x[i] - x[j]) / length;
                double sum = scale * scale * Math.exp(-d * d / 2) + (i == j ? 0.01 : 0);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
            value += Math.log(l[i][i]);
        }
        return value;
    }

    @Program(at = "[1,2,3,4], 1")
    static double softmaxAttention(double[] x, double t) {
        double[] weights = new double[x.length];
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double total = 0;
            for (int j = 0; j < x.length; j++) {
                weights[j] = Math.exp(-t * Math.abs(x[i] - x[j] - 0.1));
                total += weights[j];
            }
            for (int j = 0; j < x.length; j++) {
                out[i] += weights[j] / total * x[j];
            }
        }
        return Arrays.stream(out).sum() * out[0];
    }
}
