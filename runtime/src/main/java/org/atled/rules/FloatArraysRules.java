package org.atled.rules;

import java.util.Arrays;

/**
 * Derivatives of the methods of {@link Arrays} that fill and copy {@code float[]}, as for {@code double[]}.
 */
@RulesFor(Arrays.class)
public abstract class FloatArraysRules {
    private FloatArraysRules() {}

    @Writes("a")
    abstract void fill(float[] a, float val);

    @Writes("a")
    abstract void fill(float[] a, int fromIndex, int toIndex, float val);

    abstract float[] copyOf(float[] original, int newLength);

    abstract float[] copyOfRange(float[] original, int from, int to);

    public static void fill_pushforward(float[] aTangent, float valTangent) {
        if (aTangent != null) {
            Arrays.fill(aTangent, valTangent);
        }
    }

    public static float fill_pullback(float[] aCotangent) {
        return aCotangent == null ? 0 : ShadowFill.pullback(aCotangent, 0, aCotangent.length);
    }

    public static void fill_pushforward(float[] aTangent, int fromIndex, int toIndex, float valTangent) {
        if (aTangent != null) {
            Arrays.fill(aTangent, fromIndex, toIndex, valTangent);
        }
    }

    public static float fill_pullback(float[] aCotangent, int fromIndex, int toIndex) {
        return aCotangent == null ? 0 : ShadowFill.pullback(aCotangent, fromIndex, toIndex);
    }

    public static float[] copyOf_pushforward(float[] originalTangent, int newLength) {
        return originalTangent == null ? new float[newLength] : Arrays.copyOf(originalTangent, newLength);
    }

    public static float[] copyOf_shadow(int newLength) {
        return new float[newLength];
    }

    public static void copyOf_pullback(float[] originalCotangent, int newLength, float[] resultCotangent) {
        if (originalCotangent != null && resultCotangent != null) {
            ShadowCopy.pullback(
                    originalCotangent, 0, resultCotangent, 0, Math.min(originalCotangent.length, newLength));
        }
    }

    public static float[] copyOfRange_pushforward(float[] originalTangent, int from, int to) {
        return originalTangent == null ? new float[to - from] : Arrays.copyOfRange(originalTangent, from, to);
    }

    public static float[] copyOfRange_shadow(int from, int to) {
        return new float[to - from];
    }

    public static void copyOfRange_pullback(float[] originalCotangent, int from, int to, float[] resultCotangent) {
        if (originalCotangent != null && resultCotangent != null) {
            ShadowCopy.pullback(
                    originalCotangent, from, resultCotangent, 0, Math.min(originalCotangent.length, to) - from);
        }
    }
}
