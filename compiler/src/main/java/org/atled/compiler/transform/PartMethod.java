package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.graph.Postorder;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Makes one region of a split method a method of its own, and its entering block the call. Values keep their ids in it. */
final class PartMethod {
    private final Draft draft;
    private final SplitCrossings crossings;
    private final SplitBorders.Bordered region;
    private final int number;
    private final DraftBlock call;
    private final Target entering;
    private final PartCode code;
    private final InstructionList start;
    private final int line;

    PartMethod(Draft draft, SplitCrossings crossings, ValueFrame frame, SplitBorders.Bordered region, int number) {
        this.draft = draft;
        this.crossings = crossings;
        this.region = region;
        this.number = number;
        call = draft.block(region.call());
        entering = call.terminator.targets().get(0);
        line = draft.block(region.head()).line();
        code = new PartCode(draft, crossings, frame, number);
        start = new InstructionList(draft);
    }

    Function perform(String name) {
        start.instructions.addAll(code.literals());
        takeAhead();
        region.blocks().forEach(id -> code.rewrite(draft.block(id)));
        List<Value> parameters = new ArrayList<>(crossings.arguments(number));
        parameters.addAll(code.arrays());
        List<Type> types = parameters.stream().map(crossings::typeOf).toList();
        MethodReference method =
                new MethodReference(draft.name().owner(), name, Type.methodDescriptor(types, result()));
        Function made = new Function(method, true, blocks(parameters));
        leaveCall(method, parameters);
        return made;
    }

    /** Takes from the frame first what enters the first block, and what several blocks or rounds of a loop read. */
    private void takeAhead() {
        Map<Value, Integer> reader = new LinkedHashMap<>();
        Set<Value> ahead = new HashSet<>(entering.arguments());
        boolean isRepeating = isRepeating();
        for (int id : region.blocks()) {
            BlockReads.of(draft.block(id)).filter(code::isForeign).forEach(value -> {
                Integer other = reader.putIfAbsent(value, id);
                if (isRepeating || other != null && other != id) {
                    ahead.add(value);
                }
            });
        }
        entering.arguments().forEach(value -> reader.putIfAbsent(value, region.head()));
        reader.keySet().stream()
                .filter(value -> ahead.contains(value) && code.isForeign(value))
                .forEach(value -> code.take(start, value, line));
    }

    private boolean isRepeating() {
        Map<Integer, Integer> rank = new HashMap<>();
        for (int id : Postorder.reversed(region.head(), this::successors)) {
            rank.put(id, rank.size());
        }
        return region.blocks().stream().anyMatch(id -> {
            for (int to : successors(id)) {
                if (rank.get(to) <= rank.get(id)) {
                    return true;
                }
            }
            return false;
        });
    }

    private int[] successors(int id) {
        return draft.block(id).successors().filter(region.blocks()::contains).toArray();
    }

    private Type result() {
        if (region.landings().size() > 1) {
            return Type.INT;
        }
        Value returned = crossings.returned(number);
        return returned == null ? Type.VOID : crossings.typeOf(returned);
    }

    private List<Block> blocks(List<Value> parameters) {
        List<Block> blocks = new ArrayList<>();
        Target head = new Target(region.head(), code.taken().of(entering.arguments()));
        blocks.add(new Block(draft.newBlockId(), parameters, start.instructions, new Terminator.Jump(head, line)));
        Map<Integer, Target> ends = new HashMap<>();
        List<Block> ending = new ArrayList<>();
        for (int landing : region.landings()) {
            Block end = end(ending.size());
            ending.add(end);
            ends.put(landing, new Target(end.id(), List.of()));
        }
        for (int id : region.blocks()) {
            DraftBlock block = draft.block(id);
            block.replaceTargets(target -> ends.getOrDefault(target.block(), target));
            blocks.add(block.finish());
        }
        blocks.addAll(ending);
        return blocks;
    }

    /** Returns the value, or by which of several ways the region is left. */
    private Block end(int way) {
        InstructionList end = new InstructionList(draft);
        Value returned =
                region.landings().size() > 1 ? end.literal(new Constant.OfInt(way), line) : crossings.returned(number);
        return new Block(draft.newBlockId(), List.of(), end.instructions, new Terminator.Return(returned, line));
    }

    private void leaveCall(MethodReference method, List<Value> arguments) {
        Value result = crossings.returned(number);
        if (result == null && !method.result().equals(Type.VOID)) {
            result = draft.newValue(method.result());
        }
        Op invoke = new Op.Invoke(Op.InvokeKind.STATIC, method, false);
        call.instructions = new ArrayList<>(List.of(new Instruction(result, invoke, arguments, line)));
        List<Target> targets = region.landings().stream()
                .map(landing -> new Target(landing, List.of()))
                .toList();
        if (targets.size() == 1) {
            call.terminator = new Terminator.Jump(targets.get(0), line);
            return;
        }
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < targets.size() - 1; i++) {
            keys.add(i);
        }
        call.terminator = new Terminator.Switch(result, keys, targets, line);
    }
}
