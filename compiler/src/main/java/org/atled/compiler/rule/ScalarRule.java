package org.atled.compiler.rule;

import java.util.List;

/**
 * The derivative of an operation that maps numbers to one number.
 *
 * @param partials by ascending operand; an operand without one has the derivative zero. Empty: so have all of them.
 */
public record ScalarRule(List<Partial> partials) {
    /** The derivative is zero wherever it exists. */
    public static final ScalarRule ZERO = new ScalarRule(List.of());

    public ScalarRule {
        partials = List.copyOf(partials);
    }
}
