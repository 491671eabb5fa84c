package org.atled.runtime;

import java.util.Arrays;

/**
 * Sets aside what is in arrays that a derivative writes while its primal is still running, to be put back should the primal
 * fail. Arrays of {@code double} or {@code float} of any rank; {@code null} holds nothing. Called by derivative code; not for
 * use by hand.
 */
public final class Rollback {
    private Rollback() {}

    /** How many numbers an array of any rank holds. */
    public static int size(Object shadow) {
        if (shadow instanceof double[] numbers) {
            return numbers.length;
        }
        if (shadow instanceof float[] numbers) {
            return numbers.length;
        }
        int size = 0;
        if (shadow instanceof Object[] rows) {
            for (Object row : rows) {
                size = Math.addExact(size, size(row));
            }
        }
        return size;
    }

    /**
     * Copies the numbers into an array from {@code start} on.
     *
     * @return the array, or a longer copy if there was no room
     * @throws ArithmeticException if there are more numbers than an array can hold
     */
    public static double[] save(Object shadow, int start, double[] saved) {
        int end = Math.addExact(start, size(shadow));
        double[] room = end <= saved.length
                ? saved
                : Arrays.copyOf(saved, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8, 2L * saved.length)));
        copy(shadow, start, room, true);
        return room;
    }

    /** Copies the numbers back. */
    public static void restore(Object shadow, int start, double[] saved) {
        copy(shadow, start, saved, false);
    }

    /** Gives the index after the last number copied. */
    private static int copy(Object shadow, int start, double[] saved, boolean isSave) {
        if (shadow instanceof double[] numbers) {
            System.arraycopy(
                    isSave ? numbers : saved,
                    isSave ? 0 : start,
                    isSave ? saved : numbers,
                    isSave ? start : 0,
                    numbers.length);
            return start + numbers.length;
        }
        int at = start;
        if (shadow instanceof float[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                if (isSave) {
                    saved[at++] = numbers[i];
                } else {
                    numbers[i] = (float) saved[at++];
                }
            }
        } else if (shadow instanceof Object[] rows) {
            for (Object row : rows) {
                at = copy(row, at, saved, isSave);
            }
        }
        return at;
    }
}
