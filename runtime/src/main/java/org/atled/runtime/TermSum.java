package org.atled.runtime;

import java.util.List;
import org.atled.Batch;
import org.atled.ScalarFunction;

/**
 * The sum of functions, its terms computed by several threads, window by window, and added in their order. The window
 * depends on the number of threads, the order of the additions does not. Not for use by hand.
 */
public final class TermSum implements ScalarFunction {
    private static final int TERMS_PER_THREAD = 8;

    private final ScalarFunction[] terms;

    public TermSum(List<? extends ScalarFunction> terms) {
        if (terms == null) {
            throw new IllegalArgumentException("terms is null: pass a list of functions.");
        }
        this.terms = terms.toArray(ScalarFunction[]::new);
        for (int i = 0; i < this.terms.length; i++) {
            if (this.terms[i] == null) {
                throw new IllegalArgumentException("terms[" + i + "] is null: pass a function.");
            }
        }
    }

    @Override
    public double value(double[] x) {
        Arguments.requireNonNull("x", x);
        double[] values = new double[terms.length];
        Batch.run(terms.length, i -> values[i] = terms[i].value(x));
        return BatchArguments.sum(values);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        Arguments.requireShadow("x", x, "gradient", gradient);
        int window =
                Math.min(terms.length, TERMS_PER_THREAD * Runtime.getRuntime().availableProcessors());
        double[][] gradients = new double[window][x.length];
        double[] values = new double[terms.length];
        double[] total = new double[x.length];
        for (int from = 0; from < terms.length; from += window) {
            add(x, from, Math.min(window, terms.length - from), values, gradients, total);
        }
        System.arraycopy(total, 0, gradient, 0, x.length);
        return BatchArguments.sum(values);
    }

    private void add(double[] x, int from, int count, double[] values, double[][] gradients, double[] total) {
        Batch.Task term = i -> values[i] = terms[i].gradient(x, gradients[i - from]);
        new BatchRun(from, from + count, terms.length, term).run();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < total.length; j++) {
                total[j] += gradients[i][j];
            }
        }
    }
}
