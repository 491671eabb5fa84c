package org.atled.compiler.analysis;

import org.atled.compiler.rule.ScalarRule;
import org.atled.compiler.rule.StructuralRule;

/** What differentiation does with an instruction. */
public sealed interface Treatment {
    /** No derivative: the instruction runs in the primal part as it stands. */
    record Untouched() implements Treatment {}

    /** A function of numbers with known partials. */
    record Scalar(ScalarRule rule) implements Treatment {}

    /** A library call on arrays with a pushforward and a pullback of its own. */
    record Structural(StructuralRule rule) implements Treatment {}

    /** A call of a method that is itself differentiated. */
    record Differentiated(Specialization callee) implements Treatment {}
}
