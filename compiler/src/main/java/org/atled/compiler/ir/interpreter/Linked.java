package org.atled.compiler.ir.interpreter;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.atled.compiler.ir.Type;

/** Compiled code to call with values as on the operand stack. Whatever it throws is thrown as itself. */
final class Linked {
    private final MethodHandle spread;
    private final List<Type> parameters;
    private final Type result;

    /** {@code parameters} and {@code result} are the declared types, of a receiver that of any reference. */
    Linked(MethodHandle handle, List<Type> parameters, Type result) {
        this.spread = handle.asType(handle.type().generic()).asSpreader(Object[].class, parameters.size());
        this.parameters = parameters;
        this.result = result;
    }

    Object call(List<Object> operands) throws Throwable {
        Object[] arguments = new Object[operands.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Representation.toDeclared(operands.get(i), parameters.get(i));
        }
        return Representation.toStack((Object) spread.invokeExact(arguments), result);
    }
}
