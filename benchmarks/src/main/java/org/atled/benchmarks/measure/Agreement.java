package org.atled.benchmarks.measure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;

/**
 * That all ways to a derivative say the same: values and exact derivatives to 1e-10, central differences to 1e-5 and their
 * rounding errors, of what is larger, the element itself or a ten-thousandth of the largest one.
 */
public final class Agreement {
    private static final double EXACT = 1e-10;
    private static final double ROUGH = 1e-5;
    private static final double SMALLEST = 1e-4;
    private static final int DIFFERENCES = 40;

    /** Units in the last place by which the value of a long sum may be off. */
    private static final double ROUNDING_ERRORS = 50;

    private final String problem;
    private final double value;
    private final double[] expected;
    private final double largest;

    /** Agreement with this value and this derivative. */
    public Agreement(String problem, double value, double[] expected) {
        this.problem = problem;
        this.value = value;
        this.expected = expected;
        largest = IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(expected[i]))
                .max()
                .orElseThrow();
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new DisagreementException(problem + ": the hand-written derivative is zero or not finite");
        }
    }

    /** Runs a derivative and compares all of it. */
    public void check(Method method, Derivative derivative) {
        value(method, derivative.run());
        derivative(method, derivative.result());
    }

    /** Compares a derivative that was computed elsewhere. */
    public void derivative(Method method, double[] actual) {
        if (actual.length != expected.length) {
            throw new DisagreementException("%s: %s has %d elements, not %d"
                    .formatted(problem, method.label(), actual.length, expected.length));
        }
        for (int i = 0; i < expected.length; i++) {
            element(method, i, actual[i], EXACT * scale(i));
        }
    }

    /** Compares some elements, drawn at random, with differences. */
    public void check(Differences differences) {
        SplittableRandom random = new SplittableRandom(1);
        double rounding = ROUNDING_ERRORS * Math.ulp(value) / Differences.STEP;
        for (int count = 0; count < DIFFERENCES; count++) {
            int i = random.nextInt(expected.length);
            element(Method.DIFFERENCES, i, differences.element(i), ROUGH * scale(i) + rounding);
        }
    }

    /** Compares a value. */
    public void value(Method method, double actual) {
        if (!(Math.abs(actual - value) <= EXACT * Math.max(1, Math.abs(value)))) {
            throw new DisagreementException(
                    "%s: %s says the value is %s, not %s".formatted(problem, method.label(), actual, value));
        }
    }

    private void element(Method method, int i, double actual, double tolerance) {
        if (!(Math.abs(actual - expected[i]) <= tolerance)) {
            throw new DisagreementException("%s: %s says that element %d of the derivative is %s, not %s"
                    .formatted(problem, method.label(), i, actual, expected[i]));
        }
    }

    private double scale(int i) {
        return Math.max(Math.abs(expected[i]), SMALLEST * largest);
    }

    /** Checks all ways to the derivative of a problem; the hand-written one is what the others are held against. */
    static void check(String name, Contestants contestants) {
        Derivative hand = contestants.derivatives().get(Method.HAND);
        double value = hand.run();
        Agreement agreement = new Agreement(name, value, hand.result());
        agreement.value(Method.PRIMAL, contestants.primal());
        agreement.check(contestants.differences());
        for (Method method : List.copyOf(contestants.derivatives().keySet())) {
            if (method != Method.DIFFERENCES) {
                agreement.checkTwice(method, contestants);
            }
        }
    }

    /** The second run reuses what the first left behind. */
    private void checkTwice(Method method, Contestants contestants) {
        Derivative derivative = contestants.derivatives().get(method);
        try {
            check(method, derivative);
            check(method, derivative);
        } catch (OutOfMemoryError tooMuch) {
            // What a method needs is a result, too: it is left out, the others go on.
            contestants.remove(method);
            System.err.printf("%s: %s is left out, it runs out of memory: %s%n", problem, method.label(), tooMuch);
        }
    }
}
