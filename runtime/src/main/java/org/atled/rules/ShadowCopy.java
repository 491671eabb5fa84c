package org.atled.rules;

import java.util.Arrays;

/**
 * Copying between shadows as their arrays were copied, and its adjoint, which takes cotangents back from the copy to
 * the original. Both arrays may be the same one and the ranges may overlap; {@code null} is the shadow of an array
 * that carries no derivative.
 */
public final class ShadowCopy {
    private ShadowCopy() {}

    /** As {@link System#arraycopy}; elements of a source without derivative have a zero shadow. */
    public static void copy(Object src, int srcPos, Object dest, int destPos, int length) {
        if (src != null && dest != null) {
            System.arraycopy(src, srcPos, dest, destPos, length);
        } else if (dest instanceof double[] doubles) {
            Arrays.fill(doubles, destPos, destPos + length, 0);
        } else if (dest instanceof float[] floats) {
            Arrays.fill(floats, destPos, destPos + length, 0);
        } else if (dest instanceof Object[] references) {
            Arrays.fill(references, destPos, destPos + length, null);
        }
    }

    /** Moves the cotangents of {@code dest}, which are zero afterwards, to those of {@code src}. */
    public static void pullback(double[] src, int srcPos, double[] dest, int destPos, int length) {
        if (src == null) {
            Arrays.fill(dest, destPos, destPos + length, 0);
        } else if (src == dest && destPos > srcPos) {
            // In this order an element receives a cotangent only after its own has left.
            for (int k = 0; k < length; k++) {
                double cotangent = dest[destPos + k];
                dest[destPos + k] = 0;
                src[srcPos + k] += cotangent;
            }
        } else { // in this one as well
            for (int k = length - 1; k >= 0; k--) {
                double cotangent = dest[destPos + k];
                dest[destPos + k] = 0;
                src[srcPos + k] += cotangent;
            }
        }
    }

    /** As for {@code double}. */
    public static void pullback(float[] src, int srcPos, float[] dest, int destPos, int length) {
        if (src == null) {
            Arrays.fill(dest, destPos, destPos + length, 0);
        } else if (src == dest && destPos > srcPos) {
            // In this order an element receives a cotangent only after its own has left.
            for (int k = 0; k < length; k++) {
                float cotangent = dest[destPos + k];
                dest[destPos + k] = 0;
                src[srcPos + k] += cotangent;
            }
        } else { // in this one as well
            for (int k = length - 1; k >= 0; k--) {
                float cotangent = dest[destPos + k];
                dest[destPos + k] = 0;
                src[srcPos + k] += cotangent;
            }
        }
    }
}
