package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** Which blocks control gets to after a value was defined. */
final class DefinedPaths {
    /** No block. */
    static final int NONE = -1;

    private final Draft draft;
    private final Map<Integer, int[]> successors = new HashMap<>();
    private final Map<Value, Integer> home = new HashMap<>();

    DefinedPaths(Draft draft) {
        this.draft = draft;
        for (DraftBlock block : draft.blocks()) {
            successors.put(block.id, block.successors().toArray());
            block.parameters.forEach(value -> home.put(value, block.id));
            block.instructions.stream()
                    .filter(each -> each.result() != null)
                    .forEach(each -> home.put(each.result(), block.id));
        }
    }

    /** The block in which a value is defined. */
    int home(Value value) {
        return home.get(value);
    }

    /** The blocks whose end is reached after a value was defined, on paths around a block. */
    BitSet after(Value value, int avoided) {
        DraftBlock first = draft.block(home(value));
        BitSet reached = new BitSet();
        reached.set(first.id);
        Deque<Integer> open = new ArrayDeque<>();
        first.terminator.targets().forEach(target -> open.push(target.block()));
        if (mayThrowAfter(first, value)) {
            first.handlers.forEach(handler -> open.push(handler.target().block()));
        }
        while (!open.isEmpty()) {
            int block = open.pop();
            if (block != avoided && !reached.get(block)) {
                reached.set(block);
                for (int next : successors.get(block)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private static boolean mayThrowAfter(DraftBlock block, Value value) {
        boolean isDefined = block.parameters.contains(value);
        for (Instruction instruction : block.instructions) {
            if (isDefined && !instruction.op().isPure()) {
                return true;
            }
            isDefined |= value.equals(instruction.result());
        }
        return block.terminator instanceof Terminator.Throw;
    }
}
