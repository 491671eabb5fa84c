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

    /** A new object whose shadow is made empty beside it, to be filled by what follows. */
    record Created() implements Treatment {}

    /** A call that neither changes nor returns anything active: it runs in the primal part as it stands. */
    record Passive(Specialization callee) implements Treatment {}

    /**
     * A call of a method that is itself differentiated.
     *
     * @param returnsShadow whether its derivative gives the shadow of an array it returns; not if nothing active is in
     *     that array yet, as in one just made for the caller to fill
     */
    record Differentiated(Specialization callee, boolean returnsShadow) implements Treatment {}
}
