package org.atled.compiler.rule;

import java.util.List;
import java.util.Optional;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/** Where the methods that rules are for are looked up. */
public interface PrimalMethods {
    /**
     * A method that others may call, inherited ones included.
     *
     * @param owner class, interface or array type
     * @param name {@code <init>} for a constructor
     */
    Optional<Found> find(Type owner, String name, List<Type> parameters);

    /** Whether a reference of one type may be used as the other. */
    boolean isSubtype(Type type, Type supertype);

    /** A method that exists, under the name of the class it was looked for in. */
    record Found(MethodReference method, boolean isStatic) {}
}
