package org.atled.rules;

/** Derivatives of unboxing what may be a {@link Double}, a {@link Float} or a number that carries no derivative. */
@RulesFor(Number.class)
public abstract class NumberRules {
    private NumberRules() {}

    abstract double doubleValue(Number receiver);

    abstract float floatValue(Number receiver);

    public static double doubleValue_pushforward(double[] receiverTangent) {
        return BoxShadow.read(receiverTangent);
    }

    public static void doubleValue_pullback(double[] receiverCotangent, double resultCotangent) {
        BoxShadow.add(receiverCotangent, resultCotangent);
    }

    public static float floatValue_pushforward(double[] receiverTangent) {
        return (float) BoxShadow.read(receiverTangent);
    }

    public static void floatValue_pullback(double[] receiverCotangent, float resultCotangent) {
        BoxShadow.add(receiverCotangent, resultCotangent);
    }
}
