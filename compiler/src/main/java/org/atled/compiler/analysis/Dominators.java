package org.atled.compiler.analysis;

import java.util.stream.IntStream;
import org.atled.compiler.graph.Dominance;
import org.atled.compiler.ir.Block;

/**
 * The dominator tree of a function, over normal and exceptional edges. An exceptional edge leaves a block at its
 * beginning, where none of its instructions has run: each block is therefore two points, before and after its
 * instructions. Immutable; every question is answered in constant time.
 */
public final class Dominators {
    private final ControlFlow flow;
    /** Over points: 2p is before the instructions of the block at position p, 2p + 1 after them. */
    private final Dominance points;

    private Dominators(ControlFlow flow) {
        this.flow = flow;
        int[][] successors = new int[2 * flow.reversePostorder().size()][];
        for (Block block : flow.reversePostorder()) {
            int before = before(block.id());
            successors[before] = IntStream.concat(
                            IntStream.of(before + 1),
                            flow.exceptionalSuccessors(block.id()).stream().mapToInt(this::before))
                    .toArray();
            successors[before + 1] =
                    flow.successors(block.id()).stream().mapToInt(this::before).toArray();
        }
        points = new Dominance(successors);
    }

    public static Dominators of(ControlFlow flow) {
        return new Dominators(flow);
    }

    /** The block nearest to this one that is on every path to it, {@code null} for the entry. */
    public Block immediateDominator(int block) {
        int before = before(block);
        return before == 0 ? null : flow.reversePostorder().get(points.parent(before) / 2);
    }

    /** Whether every path to block {@code b} enters block {@code a}. A block dominates itself. */
    public boolean dominates(int a, int b) {
        return points.dominates(before(a), before(b));
    }

    /** Whether every path to block {@code b} has run block {@code a} to its end. A block does not do so to itself. */
    public boolean completesBefore(int a, int b) {
        return points.dominates(before(a) + 1, before(b));
    }

    private int before(int block) {
        int position = flow.position(block);
        if (position < 0) {
            throw new IllegalArgumentException("Block " + block + " is unreachable in "
                    + flow.function().name() + "; remove unreachable blocks first");
        }
        return 2 * position;
    }
}
