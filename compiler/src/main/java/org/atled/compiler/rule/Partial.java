package org.atled.compiler.rule;

import java.util.List;
import org.atled.compiler.ir.MethodReference;

/**
 * A partial derivative, by the static method that computes it.
 *
 * @param operand index of the operand this is the derivative by
 * @param method returns the type of the operation's result, which may differ from the operand's (a conversion)
 * @param arguments what to call it with: indexes of operands, or {@link #RESULT}
 * @param singular whether the partial can be infinite or not a number, so that it is to be applied by {@code
 *     org.atled.rules.StrongZero.product(partial, seed)} instead of a multiplication
 */
public record Partial(int operand, MethodReference method, List<Integer> arguments, boolean singular) {
    /** Stands for the value of the operation among the {@link #arguments()}. */
    public static final int RESULT = -1;

    public Partial {
        arguments = List.copyOf(arguments);
    }
}
