package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.DominanceFrontiers;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * Gives the variables of a built function static single assignment form: parameters at the iterated dominance frontier
 * of the blocks that write a variable, and of these only where the value is read; everywhere else the value of the
 * immediate dominator. After R. Cytron et al., <i>Efficiently Computing Static Single Assignment Form and the Control
 * Dependence Graph</i>, 1991, section 5.
 */
final class VariablePlacement {
    private final FunctionBuilder builder;
    private final Function raw;
    private final ControlFlow flow;
    private final Dominators dominators;
    private final DominanceFrontiers frontiers;
    private final Map<Variable, Set<Integer>> joins = new HashMap<>();
    private final Map<Integer, Map<Variable, Value>> parameters = new HashMap<>();
    private final Map<Variable, Value> defaults = new LinkedHashMap<>();
    private final Map<Value, Value> substitutions = new HashMap<>();
    private final Deque<Parameter> open = new ArrayDeque<>();
    private final Map<Integer, Map<Integer, List<Value>>> arguments = new HashMap<>();

    private record Parameter(int block, Variable variable) {}

    private VariablePlacement(FunctionBuilder builder, Function raw) {
        this.builder = builder;
        this.raw = raw;
        flow = ControlFlow.of(raw);
        dominators = Dominators.of(flow);
        frontiers = DominanceFrontiers.of(flow, dominators);
    }

    static Function place(FunctionBuilder builder, Function raw) {
        return new VariablePlacement(builder, raw).function();
    }

    private Function function() {
        findJoins();
        for (Block block : flow.reversePostorder()) {
            builder.variablesOf(block.id()).incoming().forEach((variable, placeholder) -> {
                Value value = atStart(block.id(), variable);
                if (value != placeholder) {
                    substitutions.put(placeholder, value);
                }
            });
        }
        while (!open.isEmpty()) {
            Parameter parameter = open.poll();
            for (int source : flow.allPredecessors(parameter.block())) {
                arguments
                        .computeIfAbsent(source, key -> new HashMap<>())
                        .computeIfAbsent(parameter.block(), key -> new ArrayList<>())
                        .add(atEnd(source, parameter.variable()));
            }
        }
        return new Function(
                raw.name(),
                raw.isStatic(),
                raw.blocks().stream().map(this::finished).toList());
    }

    private void findJoins() {
        Map<Variable, Set<Integer>> writers = new HashMap<>();
        for (Block block : raw.blocks()) {
            for (Variable variable : builder.variablesOf(block.id()).written()) {
                writers.computeIfAbsent(variable, key -> new HashSet<>()).add(block.id());
            }
        }
        writers.forEach((variable, blocks) -> joins.put(variable, frontiers.iterated(blocks)));
    }

    private Value atEnd(int block, Variable variable) {
        int at = block;
        while (true) {
            Value known = builder.variablesOf(at).current().get(variable);
            if (known != null) {
                return known;
            }
            if (isStart(at, variable)) {
                return atStart(at, variable);
            }
            at = dominators.immediateDominator(at).id();
        }
    }

    private Value atStart(int block, Variable variable) {
        if (block == raw.entry().id()) {
            return defaults.computeIfAbsent(variable, key -> builder.value(key.type()));
        }
        if (!isStart(block, variable)) {
            return atEnd(dominators.immediateDominator(block).id(), variable);
        }
        return parameters.computeIfAbsent(block, key -> new LinkedHashMap<>()).computeIfAbsent(variable, key -> {
            open.add(new Parameter(block, variable));
            Value placeholder = builder.variablesOf(block).incoming().get(variable);
            return placeholder != null ? placeholder : builder.value(variable.type());
        });
    }

    /** Whether the variable has a value of its own at the start of the block. */
    private boolean isStart(int block, Variable variable) {
        return block == raw.entry().id()
                || joins.getOrDefault(variable, Set.of()).contains(block);
    }

    private Block finished(Block block) {
        List<Value> all = new ArrayList<>(block.parameters());
        all.addAll(parameters.getOrDefault(block.id(), Map.of()).values());
        List<Instruction> instructions = new ArrayList<>();
        if (block == raw.entry()) {
            defaults.forEach((variable, value) -> instructions.add(
                    new Instruction(value, new Op.Literal(FunctionBuilder.zeroOf(variable.type())), List.of(), 0)));
        }
        for (Instruction instruction : block.instructions()) {
            instructions.add(new Instruction(
                    instruction.result(), instruction.op(), resolved(instruction.operands()), instruction.line()));
        }
        Terminator end = block.terminator();
        List<Target> targets = end.targets().stream()
                .map(target -> finished(block.id(), target))
                .toList();
        List<Handler> handlers = block.handlers().stream()
                .map(handler -> new Handler(handler.catchType(), finished(block.id(), handler.target())))
                .toList();
        return new Block(block.id(), all, instructions, end.with(resolved(end.operands()), targets), handlers);
    }

    private Target finished(int from, Target target) {
        List<Value> all = new ArrayList<>(target.arguments());
        all.addAll(arguments.getOrDefault(from, Map.of()).getOrDefault(target.block(), List.of()));
        return new Target(target.block(), resolved(all));
    }

    private List<Value> resolved(List<Value> values) {
        return values.stream().map(this::resolved).toList();
    }

    private Value resolved(Value value) {
        Value at = value;
        while (substitutions.containsKey(at)) {
            at = substitutions.get(at);
        }
        return at;
    }
}
