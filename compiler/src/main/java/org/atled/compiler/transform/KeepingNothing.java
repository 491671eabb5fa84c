package org.atled.compiler.transform;

import java.util.List;
import java.util.Optional;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.ir.MethodReference;

/** The derivatives of callees where nothing will be pulled back. */
record KeepingNothing(Derivatives all) implements Derivatives {
    @Override
    public MethodReference forward(Specialization callee, int directions) {
        return all.forward(callee, directions);
    }

    @Override
    public MethodReference taylor(Specialization callee) {
        return all.taylor(callee);
    }

    @Override
    public MethodReference augmented(Specialization callee, List<Boolean> stable) {
        return all.shadowed(callee);
    }

    @Override
    public MethodReference shadowed(Specialization callee) {
        return all.shadowed(callee);
    }

    @Override
    public MethodReference pullback(Specialization callee, List<Boolean> stable) {
        throw new IllegalStateException("nothing is pulled back, but " + callee.method() + " is to be");
    }

    @Override
    public Optional<MethodReference> immediate(Specialization callee) {
        return Optional.empty();
    }
}
