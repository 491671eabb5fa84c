package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** The blocks of the method that runs some iterations of a {@link SegmentedLoop}: those of the loop, which keep their ids, and counting. */
final class SegmentCode {
    private final Draft draft;
    private final Loop loop;
    private final SegmentedLoop segmented;
    private final List<Value> parameters = new ArrayList<>();
    private final List<Block> made = new ArrayList<>();
    private final int line;
    private final int test;
    /** Iterations so far. */
    private final Value count;

    SegmentCode(Draft draft, Loop loop, SegmentedLoop segmented) {
        this.draft = draft;
        this.loop = loop;
        this.segmented = segmented;
        this.line = header().line();
        this.test = draft.newBlockId();
        this.count = draft.newValue(Type.INT);
    }

    private DraftBlock header() {
        return draft.block(loop.header());
    }

    private Value control() {
        return parameters.get(0);
    }

    /** The cells of what iterations hand to each other. */
    private List<Value> state() {
        return parameters.subList(1, 1 + header().parameters.size());
    }

    /**
     * All blocks, the entry first.
     *
     * @param types those of the parameters: control, state, invariants, results
     */
    List<Block> blocks(List<Type> types) {
        addParameters(types);
        InstructionList entry = new InstructionList(draft, new ArrayList<>(segmented.literals()));
        List<Value> initial = new ArrayList<>();
        state().forEach(cell -> initial.add(Cells.load(entry, cell, line)));
        loadInvariants(entry);
        Value limit = Cells.load(entry, control(), SegmentedLoop.LIMIT, line);
        initial.add(entry.literal(new Constant.OfInt(0), line));
        Value one = entry.literal(new Constant.OfInt(1), line);
        Terminator start = new Terminator.Jump(new Target(test, initial), line);
        made.add(new Block(draft.newBlockId(), parameters, entry.instructions, start));
        addTest(limit);
        Map<Integer, Target> ends = addEnds();
        for (int id : loop.blocks()) {
            DraftBlock copy = new DraftBlock(draft.block(id).finish());
            repeat(copy, one);
            copy.replaceTargets(target -> ends.getOrDefault(target.block(), target));
            made.add(copy.finish());
        }
        return made;
    }

    /** An invariant that is passed as it is keeps its id. */
    private void addParameters(List<Type> types) {
        int first = 1 + header().parameters.size();
        for (int i = 0; i < types.size(); i++) {
            int invariant = i - first;
            boolean isPassed = invariant >= 0
                    && invariant < segmented.invariants().size()
                    && SegmentedLoop.isPassed(segmented.invariants().get(invariant));
            parameters.add(isPassed ? segmented.invariants().get(invariant) : draft.newValue(types.get(i)));
        }
    }

    private void loadInvariants(InstructionList entry) {
        int first = 1 + header().parameters.size();
        for (int i = 0; i < segmented.invariants().size(); i++) {
            Value value = segmented.invariants().get(i);
            if (!SegmentedLoop.isPassed(value)) {
                Value index = entry.literal(new Constant.OfInt(0), line);
                Value cell = parameters.get(first + i);
                entry.instructions.add(new Instruction(value, Cells.loadOf(cell), List.of(cell, index), line));
            }
        }
    }

    /** Before each iteration: whether it is one too many. */
    private void addTest(Value limit) {
        List<Value> values = draft.newValuesLike(header().parameters);
        InstructionList stop = new InstructionList(draft);
        for (int i = 0; i < values.size(); i++) {
            Cells.store(stop, state().get(i), values.get(i), line);
        }
        Cells.store(stop, control(), SegmentedLoop.COUNT, count, line);
        Value goesOn = stop.literal(new Constant.OfInt(0), line);
        int stopId = draft.newBlockId();
        Terminator end = new Terminator.Branch(
                Terminator.Condition.IF_ICMPGE,
                List.of(count, limit),
                new Target(stopId, List.of()),
                new Target(loop.header(), values),
                line);
        made.add(new Block(test, append(values, count), List.of(), end));
        made.add(new Block(stopId, List.of(), stop.instructions, new Terminator.Return(goesOn, line)));
    }

    /** Where the loop is left; gives the way there in place of the way out. */
    private Map<Integer, Target> addEnds() {
        List<Value> results = segmented.results();
        int first = parameters.size() - results.size();
        Map<Integer, Target> ends = new LinkedHashMap<>();
        segmented.exits().forEach((id, exit) -> {
            InstructionList code = new InstructionList(draft);
            exit.arguments().stream()
                    .distinct()
                    .filter(results::contains)
                    .forEach(value -> Cells.store(code, parameters.get(first + results.indexOf(value)), value, line));
            Cells.store(code, control(), SegmentedLoop.COUNT, count, line);
            Value number = code.literal(new Constant.OfInt(ends.size() + 1), line);
            int end = draft.newBlockId();
            made.add(new Block(end, List.of(), code.instructions, new Terminator.Return(number, line)));
            ends.put(id, new Target(end, List.of()));
        });
        return ends;
    }

    /** Where a block leads back to the header, counts. */
    private void repeat(DraftBlock block, Value one) {
        if (block.terminator.targets().stream().noneMatch(target -> target.block() == loop.header())) {
            return;
        }
        InstructionList code = new InstructionList(draft, block.instructions);
        Value next = code.arithmetic(Operator.IADD, block.line(), count, one);
        block.replaceTargets(target ->
                target.block() == loop.header() ? new Target(test, append(target.arguments(), next)) : target);
    }

    private static List<Value> append(List<Value> values, Value last) {
        List<Value> all = new ArrayList<>(values);
        all.add(last);
        return all;
    }
}
