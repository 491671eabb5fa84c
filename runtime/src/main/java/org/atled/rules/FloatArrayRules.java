package org.atled.rules;

/**
 * Derivative of {@code clone} on {@code float[]}, as on {@code double[]}.
 */
@RulesFor(float[].class)
public abstract class FloatArrayRules {
    private FloatArrayRules() {}

    abstract Object clone(float[] receiver);

    public static float[] clone_pushforward(float[] receiver, float[] receiverTangent) {
        return receiverTangent == null ? new float[receiver.length] : receiverTangent.clone();
    }

    public static float[] clone_shadow(float[] receiver) {
        return new float[receiver.length];
    }

    public static void clone_pullback(float[] receiverCotangent, float[] resultCotangent) {
        if (receiverCotangent != null && resultCotangent != null) {
            ShadowCopy.pullback(receiverCotangent, 0, resultCotangent, 0, receiverCotangent.length);
        }
    }
}
