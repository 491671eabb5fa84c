package org.atled.runtime;

import java.util.Arrays;

/**
 * Shadows between the primal part and the pullback of a derivative call. Called by derivative code; not for use by hand. A
 * shadow has the shape of its primal: an array of the same length, or of shadows; a {@link Shadow}; a container of shadows.
 */
public final class Cotangents {
    private Cotangents() {}

    /**
     * Sets every number of a shadow, and of all it refers to, to zero, unless it holds cotangents to start from. Allocates
     * nothing for arrays of numbers.
     *
     * @param shadow of any type, or {@code null}
     */
    public static void clear(Object shadow, boolean accumulate) {
        if (!accumulate && shadow != null && !clearNumbers(shadow)) {
            new ShadowWalk().clear(shadow);
        }
    }

    /** Clears an array of numbers of any rank; false for anything else. */
    static boolean clearNumbers(Object shadow) {
        if (shadow instanceof double[] numbers) {
            Arrays.fill(numbers, 0.0);
            return true;
        }
        if (shadow instanceof float[] numbers) {
            Arrays.fill(numbers, 0.0f);
            return true;
        }
        if (shadow instanceof Object[] rows && Zeros.isNumbers(rows.getClass())) {
            for (Object row : rows) {
                if (row != null) {
                    clearNumbers(row);
                }
            }
            return true;
        }
        return false;
    }

    /**
     * Adds a seed to the shadow of a result, element by element. What has no counterpart in the other is left out: the
     * companion refuses such a seed when the call returns, as only it knows what the argument is called.
     *
     * @see Arguments#requireCotangent
     */
    public static void seed(Object shadow, Object seed) {
        if (shadow != null && seed != null && !addNumbers(shadow, seed)) {
            new ShadowWalk().seed(shadow, seed);
        }
    }

    /** Adds one array of numbers to another; false for anything else, arrays of arrays among it: rows can be shared. */
    static boolean addNumbers(Object shadow, Object seed) {
        if (shadow instanceof double[] numbers && seed instanceof double[] seeds) {
            for (int i = 0; i < Math.min(numbers.length, seeds.length); i++) {
                numbers[i] += seeds[i];
            }
            return true;
        }
        if (shadow instanceof float[] numbers && seed instanceof float[] seeds) {
            for (int i = 0; i < Math.min(numbers.length, seeds.length); i++) {
                numbers[i] += seeds[i];
            }
            return true;
        }
        return false;
    }

    /**
     * A shadow of zeros for a constant that may stand where something active can stand: for it and all it refers to.
     *
     * @return {@code null} if {@code primal} holds no numbers; what is one object has one shadow
     */
    public static Object zerosLike(Object primal) {
        if (primal instanceof double[] numbers) {
            return new double[numbers.length];
        }
        if (primal instanceof float[] numbers) {
            return new float[numbers.length];
        }
        return primal == null ? null : new Zeros().of(primal);
    }
}
