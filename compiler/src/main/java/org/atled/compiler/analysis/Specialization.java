package org.atled.compiler.analysis;

import java.util.List;
import org.atled.compiler.ir.MethodReference;

/**
 * A method together with which of its arguments are active in a call. Each specialization is analysed and
 * differentiated on its own, so that a helper called with data and called with parameters costs what each call needs.
 *
 * @param active one flag per parameter
 */
public record Specialization(MethodReference method, List<Boolean> active) {
    public Specialization {
        active = List.copyOf(active);
    }

    /** The same of the catching variant of the method. */
    Specialization catching() {
        return new Specialization(Caught.variant(method), active);
    }

    public boolean hasActiveParameter() {
        return active.contains(true);
    }
}
