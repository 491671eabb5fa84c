package org.atled.rules;

/**
 * Derivative of {@link System#arraycopy}. What is copied is known only when it runs: numbers, of which tangents and
 * cotangents are copied and added; arrays of arrays, of which shadows are copied; or integers, which have neither.
 */
@RulesFor(System.class)
public abstract class SystemRules {
    private SystemRules() {}

    @Writes("dest")
    @SharesElements({"src", "dest"})
    abstract void arraycopy(Object src, int srcPos, Object dest, int destPos, int length);

    public static void arraycopy_pushforward(
            Object srcTangent, int srcPos, Object destTangent, int destPos, int length) {
        ShadowCopy.copy(srcTangent, srcPos, destTangent, destPos, length);
    }

    public static void arraycopy_shadow(Object srcShadow, int srcPos, Object destShadow, int destPos, int length) {
        if (destShadow instanceof Object[]) {
            ShadowCopy.copy(srcShadow, srcPos, destShadow, destPos, length);
        }
    }

    public static void arraycopy_pullback(
            Object srcCotangent, int srcPos, Object destCotangent, int destPos, int length) {
        if (destCotangent instanceof double[] dest) {
            ShadowCopy.pullback((double[]) srcCotangent, srcPos, dest, destPos, length);
        } else if (destCotangent instanceof float[] dest) {
            ShadowCopy.pullback((float[]) srcCotangent, srcPos, dest, destPos, length);
        }
    }
}
