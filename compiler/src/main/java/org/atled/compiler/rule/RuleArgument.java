package org.atled.compiler.rule;

/**
 * An argument of a {@link RuleMethod}.
 *
 * @param operand index of the primal's operand, {@link Partial#RESULT} for its result
 */
public record RuleArgument(Role role, int operand) {
    /** Which value is passed. */
    public enum Role {
        /** The operand itself. */
        PRIMAL,
        /** The operand's shadow: an array of tangents or cotangents, {@code null} if inactive; a number's tangent. */
        SHADOW,
        /** The result of the primal. */
        RESULT,
        /** The shadow of a result that is an array; the cotangent of a result that is a number. */
        RESULT_SHADOW
    }
}
