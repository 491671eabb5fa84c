package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Prepares a draft for being split into methods: no block is long, the entry and the blocks that return do nothing else, and
 * each protected block has landings of its own for exceptions, which take nothing but the exception.
 */
final class CutBlocks {
    private final Draft draft;
    private final CodeEstimate estimate;
    private final int longest;

    private CutBlocks(Draft draft, int longest) {
        this.draft = draft;
        this.longest = longest;
        this.estimate = new CodeEstimate(draft);
    }

    /**
     * @param longest about how many bytes a block may take
     */
    static void apply(Draft draft, int longest) {
        CutBlocks run = new CutBlocks(draft, longest);
        for (DraftBlock block : List.copyOf(draft.blocks())) {
            run.cut(block);
        }
        List.copyOf(draft.blocks()).forEach(block -> DivideSwitch.apply(draft, block));
        draft.entry().handlers.clear();
        List.copyOf(draft.blocks()).forEach(run::landApart);
    }

    /** Leaves the first instructions in the block, and makes blocks of the others. */
    private void cut(DraftBlock block) {
        List<Instruction> instructions = block.instructions;
        Terminator end = block.terminator;
        Set<Value> unfinished = new HashSet<>();
        DraftBlock current = block;
        current.instructions = new ArrayList<>();
        int bytes = block == draft.entry() ? longest : 0;
        for (Instruction instruction : instructions) {
            if (bytes >= longest && unfinished.isEmpty()) {
                current = follow(current, end);
                bytes = 0;
            }
            current.instructions.add(instruction);
            bytes += estimate.of(instruction);
            note(instruction, unfinished);
        }
        boolean isApart = current.instructions.isEmpty() && current != draft.entry();
        if ((end instanceof Terminator.Return || current == draft.entry()) && !isApart) {
            follow(current, end);
        }
    }

    private DraftBlock follow(DraftBlock block, Terminator end) {
        DraftBlock next = draft.add(draft.newBlockId(), List.of(), end);
        next.handlers = new ArrayList<>(block.handlers);
        block.terminator = new Terminator.Jump(new Target(next.id, List.of()), end.line());
        return next;
    }

    /** An object whose constructor has not run cannot be passed on. */
    private static void note(Instruction instruction, Set<Value> unfinished) {
        if (instruction.op() instanceof Op.New) {
            unfinished.add(instruction.result());
        } else if (instruction.op() instanceof Op.Invoke invoke
                && invoke.method().name().equals("<init>")) {
            unfinished.remove(instruction.operand(0));
        }
    }

    private void landApart(DraftBlock block) {
        block.handlers.replaceAll(handler -> {
            DraftBlock to = draft.block(handler.target().block());
            Value exception = draft.newValue(to.parameters.get(0).type());
            List<Value> arguments = new ArrayList<>(List.of(exception));
            arguments.addAll(handler.target().arguments());
            DraftBlock landing = draft.add(
                    draft.newBlockId(),
                    List.of(exception),
                    new Terminator.Jump(new Target(to.id, arguments), to.line()));
            return new Handler(handler.catchType(), new Target(landing.id, List.of()));
        });
    }
}
