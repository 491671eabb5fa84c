package org.atled.substitutes;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which sorting puts elements, as indices: it has no derivative, moving the elements has. Sorting is stable:
 * equal elements keep their order.
 */
public final class Orders {
    private Orders() {}

    /** Indices of numbers, as {@code Arrays.sort} sorts them: −0 before 0, NaN last. */
    public static int[] of(double[] numbers) {
        return sorted(numbers.length, (i, j) -> Double.compare(numbers[i], numbers[j]));
    }

    /**
     * Indices of objects.
     *
     * @param comparator {@code null}: their natural order
     */
    @SuppressWarnings("unchecked")
    public static int[] of(Object[] objects, Comparator<?> comparator) {
        Comparator<Object> order = comparator == null
                ? (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()
                : (Comparator<Object>) comparator;
        return sorted(objects.length, (i, j) -> order.compare(objects[i], objects[j]));
    }

    private static int[] sorted(int length, Comparator<Integer> order) {
        Integer[] indices = new Integer[length];
        Arrays.setAll(indices, i -> i);
        Arrays.sort(indices, order);
        int[] sorted = new int[length];
        Arrays.setAll(sorted, i -> indices[i]);
        return sorted;
    }
}
