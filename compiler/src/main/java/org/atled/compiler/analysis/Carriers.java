package org.atled.compiler.analysis;

import java.util.Set;
import org.atled.compiler.ir.Type;

/** Which types can lead to numbers with derivatives. */
public final class Carriers {
    private static final Set<String> ANY_ARRAY =
            Set.of("Ljava/lang/Object;", "Ljava/lang/Cloneable;", "Ljava/io/Serializable;");

    private Carriers() {}

    /** Whether a reference of this type may be an array of {@code double} or {@code float}, of any rank. */
    public static boolean mayHoldNumbers(Type type) {
        return type.leaf().isFloating() || ANY_ARRAY.contains(type.leaf().descriptor());
    }

    /** Whether a reference of this type may be an array whose elements are references. */
    static boolean mayHoldReferences(Type type) {
        return type.rank() > 1
                || type.rank() == 1 && type.leaf().isReference()
                || ANY_ARRAY.contains(type.descriptor());
    }
}
