package org.atled.compiler.rule;

/**
 * Two references that may be to one object after a call: what a primal stores, loads or hands on.
 *
 * @param one never a reference that the other one, too, names
 */
public record Alias(Place one, Place other) {
    /**
     * Where a reference stands.
     *
     * @param operand index of the primal's operand, {@link Partial#RESULT} for its result
     * @param isElement whether the elements of that array or container are meant
     */
    public record Place(int operand, boolean isElement) {}
}
