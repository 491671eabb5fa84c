package org.atled.compiler.analysis;

import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;

/** Names of classes, methods and fields as a message gives them: as in the source, without package and types. */
public final class Naming {
    private Naming() {}

    /** {@code Rates.log}, or {@code new Rates} for a constructor. */
    public static String of(MethodReference method) {
        return method.name().equals("<init>")
                ? "new " + ofClass(method.owner())
                : ofClass(method.owner()) + "." + Caught.original(method).name();
    }

    /** {@code Rates.history}. */
    public static String of(FieldReference field) {
        return ofClass(field.owner()) + "." + field.name();
    }

    /** {@code Point} for {@code demo/Model$Point}. */
    public static String ofClass(String internalName) {
        String name = internalName.substring(internalName.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('$', name.length() - 2) + 1);
    }
}
