package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/**
 * A method together with which of its arguments are active in a call. Each specialization is analysed and
 * differentiated on its own, so that a helper called with data and called with parameters costs what each call needs.
 *
 * @param isStatic whether the first parameter is an argument or the receiver
 * @param active one flag per parameter, the receiver's first
 */
public record Specialization(MethodReference method, boolean isStatic, List<Boolean> active) {
    public Specialization {
        active = List.copyOf(active);
    }

    /** The same of the catching variant of the method. */
    Specialization catching() {
        return new Specialization(Caught.variant(method), isStatic, active);
    }

    public boolean hasActiveParameter() {
        return active.contains(true);
    }

    /** The types of all parameters as declared, the receiver's first. */
    public List<Type> parameters() {
        if (isStatic) {
            return method.parameters();
        }
        List<Type> types = new ArrayList<>(List.of(Type.ofClassEntry(method.owner())));
        types.addAll(method.parameters());
        return List.copyOf(types);
    }
}
