package org.atled.compiler.analysis;

import java.util.List;

/**
 * What a caller needs to know of a specialization.
 *
 * @param parameters index into {@code nodes} per parameter, −1 for what is no reference
 * @param result index into {@code nodes} of a reference result, else −1
 * @param resultActive whether the result depends on the active arguments
 * @param nodes regions that the caller can see
 */
record Summary(List<Integer> parameters, int result, boolean resultActive, List<Node> nodes) {
    /**
     * One region.
     *
     * @param activeStore where an active value is stored into it, or {@code null}
     * @param constant what constant it may be, or {@code null}
     * @param pointee index of the region it refers to, −1 if none was looked at
     */
    record Node(
            boolean active,
            boolean written,
            boolean leaked,
            Site activeStore,
            boolean boxed,
            boolean text,
            String constant,
            int pointee) {}
}
