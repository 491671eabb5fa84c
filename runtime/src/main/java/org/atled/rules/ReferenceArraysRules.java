package org.atled.rules;

import java.util.Arrays;

/**
 * Derivatives of the methods of {@link Arrays} that fill and copy arrays of arrays: the shadows are filled and copied in
 * the same way, in either mode, and no number moves. Where no shadow is known, the shadow is {@code null}.
 */
@RulesFor(Arrays.class)
public abstract class ReferenceArraysRules {
    private ReferenceArraysRules() {}

    @Writes("a")
    @Stores(into = "a", value = "val")
    abstract void fill(Object[] a, Object val);

    @Writes("a")
    @Stores(into = "a", value = "val")
    abstract void fill(Object[] a, int fromIndex, int toIndex, Object val);

    @SharesElements({"original", "result"})
    abstract Object[] copyOf(Object[] original, int newLength);

    @SharesElements({"original", "result"})
    abstract Object[] copyOfRange(Object[] original, int from, int to);

    public static void fill_pushforward(Object[] aTangent, Object valTangent) {
        if (aTangent != null) {
            Arrays.fill(aTangent, valTangent);
        }
    }

    public static void fill_shadow(Object[] aShadow, Object valShadow) {
        fill_pushforward(aShadow, valShadow);
    }

    public static void fill_pushforward(Object[] aTangent, int fromIndex, int toIndex, Object valTangent) {
        if (aTangent != null) {
            Arrays.fill(aTangent, fromIndex, toIndex, valTangent);
        }
    }

    public static void fill_shadow(Object[] aShadow, int fromIndex, int toIndex, Object valShadow) {
        fill_pushforward(aShadow, fromIndex, toIndex, valShadow);
    }

    public static Object[] copyOf_pushforward(Object[] originalTangent, int newLength, Object[] result) {
        return originalTangent == null ? ShadowFill.emptied(result) : Arrays.copyOf(originalTangent, newLength);
    }

    public static Object[] copyOf_shadow(Object[] originalShadow, int newLength, Object[] result) {
        return copyOf_pushforward(originalShadow, newLength, result);
    }

    public static Object[] copyOfRange_pushforward(Object[] originalTangent, int from, int to, Object[] result) {
        return originalTangent == null ? ShadowFill.emptied(result) : Arrays.copyOfRange(originalTangent, from, to);
    }

    public static Object[] copyOfRange_shadow(Object[] originalShadow, int from, int to, Object[] result) {
        return copyOfRange_pushforward(originalShadow, from, to, result);
    }
}
