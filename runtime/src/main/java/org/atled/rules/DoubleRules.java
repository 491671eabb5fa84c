package org.atled.rules;

/** Derivatives of boxing and unboxing a {@code double}: the shadow of the box is an array of one number. */
@RulesFor(Double.class)
public abstract class DoubleRules {
    private DoubleRules() {}

    abstract Double valueOf(double d);

    @Constructor
    abstract Double box(double value);

    abstract double doubleValue(Double receiver);

    abstract float floatValue(Double receiver);

    public static double[] valueOf_pushforward(double dTangent) {
        return new double[] {dTangent};
    }

    public static double[] valueOf_shadow() {
        return new double[1];
    }

    public static double valueOf_pullback(double[] resultCotangent) {
        return BoxShadow.take(resultCotangent);
    }

    public static double[] box_pushforward(double valueTangent) {
        return new double[] {valueTangent};
    }

    public static double[] box_shadow() {
        return new double[1];
    }

    public static double box_pullback(double[] resultCotangent) {
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
