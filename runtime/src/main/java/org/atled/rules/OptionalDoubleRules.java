package org.atled.rules;

import java.util.OptionalDouble;

/** Derivatives of what goes into and comes out of an {@link OptionalDouble}: its shadow is that of a box. */
@RulesFor(OptionalDouble.class)
public abstract class OptionalDoubleRules {
    private OptionalDoubleRules() {}

    abstract OptionalDouble of(double value);

    abstract OptionalDouble empty();

    abstract double getAsDouble(OptionalDouble receiver);

    public static double[] of_pushforward(double valueTangent) {
        return new double[] {valueTangent};
    }

    public static double[] of_shadow() {
        return new double[1];
    }

    public static double of_pullback(double[] resultCotangent) {
        return BoxShadow.take(resultCotangent);
    }

    public static double[] empty_pushforward() {
        return new double[1];
    }

    public static double[] empty_shadow() {
        return new double[1];
    }

    public static void empty_pullback() {}

    public static double getAsDouble_pushforward(double[] receiverTangent) {
        return BoxShadow.read(receiverTangent);
    }

    public static void getAsDouble_pullback(double[] receiverCotangent, double resultCotangent) {
        BoxShadow.add(receiverCotangent, resultCotangent);
    }
}
