package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Gives writes to fields of an object that is not {@code null} a block of their own within protected code, without
 * handlers: such a write does not throw, and what a handler finds in the field is the same wherever its block was left.
 */
final class ProtectedWrites {
    private ProtectedWrites() {}

    static void isolate(Draft draft, Value object) {
        for (DraftBlock block : List.copyOf(draft.blocks())) {
            DraftBlock rest = block.handlers.isEmpty() ? null : block;
            while (rest != null) {
                rest = isolateFirst(draft, rest, object);
            }
        }
    }

    /** Returns the block after the first write, {@code null} if there is none. */
    private static DraftBlock isolateFirst(Draft draft, DraftBlock block, Value object) {
        int at = 0;
        while (at < block.instructions.size() && !isWrite(block.instructions.get(at), object)) {
            at++;
        }
        if (at == block.instructions.size()) {
            return null;
        }
        DraftBlock rest = draft.add(draft.newBlockId(), List.of(), block.terminator);
        rest.instructions.addAll(block.instructions.subList(at + 1, block.instructions.size()));
        rest.handlers.addAll(block.handlers);
        Instruction write = block.instructions.get(at);
        DraftBlock alone = draft.add(
                draft.newBlockId(), List.of(), new Terminator.Jump(new Target(rest.id, List.of()), write.line()));
        alone.instructions.add(write);
        block.instructions = new ArrayList<>(block.instructions.subList(0, at));
        block.terminator = new Terminator.Jump(new Target(alone.id, List.of()), write.line());
        return rest;
    }

    private static boolean isWrite(Instruction instruction, Value object) {
        return instruction.op() instanceof Op.PutField
                && instruction.operands().size() == 2
                && instruction.operand(0).equals(object);
    }
}
