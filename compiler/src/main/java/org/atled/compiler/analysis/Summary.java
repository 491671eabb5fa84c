package org.atled.compiler.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller needs to know of a specialization.
 *
 * @param parameters index into {@code nodes} per parameter, −1 for what is no reference
 * @param result index into {@code nodes} of a reference result, else −1
 * @param resultActive whether the result depends on the active arguments
 * @param loses whether an active value goes where it cannot be followed, here or in a method called
 * @param nodes regions that the caller can see
 */
record Summary(List<Integer> parameters, int result, boolean resultActive, boolean loses, List<Node> nodes) {
    /**
     * Whether the method leaves everything active as it is, returns nothing active and loses nothing: a call of it has no part in any
     * derivative.
     */
    boolean isPassive() {
        return !resultActive && !loses && nodes.stream().noneMatch(Node::isActivelyWritten);
    }

    /**
     * Whether the caller may get objects made of lambdas. Only differentiated code makes those whose methods it knows, so
     * the method has to run in it.
     */
    boolean makesFunctions() {
        return nodes.stream().anyMatch(Node::function);
    }

    /**
     * One region.
     *
     * @param written the fields that may be assigned
     * @param activeStore where an active value is stored into it, or {@code null}
     * @param constant what constant it may be, or {@code null}
     * @param pointees indices of the regions its fields refer to, as far as they were looked at
     */
    record Node(
            boolean active,
            Set<String> written,
            boolean leaked,
            Site activeStore,
            boolean boxed,
            boolean text,
            boolean function,
            String constant,
            Map<String, Integer> pointees) {
        private boolean isActivelyWritten() {
            return active && (leaked || written.stream().anyMatch(field -> !Region.isInteger(field)));
        }
    }
}
