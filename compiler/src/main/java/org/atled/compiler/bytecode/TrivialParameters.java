package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Removes block parameters that every edge gives the same value, or themselves. On reducible control flow what is left
 * is minimal: Braun et al., Simple and Efficient Construction of Static Single Assignment Form (CC 2013), section 3.
 */
final class TrivialParameters implements Rewriting {
    private static final class Parameter {
        final Value value;
        final List<Value> arguments = new ArrayList<>(2);
        boolean queued;

        Parameter(Value value) {
            this.value = value;
        }
    }

    private final Block[] blocks;
    private final Parameter[] parameters;
    private final List<List<Parameter>> users = new ArrayList<>();
    private final Value[] replacements;
    private final Deque<Parameter> queue = new ArrayDeque<>();

    private TrivialParameters(List<Block> list, int values) {
        blocks = new Block[list.size() + list.stream().mapToInt(Block::id).max().orElse(0)];
        list.forEach(block -> blocks[block.id()] = block);
        parameters = new Parameter[values];
        replacements = new Value[values];
        for (int i = 0; i < values; i++) {
            users.add(new ArrayList<>(0));
        }
    }

    /** The same function without trivial parameters. Value ids must be below {@code values}. */
    static List<Block> remove(List<Block> list, int values) {
        TrivialParameters removal = new TrivialParameters(list, values);
        removal.collect(list);
        while (!removal.queue.isEmpty()) {
            removal.examine(removal.queue.pop());
        }
        return list.stream()
                .map(block -> removal.block(block, block.id(), removal.keep(block.parameters(), block.parameters())))
                .toList();
    }

    private void collect(List<Block> list) {
        for (Block block : list.subList(1, list.size())) {
            for (Value value : block.parameters()) {
                parameters[value.id()] = new Parameter(value);
            }
        }
        for (Block block : list) {
            for (Handler handler : block.handlers()) {
                // The exception is another value on each edge.
                parameters[blocks[handler.target().block()].parameters().get(0).id()] = null;
            }
        }
        for (Block block : list) {
            block.terminator().targets().forEach(target -> connect(target, 0));
            block.handlers().forEach(handler -> connect(handler.target(), 1));
        }
        for (Parameter parameter : parameters) {
            enqueue(parameter);
        }
    }

    private void connect(Target target, int first) {
        List<Value> received = blocks[target.block()].parameters();
        for (int i = 0; i < target.arguments().size(); i++) {
            Parameter parameter = parameters[received.get(i + first).id()];
            if (parameter != null) {
                Value argument = target.arguments().get(i);
                parameter.arguments.add(argument);
                users.get(argument.id()).add(parameter);
            }
        }
    }

    private void enqueue(Parameter parameter) {
        if (parameter != null && !parameter.queued && replacements[parameter.value.id()] == null) {
            parameter.queued = true;
            queue.add(parameter);
        }
    }

    private void examine(Parameter parameter) {
        parameter.queued = false;
        Value only = null;
        for (Value argument : parameter.arguments) {
            Value value = value(argument);
            if (value != parameter.value && value != only) {
                if (only != null) {
                    return;
                }
                only = value;
            }
        }
        replace(parameter.value, only);
    }

    private void replace(Value old, Value replacement) {
        replacements[old.id()] = replacement;
        List<Parameter> affected = users.get(old.id());
        affected.forEach(this::enqueue);
        List<Parameter> others = users.get(replacement.id());
        if (others.size() < affected.size()) {
            affected.addAll(others);
            users.set(replacement.id(), affected);
        } else {
            others.addAll(affected);
        }
    }

    @Override
    public Value value(Value old) {
        Value value = old;
        while (replacements[value.id()] != null) {
            Value next = replacements[value.id()];
            if (replacements[next.id()] != null) {
                replacements[value.id()] = replacements[next.id()];
            }
            value = next;
        }
        return value;
    }

    @Override
    public Target edge(Target old, int first) {
        List<Value> received = blocks[old.block()].parameters();
        return new Target(old.block(), keep(received.subList(first, received.size()), values(old.arguments())));
    }

    /** Those values whose parameter stays. */
    private List<Value> keep(List<Value> received, List<Value> values) {
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (replacements[received.get(i).id()] == null) {
                kept.add(values.get(i));
            }
        }
        return kept;
    }
}
