package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;

/**
 * Puts a block on every edge from a block with several successors to a block with several predecessors, so that the
 * predecessor alone tells the edge by which a block was entered.
 */
public final class SplitCriticalEdges {
    private final FreshIds fresh;
    private final Map<Integer, Integer> edgesInto = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    private SplitCriticalEdges(Function function) {
        fresh = FreshIds.of(function);
        for (Block block : function.blocks()) {
            block.terminator().targets().forEach(target -> edgesInto.merge(target.block(), 1, Integer::sum));
        }
    }

    public static Function apply(Function function) {
        SplitCriticalEdges pass = new SplitCriticalEdges(function);
        function.blocks().forEach(pass::split);
        return new Function(function.name(), function.isStatic(), pass.blocks);
    }

    private void split(Block block) {
        Terminator terminator = block.terminator();
        if (terminator.targets().size() < 2) {
            blocks.add(block);
            return;
        }
        List<Block> edges = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (Target target : terminator.targets()) {
            if (edgesInto.get(target.block()) > 1) {
                int id = fresh.block();
                edges.add(new Block(
                        id, List.of(), List.of(), new Terminator.Jump(target, terminator.line()), block.handlers()));
                targets.add(new Target(id, List.of()));
            } else {
                targets.add(target);
            }
        }
        Terminator end = terminator.with(terminator.operands(), targets);
        blocks.add(new Block(block.id(), block.parameters(), block.instructions(), end, block.handlers()));
        blocks.addAll(edges);
    }
}
