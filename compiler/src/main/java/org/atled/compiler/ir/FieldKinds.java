package org.atled.compiler.ir;

/** What may be taken for granted of instance fields, of which code shows only the names. */
@FunctionalInterface
public interface FieldKinds {
    /** Nothing is known. */
    FieldKinds NONE = field -> Kind.VOLATILE;

    /** How a field can change. */
    enum Kind {
        /** By other threads at any time, or nobody knows; an access orders those of everything else. */
        VOLATILE,
        /** By code that this thread runs, as far as it can tell. */
        PLAIN,
        /** Only in the constructor. */
        FINAL
    }

    Kind of(FieldReference field);
}
