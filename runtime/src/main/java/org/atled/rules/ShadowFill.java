package org.atled.rules;

import java.util.Arrays;

/** The adjoint of filling an array with one number, and shadows of arrays of arrays without derivative. */
public final class ShadowFill {
    private ShadowFill() {}

    /** Sums the cotangents in a range, which are zero afterwards: the cotangent of the number it was filled with. */
    public static double pullback(double[] array, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += array[k];
            array[k] = 0;
        }
        return sum;
    }

    /** As for {@code double}. */
    public static float pullback(float[] array, int from, int to) {
        float sum = 0;
        for (int k = from; k < to; k++) {
            sum += array[k];
            array[k] = 0;
        }
        return sum;
    }

    /** A new array of the class and length of {@code array}, all elements {@code null}. */
    public static Object[] emptied(Object[] array) {
        Object[] empty = array.clone();
        Arrays.fill(empty, null);
        return empty;
    }
}
