package org.atled.rules;

import java.util.Arrays;

/**
 * Derivatives of the methods of {@link Arrays} that fill and copy {@code double[]}. A copy owns a shadow of its own.
 */
@RulesFor(Arrays.class)
public abstract class DoubleArraysRules {
    private DoubleArraysRules() {}

    @Writes("a")
    abstract void fill(double[] a, double val);

    @Writes("a")
    abstract void fill(double[] a, int fromIndex, int toIndex, double val);

    abstract double[] copyOf(double[] original, int newLength);

    abstract double[] copyOfRange(double[] original, int from, int to);

    public static void fill_pushforward(double[] aTangent, double valTangent) {
        if (aTangent != null) {
            Arrays.fill(aTangent, valTangent);
        }
    }

    public static double fill_pullback(double[] aCotangent) {
        return aCotangent == null ? 0 : ShadowFill.pullback(aCotangent, 0, aCotangent.length);
    }

    public static void fill_pushforward(double[] aTangent, int fromIndex, int toIndex, double valTangent) {
        if (aTangent != null) {
            Arrays.fill(aTangent, fromIndex, toIndex, valTangent);
        }
    }

    public static double fill_pullback(double[] aCotangent, int fromIndex, int toIndex) {
        return aCotangent == null ? 0 : ShadowFill.pullback(aCotangent, fromIndex, toIndex);
    }

    public static double[] copyOf_pushforward(double[] originalTangent, int newLength) {
        return originalTangent == null ? new double[newLength] : Arrays.copyOf(originalTangent, newLength);
    }

    public static double[] copyOf_shadow(int newLength) {
        return new double[newLength];
    }

    public static void copyOf_pullback(double[] originalCotangent, int newLength, double[] resultCotangent) {
        if (originalCotangent != null && resultCotangent != null) {
            ShadowCopy.pullback(
                    originalCotangent, 0, resultCotangent, 0, Math.min(originalCotangent.length, newLength));
        }
    }

    public static double[] copyOfRange_pushforward(double[] originalTangent, int from, int to) {
        return originalTangent == null ? new double[to - from] : Arrays.copyOfRange(originalTangent, from, to);
    }

    public static double[] copyOfRange_shadow(int from, int to) {
        return new double[to - from];
    }

    public static void copyOfRange_pullback(double[] originalCotangent, int from, int to, double[] resultCotangent) {
        if (originalCotangent != null && resultCotangent != null) {
            ShadowCopy.pullback(
                    originalCotangent, from, resultCotangent, 0, Math.min(originalCotangent.length, to) - from);
        }
    }
}
