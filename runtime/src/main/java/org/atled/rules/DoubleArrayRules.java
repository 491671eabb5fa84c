package org.atled.rules;

/**
 * Derivative of {@code clone} on {@code double[]}: the copy owns a shadow of its own.
 */
@RulesFor(double[].class)
public abstract class DoubleArrayRules {
    private DoubleArrayRules() {}

    abstract Object clone(double[] receiver);

    public static double[] clone_pushforward(double[] receiver, double[] receiverTangent) {
        return receiverTangent == null ? new double[receiver.length] : receiverTangent.clone();
    }

    public static double[] clone_shadow(double[] receiver) {
        return new double[receiver.length];
    }

    public static void clone_pullback(double[] receiverCotangent, double[] resultCotangent) {
        if (receiverCotangent != null && resultCotangent != null) {
            ShadowCopy.pullback(receiverCotangent, 0, resultCotangent, 0, receiverCotangent.length);
        }
    }
}
