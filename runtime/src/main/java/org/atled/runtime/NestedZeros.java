package org.atled.runtime;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Shadows of the shadows that one derivative makes, where that derivative is itself differentiated: what {@link Zeros} is for primals.
 * Derivative code has been told that what is made by different calls has nothing in common but, perhaps, the whole. Not for use by hand;
 * not thread-safe.
 */
public final class NestedZeros {
    private final Map<Object, Object> wholes = new IdentityHashMap<>();
    private final Map<Object, Object> parts = new IdentityHashMap<>();

    /**
     * The shadow of a shadow, all zero.
     *
     * @throws UnsupportedOperationException if it has a part in common with another one
     */
    public Object of(Object shadow) {
        Object known = wholes.get(shadow);
        if (shadow == null || known != null) {
            return known;
        }
        Zeros zeros = new Zeros();
        Object fresh = zeros.of(shadow);
        wholes.put(shadow, fresh);
        zeros.forEach((part, own) -> {
            if (parts.put(part, own) != null) {
                throw new UnsupportedOperationException(
                        "two arguments of a derivative that is differentiated again share an array or object. Pass a copy"
                                + " of it for one of them.");
            }
        });
        return fresh;
    }
}
