package org.atled.rules;

/** Derivatives of boxing and unboxing a {@code float}: the shadow of the box is an array of one number. */
@RulesFor(Float.class)
public abstract class FloatRules {
    private FloatRules() {}

    abstract Float valueOf(float f);

    @Constructor
    abstract Float box(float value);

    @Constructor
    abstract Float round(double value);

    abstract double doubleValue(Float receiver);

    abstract float floatValue(Float receiver);

    public static double[] valueOf_pushforward(float fTangent) {
        return new double[] {fTangent};
    }

    public static double[] valueOf_shadow() {
        return new double[1];
    }

    public static float valueOf_pullback(double[] resultCotangent) {
        return (float) BoxShadow.take(resultCotangent);
    }

    public static double[] box_pushforward(float valueTangent) {
        return new double[] {valueTangent};
    }

    public static double[] box_shadow() {
        return new double[1];
    }

    public static float box_pullback(double[] resultCotangent) {
        return (float) BoxShadow.take(resultCotangent);
    }

    public static double[] round_pushforward(double valueTangent) {
        return new double[] {(float) valueTangent};
    }

    public static double[] round_shadow() {
        return new double[1];
    }

    public static double round_pullback(double[] resultCotangent) {
        return BoxShadow.take(resultCotangent);
    }

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
