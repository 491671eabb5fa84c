package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Block;

/**
 * The natural loops of a function and how they nest. All loops have different headers, and two loops are either
 * disjoint or one is inside the other. Both kinds of edges count. Immutable.
 */
public final class LoopTree {
    private final ControlFlow flow;
    private final List<Loop> loops = new ArrayList<>();
    private final Map<Integer, Loop> innermost = new HashMap<>();

    private LoopTree(ControlFlow flow, Dominators dominators) {
        this.flow = flow;
        for (Block block : flow.reversePostorder()) {
            List<Integer> latches = latches(block, dominators);
            if (!latches.isEmpty()) {
                // Headers come outermost first, so what the header is in so far is the loop around this one.
                Set<Integer> blocks = body(block.id(), latches);
                Loop loop = new Loop(block.id(), blocks, latches, exits(blocks), innermost.get(block.id()));
                loops.add(loop);
                blocks.forEach(id -> innermost.put(id, loop));
            }
        }
    }

    /** @throws IrreducibleException if a cycle has no single header */
    public static LoopTree of(ControlFlow flow, Dominators dominators) {
        return new LoopTree(flow, dominators);
    }

    /** @throws IrreducibleException if a cycle has no single header */
    public static LoopTree of(ControlFlow flow) {
        return of(flow, Dominators.of(flow));
    }

    /** Blocks that lead back to this one; a function is reducible if each retreating edge leads to a dominator. */
    private List<Integer> latches(Block block, Dominators dominators) {
        List<Integer> latches = new ArrayList<>();
        for (int from : flow.allPredecessors(block.id())) {
            if (flow.position(from) >= flow.position(block.id())) {
                if (!dominators.dominates(block.id(), from)) {
                    throw new IrreducibleException(flow.function(), block.id(), block.line());
                }
                latches.add(from);
            }
        }
        return latches;
    }

    private Set<Integer> body(int header, List<Integer> latches) {
        Set<Integer> found = new LinkedHashSet<>(Set.of(header));
        Deque<Integer> pending = new ArrayDeque<>(latches);
        while (!pending.isEmpty()) {
            int block = pending.pop();
            if (found.add(block)) {
                pending.addAll(flow.allPredecessors(block));
            }
        }
        List<Integer> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> Integer.compare(flow.position(a), flow.position(b)));
        return new LinkedHashSet<>(sorted);
    }

    private List<Loop.Exit> exits(Set<Integer> blocks) {
        List<Loop.Exit> exits = new ArrayList<>();
        for (int from : blocks) {
            addExits(exits, blocks, from, flow.successors(from), false);
            addExits(exits, blocks, from, flow.exceptionalSuccessors(from), true);
        }
        return exits;
    }

    private static void addExits(
            List<Loop.Exit> exits, Set<Integer> blocks, int from, List<Integer> successors, boolean isExceptional) {
        for (int to : successors) {
            if (!blocks.contains(to)) {
                exits.add(new Loop.Exit(from, to, isExceptional));
            }
        }
    }

    /** All loops, each after the loops around it. */
    public List<Loop> loops() {
        return List.copyOf(loops);
    }

    /** The smallest loop with this block, {@code null} if it is in none. */
    public Loop innermost(int block) {
        return innermost.get(block);
    }
}
