package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.graph.Components;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes every cycle a natural loop: where one has several entries, as the reverse of a loop with several exits has, all of them
 * become one, a block that goes on by the number of the entry that was meant.
 *
 * <p>Every value stays defined where it is read: from each entry of a cycle each block of it is reached, so what dominates a
 * block of it from outside dominates all entries, and the new block as well.
 */
public final class SingleEntries {
    private final Draft draft;
    private final Set<Integer> reachable = new HashSet<>();

    private SingleEntries(Function function) {
        draft = new Draft(function);
        ControlFlow.of(function).reversePostorder().forEach(block -> reachable.add(block.id()));
    }

    public static Function apply(Function function) {
        if (isReducible(function)) {
            return function;
        }
        SingleEntries pass = new SingleEntries(function);
        pass.visit(pass.reachable);
        return pass.draft.finish();
    }

    private static boolean isReducible(Function function) {
        try {
            LoopTree.of(ControlFlow.of(function));
            return true;
        } catch (IrreducibleException severalEntries) {
            return false;
        }
    }

    private void visit(Set<Integer> region) {
        int[] nodes = region.stream().mapToInt(Integer::intValue).toArray();
        int size = Arrays.stream(nodes).max().orElse(0) + 1;
        List<int[]> components = Components.of(
                size,
                nodes,
                node -> draft.block(node).successors().filter(region::contains).toArray());
        for (int[] component : components) {
            if (component.length > 1) {
                visitCycle(Arrays.stream(component).boxed().toList());
            }
        }
    }

    private void visitCycle(List<Integer> component) {
        Set<Integer> cycle = new HashSet<>(component);
        List<Integer> entries = entries(cycle);
        if (entries.size() > 1) {
            merge(cycle, entries);
        } else {
            cycle.removeAll(entries);
        }
        visit(cycle);
    }

    /** Where control comes into a cycle from outside. */
    private List<Integer> entries(Set<Integer> cycle) {
        Set<Integer> entered = new HashSet<>();
        reachable.stream()
                .filter(from -> !cycle.contains(from))
                .forEach(from -> draft.block(from).successors().forEach(entered::add));
        return cycle.stream().filter(entered::contains).sorted().toList();
    }

    private void merge(Set<Integer> cycle, List<Integer> entries) {
        int line = draft.block(entries.get(0)).line();
        Value number = draft.newValue(Type.INT);
        List<Value> parameters = new ArrayList<>(List.of(number));
        List<Target> targets = new ArrayList<>();
        for (int entry : entries) {
            List<Value> own = draft.newValuesLike(draft.block(entry).parameters);
            parameters.addAll(own);
            targets.add(new Target(entry, own));
        }
        List<Integer> keys = IntStream.range(0, entries.size() - 1).boxed().toList();
        int merged = draft.newBlockId();
        Map<Integer, Integer> outside = new LinkedHashMap<>();
        Map<Integer, Integer> inside = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            outside.put(entries.get(i), way(merged, parameters, i, targets.get(i)));
            inside.put(entries.get(i), way(merged, parameters, i, targets.get(i)));
        }
        for (int from : reachable) {
            redirect(draft.block(from), cycle.contains(from) ? inside : outside);
        }
        draft.add(merged, parameters, new Terminator.Switch(number, keys, targets, line));
        reachable.add(merged);
        reachable.addAll(outside.values());
        reachable.addAll(inside.values());
    }

    /** A block that is entered like an entry and leads to the merged one, with zeros for all other entries. */
    private int way(int merged, List<Value> parameters, int number, Target entry) {
        List<Value> own = draft.newValuesLike(entry.arguments());
        List<Value> arguments = new ArrayList<>();
        DraftBlock way = draft.add(draft.newBlockId(), own, new Terminator.Return(null, 0));
        arguments.add(literal(way, Type.INT, new Constant.OfInt(number)));
        for (Value parameter : parameters.subList(1, parameters.size())) {
            int place = entry.arguments().indexOf(parameter);
            arguments.add(
                    place >= 0
                            ? own.get(place)
                            : literal(way, parameter.type(), FunctionBuilder.zeroOf(parameter.type())));
        }
        way.terminator = new Terminator.Jump(new Target(merged, arguments), 0);
        return way.id;
    }

    private Value literal(DraftBlock block, Type type, Constant constant) {
        Value value = draft.newValue(type);
        block.instructions.add(new Instruction(value, new Op.Literal(constant), List.of(), 0));
        return value;
    }

    private static void redirect(DraftBlock block, Map<Integer, Integer> ways) {
        block.replaceTargets(target -> redirected(target, ways));
        block.replaceHandlerTargets(target -> redirected(target, ways));
    }

    private static Target redirected(Target target, Map<Integer, Integer> ways) {
        return new Target(ways.getOrDefault(target.block(), target.block()), target.arguments());
    }
}
