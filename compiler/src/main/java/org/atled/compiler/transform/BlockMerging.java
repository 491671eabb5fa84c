package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Terminator;

/** Appends a block to its only predecessor, when that one always goes there; drops blocks that nothing leads to. */
final class BlockMerging {
    private final Draft draft;
    private final IncomingEdges edges;

    private BlockMerging(Draft draft) {
        this.draft = draft;
        edges = new IncomingEdges(draft);
    }

    /** Returns whether anything changed. */
    static boolean merge(Draft draft) {
        BlockMerging run = new BlockMerging(draft);
        boolean changed = false;
        for (DraftBlock block : List.copyOf(draft.blocks())) {
            // The block may itself have been appended to another one.
            while (draft.block(block.id) != null && run.appendSuccessor(block)) {
                changed = true;
            }
        }
        return changed;
    }

    private boolean appendSuccessor(DraftBlock block) {
        if (!(block.terminator instanceof Terminator.Jump jump) || jump.target().block() == block.id) {
            return false;
        }
        DraftBlock next = draft.block(jump.target().block());
        List<Handler> handlers = commonHandlers(block, next);
        if (handlers == null
                || next == draft.entry()
                || !next.parameters.isEmpty()
                || edges.normal(next.id).size() != 1
                || !edges.exceptional(next.id).isEmpty()) {
            return false;
        }
        block.instructions.addAll(next.instructions);
        block.terminator = next.terminator;
        block.handlers = handlers;
        draft.remove(next.id);
        return true;
    }

    /** The handlers under which both blocks may run as one, {@code null} if there are none. */
    private static List<Handler> commonHandlers(DraftBlock block, DraftBlock next) {
        if (block.handlers.equals(next.handlers) || !next.mayThrow()) {
            return block.handlers;
        }
        // What the first block defines must stay readable in the handlers of the second.
        return block.instructions.isEmpty() ? next.handlers : null;
    }

    /** Drops what the entry does not reach; returns whether there was anything. */
    static boolean dropUnreachable(Draft draft) {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> pending = new ArrayDeque<>(List.of(draft.entry().id));
        while (!pending.isEmpty()) {
            int id = pending.pop();
            if (reached.add(id)) {
                DraftBlock block = draft.block(id);
                block.terminator.targets().forEach(target -> pending.push(target.block()));
                block.handlers.forEach(handler -> pending.push(handler.target().block()));
            }
        }
        return draft.blocks().removeIf(block -> !reached.contains(block.id));
    }

    /** Takes the handlers off blocks that cannot throw; returns whether there were any. */
    static boolean dropUselessHandlers(Draft draft) {
        boolean changed = false;
        for (DraftBlock block : draft.blocks()) {
            if (!block.handlers.isEmpty() && !block.mayThrow()) {
                block.handlers.clear();
                changed = true;
            }
        }
        return changed;
    }
}
