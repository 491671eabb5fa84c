package org.atled.compiler.transform;

import java.util.List;
import java.util.Optional;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.ir.MethodReference;

/** Names the derivative methods of callees; asking for one makes sure that it is built. */
public interface Derivatives {
    /** Forward mode along some directions at a time: see {@link Signatures#forward}. */
    MethodReference forward(Specialization callee, int directions);

    /** Power series: see {@link Signatures#taylor}. */
    MethodReference taylor(Specialization callee);

    /**
     * The primal part of reverse mode, see {@link Signatures#augmented}.
     *
     * @param stable per parameter, whether the array passed keeps its elements until the pullback
     */
    MethodReference augmented(Specialization callee, List<Boolean> stable);

    /** The same without a pullback that could need anything, see {@link ReverseMode#shadowed}. */
    MethodReference shadowed(Specialization callee);

    /** These with {@link #shadowed} in place of {@link #augmented}. */
    default Derivatives keepingNothing() {
        return new KeepingNothing(this);
    }

    /** The pullback for {@link #augmented} with the same arguments, see {@link Signatures#pullback}. */
    MethodReference pullback(Specialization callee, List<Boolean> stable);

    /**
     * Primal and pullback in one, for a call whose result's cotangent is known before the call, see
     * {@link ImmediateMode}; empty if the callee cannot be reversed as it runs.
     */
    Optional<MethodReference> immediate(Specialization callee);
}
