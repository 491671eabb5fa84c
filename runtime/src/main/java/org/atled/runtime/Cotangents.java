package org.atled.runtime;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Shadows of arrays between the primal part and the pullback of a derivative call. Called by derivative code; not for
 * use by hand. A shadow has the shape of its primal: an array of the same length, or of shadows.
 */
public final class Cotangents {
    private Cotangents() {}

    /**
     * Sets every number of a shadow to zero, row by row, unless it holds cotangents to start from.
     *
     * @param shadow an array of {@code double} or {@code float} of any rank, or {@code null}
     */
    public static void clear(Object shadow, boolean accumulate) {
        if (accumulate) {
            return;
        }
        if (shadow instanceof double[] numbers) {
            Arrays.fill(numbers, 0.0);
        } else if (shadow instanceof float[] numbers) {
            Arrays.fill(numbers, 0.0f);
        } else if (shadow instanceof Object[] rows) {
            for (Object row : rows) {
                clear(row, false);
            }
        }
    }

    /**
     * Adds a seed to the shadow of a result, element by element. What has no counterpart in the other is left out: the
     * companion refuses such a seed when the call returns, as only it knows what the argument is called.
     *
     * @see Arguments#requireCotangent
     */
    public static void seed(Object shadow, Object seed) {
        if (shadow instanceof double[] numbers && seed instanceof double[] seeds) {
            for (int i = 0; i < Math.min(numbers.length, seeds.length); i++) {
                numbers[i] += seeds[i];
            }
        } else if (shadow instanceof float[] numbers && seed instanceof float[] seeds) {
            for (int i = 0; i < Math.min(numbers.length, seeds.length); i++) {
                numbers[i] += seeds[i];
            }
        } else if (shadow instanceof Object[] rows && seed instanceof Object[] seeds) {
            for (int i = 0; i < Math.min(rows.length, seeds.length); i++) {
                seed(rows[i], seeds[i]);
            }
        }
    }

    /**
     * A shadow of zeros for a constant that may stand where an active array can stand.
     *
     * @return an array of the same shape if {@code primal} is an array of numbers or of such arrays, else {@code null};
     *     rows that are one array have one shadow
     */
    public static Object zerosLike(Object primal) {
        return primal instanceof Object[] ? zerosLike(primal, new IdentityHashMap<>()) : zeros(primal);
    }

    /** What is one row has one shadow. */
    private static Object zerosLike(Object primal, Map<Object, Object> known) {
        Object zeros = known.get(primal);
        if (zeros == null && primal instanceof Object[] rows && isArrayOfArrays(rows)) {
            Object[] shadow = Arrays.copyOf(rows, rows.length);
            for (int i = 0; i < rows.length; i++) {
                shadow[i] = zerosLike(rows[i], known);
            }
            zeros = shadow;
        } else if (zeros == null) {
            zeros = zeros(primal);
        }
        known.put(primal, zeros);
        return zeros;
    }

    private static Object zeros(Object primal) {
        if (primal instanceof double[] numbers) {
            return new double[numbers.length];
        }
        return primal instanceof float[] numbers ? new float[numbers.length] : null;
    }

    private static boolean isArrayOfArrays(Object[] rows) {
        Class<?> element = rows.getClass().getComponentType();
        return element.isArray();
    }
}
