package org.atled.compiler.rule;

import java.util.Set;
import org.atled.compiler.ir.MethodReference;

/** The JDK's functions of numbers. */
public final class MathMethods {
    private static final Set<String> OWNERS = Set.of("java/lang/Math", "java/lang/StrictMath");

    private MathMethods() {}

    /** Whether a class has such functions, by internal name. */
    public static boolean isOwner(String name) {
        return OWNERS.contains(name);
    }

    /** Whether a method is one, with a result of type {@code float} or {@code double}. */
    public static boolean contains(MethodReference method) {
        return isOwner(method.owner()) && method.result().isFloating();
    }
}
