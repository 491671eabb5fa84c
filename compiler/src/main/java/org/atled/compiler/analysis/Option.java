package org.atled.compiler.analysis;

import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Terminator;

/** Whether code calls a method only on some of the ways through it. */
final class Option {
    private Option() {}

    /** Whether the function can return without a call of this callee. */
    static boolean isOne(ControlFlow flow, ActivityFacts facts, Specialization callee) {
        Dominators dominators = Dominators.of(flow);
        for (Block end : flow.reversePostorder()) {
            if (end.terminator() instanceof Terminator.Return) {
                for (Block block : flow.reversePostorder()) {
                    boolean calls = block.instructions().stream().anyMatch(each -> isCall(each, facts, callee));
                    if (calls && dominators.dominates(block.id(), end.id())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isCall(Instruction instruction, ActivityFacts facts, Specialization callee) {
        return facts.treatments.get(instruction) instanceof Treatment.Differentiated call
                && call.callee().equals(callee);
    }
}
