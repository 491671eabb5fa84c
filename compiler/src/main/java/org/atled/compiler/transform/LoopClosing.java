package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.DominanceFrontiers;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Brings a function with dedicated exits into loop-closed form: a value that is read outside of its loop becomes a
 * parameter of each exit's block where it is live, and of the blocks where these parameters meet. All loops around the
 * definition are closed at once; the new parameters need no closing themselves, because the exits of outer loops have
 * one too, and no loop that does not hold the definition can hold an exit without holding all of its predecessors.
 */
final class LoopClosing {
    private final Draft draft;
    private final ControlFlow flow;
    private final Dominators dominators;
    private final DominanceFrontiers frontiers;

    /** For each closed value, the parameters that stand for it by block. */
    private final Map<Value, Map<Integer, Value>> stands = new LinkedHashMap<>();

    private LoopClosing(Draft draft, ControlFlow flow) {
        this.draft = draft;
        this.flow = flow;
        dominators = Dominators.of(flow);
        frontiers = DominanceFrontiers.of(flow, dominators);
    }

    static void close(Draft draft, ControlFlow flow, LoopTree loops) {
        LoopClosing run = new LoopClosing(draft, flow);
        for (Block block : flow.reversePostorder()) {
            Loop loop = loops.innermost(block.id());
            if (loop != null) {
                block.parameters().forEach(value -> run.close(value, block, loop));
                block.instructions().stream()
                        .map(instruction -> instruction.result())
                        .filter(result -> result != null)
                        .forEach(value -> run.close(value, block, loop));
            }
        }
        run.rewrite();
    }

    private void close(Value value, Block definition, Loop loop) {
        List<Use> uses = flow.uses(value);
        if (uses.stream().allMatch(use -> loop.contains(use.block()))) {
            return;
        }
        Set<Integer> live = liveIn(definition.id(), uses);
        Set<Integer> exits = new LinkedHashSet<>();
        for (Loop around = loop; around != null; around = around.parent()) {
            around.exits().stream().map(Loop.Exit::to).filter(live::contains).forEach(exits::add);
        }
        Map<Integer, Value> parameters = new LinkedHashMap<>();
        for (int block : frontiers.closure(exits, live::contains)) {
            Value parameter = draft.newValue(value.type());
            draft.block(block).parameters.add(parameter);
            parameters.put(block, parameter);
        }
        stands.put(value, parameters);
    }

    /** The blocks at whose beginning a value is still to be read. */
    private Set<Integer> liveIn(int definition, List<Use> uses) {
        Set<Integer> live = new HashSet<>();
        Deque<Integer> pending = new ArrayDeque<>();
        uses.forEach(use -> pending.push(use.block()));
        while (!pending.isEmpty()) {
            int block = pending.pop();
            if (block != definition && live.add(block)) {
                pending.addAll(flow.allPredecessors(block));
            }
        }
        return live;
    }

    /** What stands for a value in a block: the parameter of the nearest dominator that has one, or the value. */
    private Value standIn(Value value, int block) {
        Map<Integer, Value> parameters = stands.get(value);
        int definition = flow.definition(value).id();
        for (int at = block;
                at != definition;
                at = dominators.immediateDominator(at).id()) {
            if (parameters.containsKey(at)) {
                return parameters.get(at);
            }
        }
        return value;
    }

    private void rewrite() {
        Map<Integer, Renaming> renamings = new HashMap<>();
        Map<Integer, List<Value>> added = new HashMap<>();
        for (Map.Entry<Value, Map<Integer, Value>> entry : stands.entrySet()) {
            Value value = entry.getKey();
            entry.getValue()
                    .keySet()
                    .forEach(block -> added.computeIfAbsent(block, key -> new ArrayList<>())
                            .add(value));
            flow.uses(value).stream().map(Use::block).distinct().forEach(block -> {
                Value standIn = standIn(value, block);
                if (!standIn.equals(value)) {
                    renamings.computeIfAbsent(block, key -> new Renaming()).put(value, standIn);
                }
            });
        }
        renamings.forEach((block, renaming) -> renaming.apply(draft.block(block)));
        for (DraftBlock block : draft.blocks()) {
            block.replaceTargets(target -> extended(target, block.id, added));
            block.handlers.replaceAll(
                    handler -> new Handler(handler.catchType(), extended(handler.target(), block.id, added)));
        }
    }

    private Target extended(Target target, int from, Map<Integer, List<Value>> added) {
        List<Value> arguments = new ArrayList<>(target.arguments());
        added.getOrDefault(target.block(), List.of()).forEach(value -> arguments.add(standIn(value, from)));
        return new Target(target.block(), arguments);
    }
}
