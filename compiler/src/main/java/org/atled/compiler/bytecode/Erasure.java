package org.atled.compiler.bytecode;

import java.util.HashMap;
import java.util.Map;
import org.atled.compiler.ir.Type;

/**
 * The types that code uses in place of those that it cannot name: the closest superclass that it can, {@code Object} for
 * an interface. A reference of the type is one of that type, too, and where a subtype stood for its supertype, what they
 * are erased to do so as well.
 */
final class Erasure {
    private final Reach reach;
    private final Map<Type, Type> known = new HashMap<>();

    Erasure(Reach reach) {
        this.reach = reach;
    }

    /** The type itself, if it can be named. */
    Type of(Type type) {
        return known.computeIfAbsent(type, this::find);
    }

    private Type find(Type type) {
        Type leaf = type.leaf();
        while (!reach.canName(leaf)) {
            leaf = reach.superclass(leaf);
        }
        Type erased = leaf;
        for (int i = 0; i < type.rank(); i++) {
            erased = erased.array();
        }
        return erased;
    }

    boolean isNameable(Type type) {
        return of(type).equals(type);
    }

    /** A method descriptor of nameable types. */
    String ofMethod(String descriptor) {
        return Type.methodDescriptor(
                Type.parametersOf(descriptor).stream().map(this::of).toList(), of(Type.resultOf(descriptor)));
    }
}
