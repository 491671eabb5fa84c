package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Adds one to what {@code DerivativeOrder.here()} says in code that is about to be differentiated. The call stays, for the next time. */
public final class CountDerivatives {
    private static final MethodReference HERE = new MethodReference("org/atled/runtime/DerivativeOrder", "here", "()I");

    private CountDerivatives() {}

    public static Function apply(Function function) {
        Draft draft = new Draft(function);
        draft.blocks().forEach(block -> count(block.instructions, draft));
        return draft.finish();
    }

    private static void count(List<Instruction> instructions, Draft draft) {
        for (int i = 0; i < instructions.size(); i++) {
            Instruction call = instructions.get(i);
            if (call.op() instanceof Op.Invoke invoke && invoke.method().equals(HERE) && call.result() != null) {
                Value before = draft.newValue(Type.INT);
                Value one = draft.newValue(Type.INT);
                instructions.set(i, new Instruction(before, call.op(), call.operands(), call.line()));
                instructions.add(
                        i + 1, new Instruction(one, new Op.Literal(new Constant.OfInt(1)), List.of(), call.line()));
                instructions.add(
                        i + 2,
                        new Instruction(
                                call.result(), new Op.Arithmetic(Operator.IADD), List.of(before, one), call.line()));
                i += 2;
            }
        }
    }
}
