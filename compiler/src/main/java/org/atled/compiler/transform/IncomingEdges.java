package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/** What the edges into each block of a draft supply for its parameters, as they were when this was made. */
final class IncomingEdges {
    private final Map<Integer, List<Target>> normal = new HashMap<>();
    private final Map<Integer, List<Target>> exceptional = new HashMap<>();

    IncomingEdges(Draft draft) {
        for (DraftBlock block : draft.blocks()) {
            block.terminator.targets().forEach(target -> add(normal, target));
            block.handlers.stream().map(Handler::target).forEach(target -> add(exceptional, target));
        }
    }

    private static void add(Map<Integer, List<Target>> edges, Target target) {
        edges.computeIfAbsent(target.block(), key -> new ArrayList<>()).add(target);
    }

    List<Target> normal(int block) {
        return normal.getOrDefault(block, List.of());
    }

    List<Target> exceptional(int block) {
        return exceptional.getOrDefault(block, List.of());
    }

    /** Whether the parameter at this index is the exception itself on some edge, which has no argument for it. */
    boolean isException(int block, int index) {
        return index == 0 && !exceptional(block).isEmpty();
    }

    /** The arguments for a parameter, one for each edge that has one. */
    List<Value> arguments(int block, int index) {
        List<Value> arguments = new ArrayList<>();
        normal(block).forEach(target -> arguments.add(target.arguments().get(index)));
        if (index > 0) {
            exceptional(block)
                    .forEach(target -> arguments.add(target.arguments().get(index - 1)));
        }
        return arguments;
    }

    /** Takes parameters away, and with them their arguments on all edges. */
    static void removeParameters(Draft draft, Set<Value> removed) {
        if (removed.isEmpty()) {
            return;
        }
        Map<Integer, Set<Integer>> indices = new HashMap<>();
        for (DraftBlock block : draft.blocks()) {
            for (int i = 0; i < block.parameters.size(); i++) {
                if (removed.contains(block.parameters.get(i))) {
                    indices.computeIfAbsent(block.id, key -> new HashSet<>()).add(i);
                }
            }
        }
        for (DraftBlock block : draft.blocks()) {
            block.replaceTargets(target -> without(target, indices, 0));
            block.replaceHandlerTargets(target -> without(target, indices, 1));
            block.parameters.removeAll(removed);
        }
    }

    private static Target without(Target target, Map<Integer, Set<Integer>> indices, int firstParameter) {
        Set<Integer> removed = indices.get(target.block());
        if (removed == null) {
            return target;
        }
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < target.arguments().size(); i++) {
            if (!removed.contains(i + firstParameter)) {
                kept.add(target.arguments().get(i));
            }
        }
        return new Target(target.block(), kept);
    }
}
