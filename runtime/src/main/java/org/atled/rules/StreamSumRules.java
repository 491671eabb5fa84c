package org.atled.rules;

/** Derivative of {@link StreamSums}: linear, each element with weight 1. */
@RulesFor(StreamSums.class)
public abstract class StreamSumRules {
    private StreamSumRules() {}

    abstract double sum(double[] array);

    public static double sum_pushforward(double[] arrayTangent) {
        return arrayTangent == null ? 0 : StreamSums.sum(arrayTangent);
    }

    public static void sum_pullback(double[] arrayCotangent, double resultCotangent) {
        if (arrayCotangent != null) {
            for (int k = 0; k < arrayCotangent.length; k++) {
                arrayCotangent[k] += resultCotangent;
            }
        }
    }
}
