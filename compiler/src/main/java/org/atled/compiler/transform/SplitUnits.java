package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.atled.compiler.graph.Postorder;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * What a function is split between: each block is a unit, together with the landings of its exceptions ({@link CutBlocks}).
 * Units are numbered in reverse postorder; the first is the entry.
 */
final class SplitUnits {
    private final Draft draft;
    private final List<List<Integer>> members = new ArrayList<>();
    private final Map<Integer, Integer> unitOf = new HashMap<>();
    private final List<int[]> successors = new ArrayList<>();
    private final List<Set<Integer>> predecessors = new ArrayList<>();
    private final List<List<Value>> definitions = new ArrayList<>();
    private final Map<Value, Set<Integer>> readers = new HashMap<>();
    private final BitSet fixed = new BitSet();
    private final int[] bytes;

    SplitUnits(Draft draft) {
        this.draft = draft;
        int entry = draft.entry().id;
        for (int id : Postorder.reversed(
                entry, block -> draft.block(block).successors().toArray())) {
            if (!unitOf.containsKey(id)) {
                add(draft.block(id));
            }
        }
        bytes = new int[members.size()];
        CodeEstimate estimate = new CodeEstimate(draft);
        for (int unit = 0; unit < members.size(); unit++) {
            predecessors.add(new HashSet<>());
        }
        for (int unit = 0; unit < members.size(); unit++) {
            link(unit, estimate);
        }
    }

    private void add(DraftBlock block) {
        List<Integer> blocks = new ArrayList<>(List.of(block.id));
        block.handlers.forEach(handler -> blocks.add(handler.target().block()));
        blocks.forEach(id -> unitOf.put(id, members.size()));
        members.add(blocks);
    }

    private void link(int unit, CodeEstimate estimate) {
        Set<Integer> next = new HashSet<>();
        List<Value> defined = new ArrayList<>();
        for (int id : members.get(unit)) {
            DraftBlock block = draft.block(id);
            bytes[unit] += estimate.of(block);
            block.successors().mapToObj(unitOf::get).forEach(next::add);
            if (!canMove(block)) {
                fixed.set(unit);
            }
            defined.addAll(block.parameters);
            block.instructions.stream()
                    .filter(each -> each.result() != null && !(each.op() instanceof Op.Literal))
                    .forEach(each -> defined.add(each.result()));
            BlockReads.of(block)
                    .forEach(value -> readers.computeIfAbsent(value, key -> new HashSet<>())
                            .add(unit));
        }
        if (members.get(unit).size() == 1) {
            // A block that follows itself is a loop; a block and its landing are none.
            next.forEach(to -> predecessors.get(to).add(unit));
        } else {
            next.remove(unit);
            next.forEach(to -> predecessors.get(to).add(unit));
        }
        successors.add(next.stream().mapToInt(Integer::intValue).sorted().toArray());
        definitions.add(defined);
    }

    private boolean canMove(DraftBlock block) {
        return block != draft.entry()
                && !(block.terminator instanceof Terminator.Return)
                && block.instructions.stream().map(Instruction::op).noneMatch(op -> op instanceof Op.Monitor);
    }

    int size() {
        return members.size();
    }

    /** All of them. */
    int[] all() {
        return IntStream.range(0, size()).toArray();
    }

    /** The blocks of a unit, that by which it is entered first. */
    List<Integer> blocks(int unit) {
        return members.get(unit);
    }

    int[] successors(int unit) {
        return successors.get(unit);
    }

    Set<Integer> predecessors(int unit) {
        return predecessors.get(unit);
    }

    /** What a unit defines, literals left out. */
    List<Value> definitions(int unit) {
        return definitions.get(unit);
    }

    /** The units that read a value. */
    Set<Integer> readers(Value value) {
        return readers.getOrDefault(value, Collections.emptySet());
    }

    /** Whether a unit must stay: it returns, or takes or frees a lock. */
    boolean isFixed(int unit) {
        return fixed.get(unit);
    }

    /** About how much bytecode it is. */
    int bytes(int unit) {
        return bytes[unit];
    }
}
