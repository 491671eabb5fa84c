package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Value;

/**
 * The dominator tree of a function, over normal and exceptional edges. An exceptional edge leaves a block at its
 * beginning, where none of its instructions has run: each block is therefore two points, before and after its
 * instructions, and a value that an instruction defines is available only where the second point dominates.
 * Immutable; every question is answered in constant time.
 *
 * <p>Source: K. Cooper, T. Harvey, K. Kennedy, <i>A Simple, Fast Dominance Algorithm</i>, 2001; tree numbering.
 */
public final class Dominators {
    private final ControlFlow flow;
    /** Immediate dominator of point 2p (before) and 2p + 1 (after) of the block at position p. */
    private final int[] immediate;

    private final int[] preorder;
    private final int[] lastDescendant;

    private Dominators(ControlFlow flow) {
        this.flow = flow;
        int points = 2 * flow.reversePostorder().size();
        immediate = new int[points];
        preorder = new int[points];
        lastDescendant = new int[points];
        solve();
        number();
    }

    public static Dominators of(ControlFlow flow) {
        return new Dominators(flow);
    }

    private void solve() {
        Arrays.fill(immediate, -1);
        immediate[0] = 0;
        List<int[]> predecessors = new ArrayList<>();
        flow.reversePostorder().forEach(block -> predecessors.add(predecessorPoints(block.id())));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int p = 0; p < predecessors.size(); p++) {
                int dominator = p == 0 ? 0 : commonDominator(predecessors.get(p));
                changed |= immediate[2 * p] != dominator;
                immediate[2 * p] = dominator;
                immediate[2 * p + 1] = 2 * p;
            }
        }
    }

    private int[] predecessorPoints(int block) {
        List<Integer> points = new ArrayList<>();
        flow.predecessors(block).forEach(from -> points.add(2 * flow.position(from) + 1));
        flow.exceptionalPredecessors(block).forEach(from -> points.add(2 * flow.position(from)));
        return points.stream().mapToInt(Integer::intValue).toArray();
    }

    private int commonDominator(int[] points) {
        int common = -1;
        for (int point : points) {
            if (immediate[point] >= 0) {
                common = common < 0 ? point : meet(common, point);
            }
        }
        return common;
    }

    private int meet(int a, int b) {
        while (a != b) {
            if (a > b) {
                a = immediate[a];
            } else {
                b = immediate[b];
            }
        }
        return a;
    }

    /** Numbers the tree in preorder, so that the descendants of a point are one range. */
    private void number() {
        int[] size = new int[immediate.length];
        for (int point = immediate.length - 1; point > 0; point--) {
            size[point]++;
            size[immediate[point]] += size[point];
        }
        int[] next = new int[immediate.length];
        next[0] = 1;
        lastDescendant[0] = immediate.length - 1;
        // A dominator comes before what it dominates in reverse postorder.
        for (int point = 1; point < immediate.length; point++) {
            int parent = immediate[point];
            preorder[point] = next[parent];
            next[parent] += size[point];
            next[point] = preorder[point] + 1;
            lastDescendant[point] = preorder[point] + size[point] - 1;
        }
    }

    /** The block nearest to this one that is on every path to it, {@code null} for the entry. */
    public Block immediateDominator(int block) {
        int position = position(block);
        return position == 0 ? null : flow.reversePostorder().get(immediate[2 * position] / 2);
    }

    /** Whether every path to block {@code b} enters block {@code a}. A block dominates itself. */
    public boolean dominates(int a, int b) {
        return covers(2 * position(a), 2 * position(b));
    }

    /** Whether every path to block {@code b} has run block {@code a} to its end. A block does not do so to itself. */
    public boolean completesBefore(int a, int b) {
        return covers(2 * position(a) + 1, 2 * position(b));
    }

    /** Whether a block may read this value before its first instruction, and pass it to its handlers. */
    public boolean isAvailable(Value value, int block) {
        Block definition = flow.definition(value);
        if (definition == null) {
            return false;
        }
        return definition.parameters().contains(value)
                ? dominates(definition.id(), block)
                : completesBefore(definition.id(), block);
    }

    private boolean covers(int a, int b) {
        return preorder[a] <= preorder[b] && preorder[b] <= lastDescendant[a];
    }

    private int position(int block) {
        int position = flow.position(block);
        if (position < 0) {
            throw new IllegalArgumentException("Block " + block + " is unreachable in "
                    + flow.function().name() + "; remove unreachable blocks first");
        }
        return position;
    }
}
