package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Gives one value of a draft several definitions in its place, on different paths: reads after a definition in its block
 * read that one, all others a parameter of their block, which all edges to it supply.
 */
final class SplitValue {
    private final Draft draft;
    private final Value original;
    private final int origin;
    private final Set<Integer> defining;
    private final Map<Integer, Set<Integer>> normal = new HashMap<>();
    private final Map<Integer, Set<Integer>> exceptional = new HashMap<>();
    private final Set<Integer> needing = new LinkedHashSet<>();
    private final Map<Integer, Value> atEnd = new HashMap<>();

    /**
     * Prepares the split.
     *
     * @param origin the block that defines the value now
     * @param defining the blocks that will define it
     */
    SplitValue(Draft draft, Value original, int origin, Set<Integer> defining) {
        this.draft = draft;
        this.original = original;
        this.origin = origin;
        this.defining = defining;
        for (DraftBlock block : draft.blocks()) {
            block.terminator.targets().forEach(target -> link(normal, block.id, target));
            block.handlers.forEach(handler -> link(exceptional, block.id, handler.target()));
        }
    }

    private static void link(Map<Integer, Set<Integer>> edges, int from, Target target) {
        edges.computeIfAbsent(target.block(), key -> new LinkedHashSet<>()).add(from);
    }

    /** Notes that a block reads the value before it defines it. Returns whether it is defined then on all ways there. */
    boolean reach(int reader) {
        Deque<Integer> pending = new ArrayDeque<>(List.of(reader));
        while (!pending.isEmpty()) {
            int block = pending.pop();
            if (block == origin || defining.contains(block)) {
                return false;
            }
            if (needing.add(block)) {
                normal.getOrDefault(block, Set.of()).stream()
                        .filter(from -> !defining.contains(from))
                        .forEach(pending::push);
                // An exception leaves a block before it defines anything.
                exceptional.getOrDefault(block, Set.of()).forEach(pending::push);
            }
        }
        return true;
    }

    /** Defines the value anew in a block; its instructions from an index on read this definition. */
    void define(DraftBlock block, int from, Value value) {
        Renaming renaming = new Renaming();
        renaming.put(original, value);
        for (int i = from; i < block.instructions.size(); i++) {
            block.instructions.set(i, renaming.of(block.instructions.get(i)));
        }
        block.terminator = renaming.of(block.terminator);
        atEnd.put(block.id, value);
    }

    /** Makes the parameters, after the last definition. */
    void finish() {
        needing.forEach(id -> atEnd.put(id, draft.newValue(original.type())));
        for (int id : needing) {
            DraftBlock block = draft.block(id);
            Renaming renaming = new Renaming();
            renaming.put(original, atEnd.get(id));
            renaming.apply(block);
            block.parameters.add(atEnd.get(id));
        }
        for (DraftBlock block : draft.blocks()) {
            block.replaceTargets(target -> extended(target, block.id));
            block.replaceHandlerTargets(target -> extended(target, block.id));
        }
        RedundantParameters.remove(draft);
    }

    private Target extended(Target target, int from) {
        if (!needing.contains(target.block())) {
            return target;
        }
        List<Value> arguments = new ArrayList<>(target.arguments());
        arguments.add(atEnd.get(from));
        return new Target(target.block(), arguments);
    }
}
