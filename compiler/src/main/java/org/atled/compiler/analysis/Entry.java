package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/**
 * Stands for an annotated method that classes override: a static method, of no class file, that does nothing but call it on
 * its first parameter. So the class of the object decides whose derivative is taken, as it decides which method runs.
 */
public final class Entry {
    private static final String SUFFIX = "$entry";

    private Entry() {}

    /** The entry of an instance method. */
    public static MethodReference of(MethodReference method) {
        List<Type> parameters = new ArrayList<>(List.of(Type.object(method.owner())));
        parameters.addAll(method.parameters());
        return new MethodReference(
                method.owner(), method.name() + SUFFIX, Type.methodDescriptor(parameters, method.result()));
    }

    /** Whether this is what {@link #of} gives. */
    public static boolean isOne(MethodReference method) {
        return method.name().endsWith(SUFFIX);
    }

    /** The method that an entry calls; any other method is its own. */
    public static MethodReference method(MethodReference entry) {
        if (!isOne(entry)) {
            return entry;
        }
        List<Type> parameters = entry.parameters();
        return new MethodReference(
                entry.owner(),
                entry.name().substring(0, entry.name().length() - SUFFIX.length()),
                Type.methodDescriptor(parameters.subList(1, parameters.size()), entry.result()));
    }
}
