package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;

/**
 * Joins a block with the one it jumps to where no other edge leads there and both may have the same handlers. This
 * takes back the cuts made at assignments that no handler notices.
 */
final class Straightening {
    private final Block[] blocks;
    private final int[] incoming;
    private final Block[] result;

    private Straightening(List<Block> list) {
        int ids = 1 + list.stream().mapToInt(Block::id).max().orElse(0);
        blocks = new Block[ids];
        incoming = new int[ids];
        result = new Block[ids];
        for (Block block : list) {
            blocks[block.id()] = block;
            block.terminator().targets().forEach(target -> incoming[target.block()]++);
            block.handlers().forEach(handler -> incoming[handler.target().block()]++);
        }
    }

    /** The same function with fewer blocks, in the order of the first block of each chain. */
    static List<Block> apply(List<Block> list) {
        Straightening straightening = new Straightening(list);
        boolean[] followers = new boolean[straightening.blocks.length];
        for (Block block : list) {
            Block follower = straightening.follower(block);
            if (follower != null) {
                followers[follower.id()] = true;
            }
        }
        for (Block block : list) {
            if (!followers[block.id()]) {
                straightening.chains(block);
            }
        }
        int[] order = list.stream().mapToInt(Block::id).toArray();
        return Arrays.stream(order)
                .mapToObj(id -> straightening.result[id])
                .filter(Objects::nonNull)
                .toList();
    }

    private Block follower(Block block) {
        if (block.terminator() instanceof Terminator.Jump jump) {
            Block next = blocks[jump.target().block()];
            return incoming[next.id()] == 1 && next.parameters().isEmpty() ? next : null;
        }
        return null;
    }

    private void chains(Block first) {
        Chain chain = new Chain(first);
        for (Block next = follower(first); next != null; next = follower(next)) {
            if (!chain.add(next)) {
                result[chain.first.id()] = chain.block();
                chain = new Chain(next);
            }
        }
        result[chain.first.id()] = chain.block();
    }

    /** Blocks on their way to become one. */
    private static final class Chain {
        final Block first;
        private final List<Instruction> instructions = new ArrayList<>();
        private List<Handler> handlers = List.of();
        private Terminator terminator;
        private boolean throwing;

        Chain(Block first) {
            this.first = first;
            append(first);
        }

        boolean add(Block next) {
            // A handler may read, even without an argument, what was computed before the protected block began.
            boolean fits = !mayThrow(next) || next.handlers().equals(handlers) || !throwing && instructions.isEmpty();
            if (fits) {
                append(next);
            }
            return fits;
        }

        private void append(Block block) {
            instructions.addAll(block.instructions());
            terminator = block.terminator();
            if (mayThrow(block)) {
                handlers = block.handlers();
                throwing = true;
            }
        }

        Block block() {
            return new Block(first.id(), first.parameters(), instructions, terminator, handlers);
        }
    }

    private static boolean mayThrow(Block block) {
        return block.terminator() instanceof Terminator.Throw
                || block.instructions().stream().anyMatch(each -> mayThrow(each.op()));
    }

    private static boolean mayThrow(Op op) {
        return !op.isPure() || op instanceof Op.InstanceOf;
    }
}
