package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.atled.compiler.ir.Block;

/**
 * Where dominance ends: the blocks that an edge leads to from a block's dominion, but that the block does not strictly
 * dominate. A value redefined as a parameter of a block needs parameters there. Immutable.
 *
 * <p>Source: R. Cytron et al., <i>Efficiently Computing Static Single Assignment Form and the Control Dependence
 * Graph</i>, 1991.
 */
public final class DominanceFrontiers {
    private final Map<Integer, Set<Integer>> frontiers = new HashMap<>();

    private DominanceFrontiers(ControlFlow flow, Dominators dominators) {
        for (Block block : flow.reversePostorder()) {
            List<Integer> predecessors = flow.allPredecessors(block.id());
            if (predecessors.size() > 1) {
                Block end = dominators.immediateDominator(block.id());
                predecessors.forEach(from -> climb(flow.block(from), end, block.id(), dominators));
            }
        }
    }

    public static DominanceFrontiers of(ControlFlow flow, Dominators dominators) {
        return new DominanceFrontiers(flow, dominators);
    }

    private void climb(Block from, Block end, int frontier, Dominators dominators) {
        for (Block at = from; at != end; at = dominators.immediateDominator(at.id())) {
            frontiers.computeIfAbsent(at.id(), key -> new LinkedHashSet<>()).add(frontier);
        }
    }

    /** The frontiers of these blocks, the frontiers of those, and so on. */
    public Set<Integer> iterated(Collection<Integer> blocks) {
        return follow(blocks, new LinkedHashSet<>(), block -> true);
    }

    /**
     * These blocks, their frontiers, the frontiers of those, and so on.
     *
     * @param wanted blocks of a frontier for which this does not hold are left out, with what would follow from them
     */
    public Set<Integer> closure(Collection<Integer> blocks, IntPredicate wanted) {
        return follow(blocks, new LinkedHashSet<>(blocks), wanted);
    }

    private Set<Integer> follow(Collection<Integer> blocks, Set<Integer> found, IntPredicate wanted) {
        Deque<Integer> pending = new ArrayDeque<>(blocks);
        while (!pending.isEmpty()) {
            for (int block : frontiers.getOrDefault(pending.pop(), Set.of())) {
                if (wanted.test(block) && found.add(block)) {
                    pending.push(block);
                }
            }
        }
        return found;
    }
}
