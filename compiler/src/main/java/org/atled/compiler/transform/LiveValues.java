package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Value;

/**
 * The values that something which must stay reads, directly or through others. Values that only feed each other, such
 * as a variable carried around a loop and read nowhere else, are not among them.
 */
final class LiveValues {
    private final Draft draft;
    private final Map<Value, Collection<Value>> sources = new HashMap<>();
    private final Set<Value> live = new HashSet<>();
    private final Deque<Value> pending = new ArrayDeque<>();

    private LiveValues(Draft draft) {
        this.draft = draft;
        IncomingEdges edges = new IncomingEdges(draft);
        for (DraftBlock block : draft.blocks()) {
            for (int i = 0; i < block.parameters.size() && block != draft.entry(); i++) {
                sources.put(block.parameters.get(i), edges.arguments(block.id, i));
                if (edges.isException(block.id, i)) {
                    need(List.of(block.parameters.get(i)));
                }
            }
        }
    }

    /**
     * @param mustStay the instructions that stay even if nothing reads their result
     */
    static Set<Value> of(Draft draft, Predicate<Instruction> mustStay) {
        LiveValues run = new LiveValues(draft);
        run.collect(mustStay);
        run.draft.entry().parameters.forEach(run.live::add);
        while (!run.pending.isEmpty()) {
            run.need(run.sources.getOrDefault(run.pending.pop(), List.of()));
        }
        return run.live;
    }

    private void collect(Predicate<Instruction> mustStay) {
        for (DraftBlock block : draft.blocks()) {
            need(block.terminator.operands());
            for (Instruction instruction : block.instructions) {
                if (mustStay.test(instruction)) {
                    need(instruction.operands());
                    if (instruction.result() != null) {
                        need(List.of(instruction.result()));
                    }
                } else if (instruction.result() != null) {
                    sources.put(instruction.result(), instruction.operands());
                }
            }
        }
    }

    private void need(Collection<Value> values) {
        for (Value value : values) {
            if (live.add(value)) {
                pending.push(value);
            }
        }
    }

    /** Removes the parameters that are not live; returns whether there were any. */
    static boolean removeDeadParameters(Draft draft, Set<Value> live) {
        List<Value> dead = new ArrayList<>();
        for (DraftBlock block : draft.blocks()) {
            block.parameters.stream()
                    .filter(parameter -> !live.contains(parameter))
                    .forEach(dead::add);
        }
        IncomingEdges.removeParameters(draft, Set.copyOf(dead));
        return !dead.isEmpty();
    }
}
