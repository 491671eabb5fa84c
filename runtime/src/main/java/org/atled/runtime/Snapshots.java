package org.atled.runtime;

import java.lang.reflect.Array;

/**
 * Copies of arrays that the pullback of a user's rule reads: by the time it runs, the program may have written others
 * there. Called by derivative code; not for use by hand.
 */
public final class Snapshots {
    private Snapshots() {}

    /**
     * A copy of an array, of the arrays in it, and so on; anything else as it is. Null stays null.
     *
     * @param value of any type
     */
    public static Object of(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        if (value instanceof Object[] elements) {
            for (int i = 0; i < length; i++) {
                ((Object[]) copy)[i] = of(elements[i]);
            }
        } else {
            System.arraycopy(value, 0, copy, 0, length);
        }
        return copy;
    }
}
