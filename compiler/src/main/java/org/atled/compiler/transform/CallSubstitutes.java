package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.rule.Rules;

/**
 * Replaces calls of JDK methods that call back, such as those that make streams or sort, and of methods for which a user
 * has written substitutes, by calls of methods in plain Java that do the same and can be differentiated. What a substitute makes, a stream for instance, implements the
 * interface of the JDK, so that all further calls stay what they are.
 */
public final class CallSubstitutes {
    private CallSubstitutes() {}

    public static Function apply(Function function, Rules rules) {
        Draft draft = new Draft(function);
        draft.blocks()
                .forEach(block -> redirect(block.instructions, function.name().owner(), rules));
        return draft.finish();
    }

    private static void redirect(List<Instruction> instructions, String caller, Rules rules) {
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            if (instruction.op() instanceof Op.Invoke call) {
                int at = i;
                rules.substitute(call, caller)
                        .map(substitute -> new Op.Invoke(Op.InvokeKind.STATIC, substitute, false))
                        .ifPresent(op -> instructions.set(
                                at,
                                new Instruction(instruction.result(), op, instruction.operands(), instruction.line())));
            }
        }
    }
}
