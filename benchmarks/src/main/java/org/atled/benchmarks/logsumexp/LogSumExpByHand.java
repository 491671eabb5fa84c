package org.atled.benchmarks.logsumexp;

/** The gradient of {@link LogSumExp}: the softmax, made of the exponentials that the value needs anyway. */
final class LogSumExpByHand {
    private LogSumExpByHand() {}

    static double gradient(double[] x, double[] xGradient) {
        double largest = largest(x);
        double sum = exponentials(x, largest, xGradient);
        scale(xGradient, 1 / sum);
        return largest + Math.log(sum);
    }

    private static double largest(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    private static double exponentials(double[] x, double largest, double[] e) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double ei = Math.exp(x[i] - largest);
            e[i] = ei;
            sum += ei;
        }
        return sum;
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
