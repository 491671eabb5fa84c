package org.atled.compiler.transform;

import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** A place where instructions are written one after the other. */
interface InstructionAppender {
    /** Appends an instruction; gives its result, or {@code null} if the type is {@code void}. */
    Value append(Op op, Type type, int line, Value... operands);

    /** Appends an instruction with a result. */
    default Value emit(Type type, Op op, int line, Value... operands) {
        return append(op, type, line, operands);
    }

    /** Appends an instruction without a result. */
    default void run(Op op, int line, Value... operands) {
        append(op, Type.VOID, line, operands);
    }

    default Value literal(Constant constant, int line) {
        return emit(constant.type(), new Op.Literal(constant), line);
    }

    default Value arithmetic(Operator operator, int line, Value... operands) {
        return emit(operator.result(), new Op.Arithmetic(operator), line, operands);
    }

    /** Calls a static method; gives its result, or {@code null} if it is {@code void}. */
    default Value call(MethodReference method, int line, Value... arguments) {
        Op op = new Op.Invoke(Op.InvokeKind.STATIC, method, false);
        return append(op, method.result().onStack(), line, arguments);
    }
}
