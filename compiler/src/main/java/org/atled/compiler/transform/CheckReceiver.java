package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes a method of an object fail on {@code null} before it does anything, as a call of it does: derivatives of it are
 * static methods, which {@code null} can be passed to.
 */
public final class CheckReceiver {
    private CheckReceiver() {}

    public static Function apply(Function function) {
        boolean isNeverNull = function.isStatic() || function.name().name().equals("<init>");
        if (isNeverNull || looksFirst(function)) {
            return function;
        }
        Draft draft = new Draft(function);
        DraftBlock entry = draft.entry();
        entry.instructions.add(
                0, of(draft, function.parameters().get(0), function.entry().line()));
        return draft.finish();
    }

    /** An instruction that throws if a reference is {@code null}. */
    static Instruction of(Draft draft, Value receiver, int line) {
        Op check = new Op.Invoke(Op.InvokeKind.STATIC, IsolateThrowing.REQUIRE_NON_NULL, false);
        return new Instruction(draft.newValue(Type.OBJECT), check, List.of(receiver), line);
    }

    /** Whether a body begins with an access of a field, or a call, of its receiver. */
    static boolean looksFirst(Function body) {
        Value self = body.parameters().get(0);
        for (Instruction instruction : body.entry().instructions()) {
            if (looksInto(instruction, self)) {
                return true;
            }
            if (!instruction.op().isPure()) {
                return false;
            }
        }
        return false;
    }

    static boolean looksInto(Instruction instruction, Value reference) {
        Op op = instruction.op();
        boolean isAccess = op instanceof Op.GetField get && !get.isStatic()
                || op instanceof Op.PutField put && !put.isStatic()
                || op instanceof Op.Invoke invoke && invoke.kind() != Op.InvokeKind.STATIC;
        return isAccess && instruction.operand(0).equals(reference);
    }
}
