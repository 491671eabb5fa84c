package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Which elements that a method has read are overwritten by it later on. Those that are not can be read again when it has
 * returned, as long as nobody else writes them.
 */
final class Overwrites {
    private record Position(int block, int index) {}

    private final ActivityFacts facts;
    private final ControlFlow flow;
    private final Map<Instruction, Position> positions = new IdentityHashMap<>();
    private final Map<Region, List<Position>> writers = new HashMap<>();
    private final Map<Integer, Set<Integer>> reachable = new HashMap<>();

    Overwrites(ActivityFacts facts, ControlFlow flow) {
        this.facts = facts;
        this.flow = flow;
        for (Block block : flow.reversePostorder()) {
            for (int i = 0; i < block.instructions().size(); i++) {
                positions.put(block.instructions().get(i), new Position(block.id(), i));
            }
        }
    }

    /** Whether, after this instruction, another may write elements of this region. */
    boolean isWrittenAfter(Instruction instruction, Region region) {
        Position from = positions.get(instruction);
        return writers.computeIfAbsent(region.find(), this::writers).stream()
                .anyMatch(write -> write.block() == from.block() && write.index() > from.index()
                        || reachable
                                .computeIfAbsent(from.block(), this::reachable)
                                .contains(write.block()));
    }

    private List<Position> writers(Region region) {
        return positions.keySet().stream()
                .filter(each -> mayWrite(each, region))
                .map(positions::get)
                .toList();
    }

    private boolean mayWrite(Instruction instruction, Region region) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayStore) {
            return facts.region(instruction.operand(0)).find() == region;
        }
        if (isHarmless(op)) {
            return false;
        }
        // What a static field leads to is there for every call.
        return region.constant() != null
                || leadsTo(instruction.operands(), region)
                || instruction.result() != null && leadsTo(List.of(instruction.result()), region);
    }

    private static boolean isHarmless(Op op) {
        return op.leavesMemory()
                || op instanceof Op.GetField get && !get.isStatic()
                || op instanceof Op.PutField put && !put.isStatic();
    }

    private boolean leadsTo(List<Value> references, Region region) {
        return references.stream()
                .filter(value -> value.type().isReference())
                .anyMatch(value -> facts.region(value).reached().contains(region));
    }

    /** The blocks that may run after a block; the block itself if it is in a loop. */
    private Set<Integer> reachable(int from) {
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(flow.allSuccessors(from));
        while (!open.isEmpty()) {
            int block = open.pop();
            if (found.add(block)) {
                open.addAll(flow.allSuccessors(block));
            }
        }
        return found;
    }
}
