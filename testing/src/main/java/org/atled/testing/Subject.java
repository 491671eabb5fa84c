package org.atled.testing;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.atled.ScalarFunction;
import org.atled.VectorFunction;

/**
 * The function under check, whatever its shape was: ℝⁿ → ℝᵐ with the derivative calls it offers.
 *
 * @param value the plain function; a scalar one gives one element
 * @param pushforward forward mode, if offered
 * @param pullback reverse mode
 * @param jacobian the Jacobian, if offered
 * @param scalar whether the function is a scalar one: its cotangent is 1 and its pullback is called gradient
 * @param numbers what its numbers are called, and how exact they are
 */
record Subject(
        UnaryOperator<double[]> value,
        Optional<Call> pushforward,
        Call pullback,
        Optional<Function<double[], double[][]>> jacobian,
        boolean scalar,
        Numbers numbers) {

    Subject(
            UnaryOperator<double[]> value,
            Optional<Call> pushforward,
            Call pullback,
            Optional<Function<double[], double[][]>> jacobian,
            boolean scalar) {
        this(value, pushforward, pullback, jacobian, scalar, Numbers.PLAIN);
    }

    static Subject of(ScalarFunction function) {
        Objects.requireNonNull(function, "function");
        return scalar(function::value, (x, one) -> {
            double[] gradient = new double[x.length];
            Arrays.fill(gradient, Double.NaN);
            double value = function.gradient(x, gradient);
            return new Outcome(Optional.of(new double[] {value}), gradient);
        });
    }

    static Subject of(VectorFunction function) {
        Objects.requireNonNull(function, "function");
        Subject subject = ofVector(function::value, function::jvp, function::vjp);
        return new Subject(
                subject.value, subject.pushforward, subject.pullback, Optional.of(function::jacobian), false);
    }

    static Subject ofScalar(ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(gradient, "gradient");
        return scalar(value, (x, one) -> Outcome.of(gradient.apply(x)));
    }

    static Subject ofVector(UnaryOperator<double[]> value, BinaryOperator<double[]> jvp, BinaryOperator<double[]> vjp) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(jvp, "jvp");
        Objects.requireNonNull(vjp, "vjp");
        return new Subject(
                value,
                Optional.of((x, tangent) -> Outcome.of(jvp.apply(x, tangent))),
                (x, cotangent) -> Outcome.of(vjp.apply(x, cotangent)),
                Optional.empty(),
                false);
    }

    private static Subject scalar(ToDoubleFunction<double[]> value, Call pullback) {
        UnaryOperator<double[]> vector = x -> new double[] {value.applyAsDouble(x)};
        return new Subject(vector, Optional.empty(), pullback, Optional.empty(), true);
    }

    Subject withForward(ToDoubleBiFunction<double[], double[]> jvp) {
        Objects.requireNonNull(jvp, "jvp");
        Call call = (x, tangent) -> Outcome.of(new double[] {jvp.applyAsDouble(x, tangent)});
        return new Subject(value, Optional.of(call), pullback, jacobian, scalar, numbers);
    }

    String reverseName() {
        return scalar ? "gradient" : "vjp";
    }

    /**
     * What is to be known of the numbers that go in and come out.
     *
     * @param input name of a component of x
     * @param output name of a component of y
     * @param precision the distance from 1 to the next number that is told apart
     */
    record Numbers(IntFunction<String> input, IntFunction<String> output, double precision) {
        static final Numbers PLAIN = new Numbers(i -> "x[" + i + "]", j -> "y[" + j + "]", Math.ulp(1.0));
    }

    /** One derivative call. */
    @FunctionalInterface
    interface Call {
        /**
         * Calls it.
         *
         * @param x the point; what the call does to it is watched
         * @param seed tangent (length n) or cotangent (length m)
         */
        Outcome at(double[] x, double[] seed);
    }

    /**
     * What a derivative call gave.
     *
     * @param value the function value, if this call returns it as well
     * @param derivative tangent (length m) or cotangent (length n)
     */
    record Outcome(Optional<double[]> value, double[] derivative) {
        static Outcome of(double[] derivative) {
            return new Outcome(Optional.empty(), derivative);
        }
    }
}
