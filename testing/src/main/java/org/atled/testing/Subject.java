package org.atled.testing;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The function under check, whatever its shape was: ℝⁿ → ℝᵐ with the derivative calls it offers.
 *
 * @param value the plain function; a scalar one gives one element
 * @param pushforward forward mode, if offered
 * @param pullback reverse mode, if offered
 * @param scalar whether the function is a scalar one: its cotangent is 1 and its pullback is called gradient
 */
record Subject(
        UnaryOperator<double[]> value, Optional<Call> pushforward, Optional<Call> pullback, boolean scalar) {

    String reverseName() {
        return scalar ? "gradient" : "vjp";
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

        static Outcome of(double value, double[] derivative) {
            return new Outcome(Optional.of(new double[] {value}), derivative);
        }
    }
}
