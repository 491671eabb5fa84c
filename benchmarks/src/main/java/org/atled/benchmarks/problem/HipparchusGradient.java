package org.atled.benchmarks.problem;

import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.analysis.differentiation.Gradient;

/** A gradient by numbers that carry all their partial derivatives. */
public final class HipparchusGradient implements Derivative {
    /** Above this many variables a run takes minutes. */
    private static final int MOST_VARIABLES = 1_000;

    private final Supplier<Gradient> call;
    private Gradient last;

    private HipparchusGradient(Supplier<Gradient> call) {
        this.call = call;
    }

    /** A derivative by this call, if there are not too many variables. */
    public static Optional<Derivative> of(int variables, Supplier<Gradient> call) {
        return variables <= MOST_VARIABLES ? Optional.of(new HipparchusGradient(call)) : Optional.empty();
    }

    /** Each number as a variable: number i of {@code total}, counted from {@code first}. */
    public static Gradient[] variables(double[] values, int first, int total) {
        Gradient[] variables = new Gradient[values.length];
        for (int i = 0; i < values.length; i++) {
            variables[i] = Gradient.variable(total, first + i, values[i]);
        }
        return variables;
    }

    @Override
    public double run() {
        last = call.get();
        return last.getValue();
    }

    @Override
    public double[] result() {
        return last.getGradient();
    }
}
