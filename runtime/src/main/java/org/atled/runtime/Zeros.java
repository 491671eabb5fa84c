package org.atled.runtime;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * New arrays of the shape of others, all zero, which mirror aliasing: wherever the same array stands in the originals,
 * the same new array stands in the copies. Null stays null. For arrays of any rank of {@code double} or {@code float}.
 * Not for use by hand; not thread-safe.
 */
public final class Zeros {
    private final Map<Object, Object> zeros = new IdentityHashMap<>();

    /**
     * Zeros of the shape of one argument.
     *
     * @throws IllegalArgumentException if it is null, naming it
     */
    @SuppressWarnings("unchecked") // made by the class of the array itself
    public <A> A like(String name, A array) {
        Arguments.requireNonNull(name, array);
        return (A) mirror(array);
    }

    private Object mirror(Object array) {
        if (array == null) {
            return null;
        }
        Object known = zeros.get(array);
        if (known != null) {
            return known;
        }
        Object fresh = Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
        zeros.put(array, fresh);
        if (array instanceof Object[] rows) {
            Object[] mirrored = (Object[]) fresh;
            for (int i = 0; i < rows.length; i++) {
                mirrored[i] = mirror(rows[i]);
            }
        }
        return fresh;
    }
}
