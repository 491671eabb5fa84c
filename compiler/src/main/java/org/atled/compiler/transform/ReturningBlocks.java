package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Terminator;

/** The blocks from which a function can still return; from the others it throws or runs on for ever. */
final class ReturningBlocks {
    private ReturningBlocks() {}

    static Set<Integer> of(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        Set<Integer> returning = new HashSet<>();
        Deque<Integer> pending = new ArrayDeque<>();
        for (Block block : flow.reversePostorder()) {
            if (block.terminator() instanceof Terminator.Return) {
                pending.add(block.id());
            }
        }
        while (!pending.isEmpty()) {
            int block = pending.pop();
            if (returning.add(block)) {
                pending.addAll(flow.allPredecessors(block));
            }
        }
        return returning;
    }
}
