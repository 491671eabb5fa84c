package org.atled.compiler.analysis;

import java.util.Optional;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.rule.Rules;

/** Where analyses and transforms get the functions that primal methods were lifted to. */
public interface Primals {
    /** What is known about the derivatives of methods without looking into them. */
    Rules rules();

    /**
     * The method's function, prepared for differentiation: always the same one for the same method.
     *
     * @return empty if the method has no code to differentiate; {@link #absence} says why
     */
    Optional<Function> find(MethodReference method);

    /** Why there is no code of a method that {@link #find} does not find. */
    Absence absence(MethodReference method);

    /** The name of a parameter as the class file gives it, or {@code "number 2"}. */
    String parameterName(MethodReference method, int index);

    /** Whether the method is declared {@code synchronized}, which its code does not show. */
    boolean isSynchronized(MethodReference method);

    /** The line of the first statement of a method, 0 if unknown. */
    int line(MethodReference method);

    /** Whether a class is an exception or error. */
    boolean isThrowable(String internalName);
}
