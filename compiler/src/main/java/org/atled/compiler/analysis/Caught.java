package org.atled.compiler.analysis;

import org.atled.compiler.ir.MethodReference;

/**
 * Names of catching variants of methods: a variant does what its method does, but where that throws an exception, it
 * leaves the exception in {@code org.atled.runtime.Thrown} and returns zero or {@code null}. Only derivatives of
 * variants exist as code.
 */
public final class Caught {
    /** Leaves an exception for the caller of a variant. */
    public static final MethodReference PUT =
            new MethodReference("org/atled/runtime/Thrown", "put", "(Ljava/lang/Throwable;)V");

    private static final String SUFFIX = "$caught";

    private Caught() {}

    /** The catching variant of a method. */
    public static MethodReference variant(MethodReference method) {
        return new MethodReference(method.owner(), method.name() + SUFFIX, method.descriptor());
    }

    public static boolean isVariant(MethodReference method) {
        return method.name().endsWith(SUFFIX);
    }

    /** The method of which this is a variant, or the method itself. */
    public static MethodReference original(MethodReference method) {
        return isVariant(method)
                ? new MethodReference(
                        method.owner(),
                        method.name().substring(0, method.name().length() - SUFFIX.length()),
                        method.descriptor())
                : method;
    }
}
