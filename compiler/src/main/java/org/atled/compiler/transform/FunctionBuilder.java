package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Builds a function block by block, in any order, and puts mutable {@link Variable variables} into static single
 * assignment form: a read takes the last value written on every path, through block parameters where paths join (see
 * {@link VariablePlacement}).
 *
 * <p>A variable never written on a path is zero, or null. A block with handlers writes no variables: what they find is
 * what its instructions find.
 */
final class FunctionBuilder {
    private final MethodReference name;
    private final boolean isStatic;
    private final List<BlockBuilder> blocks = new ArrayList<>();
    private int nextValue;

    FunctionBuilder(MethodReference name, boolean isStatic) {
        this.name = name;
        this.isStatic = isStatic;
    }

    /** A new value of this type, to be defined by exactly one instruction or as a block parameter. */
    Value value(Type type) {
        return new Value(nextValue++, type);
    }

    /** A new empty block. The first one made is the entry. */
    BlockBuilder block() {
        BlockBuilder block = new BlockBuilder(blocks.size());
        blocks.add(block);
        return block;
    }

    /** The function. Every block reachable from the entry must have been ended. Unreachable blocks are left out. */
    Function build() {
        return VariablePlacement.place(this, new Function(name, isStatic, reachable()));
    }

    private List<Block> reachable() {
        boolean[] reached = new boolean[blocks.size()];
        Deque<BlockBuilder> open = new ArrayDeque<>(List.of(blocks.get(0)));
        reached[0] = true;
        while (!open.isEmpty()) {
            BlockBuilder block = open.poll();
            if (block.terminator == null) {
                throw new IllegalStateException("block b" + block.id + " of " + name + " was not ended");
            }
            if (!block.handlers.isEmpty() && !block.written.isEmpty()) {
                throw new IllegalStateException(
                        "block b" + block.id + " of " + name + " has handlers and writes " + block.written);
            }
            block.successors().filter(successor -> !reached[successor]).forEach(successor -> {
                reached[successor] = true;
                open.add(blocks.get(successor));
            });
        }
        return blocks.stream()
                .filter(block -> reached[block.id])
                .map(block ->
                        new Block(block.id, block.parameters, block.instructions, block.terminator, block.handlers))
                .toList();
    }

    /** What a block does to variables: the last value of each, and the values it reads before it writes them. */
    BlockBuilder variablesOf(int block) {
        return blocks.get(block);
    }

    /** Zero of a primitive type, null of a reference type. */
    static Constant zeroOf(Type type) {
        return switch (type.descriptor().charAt(0)) {
            case 'I' -> new Constant.OfInt(0);
            case 'J' -> new Constant.OfLong(0);
            case 'F' -> new Constant.OfFloat(0);
            case 'D' -> new Constant.OfDouble(0);
            default -> new Constant.Null();
        };
    }

    /** A mutable variable, compared by identity. */
    static final class Variable {
        private final String label;
        private final Type type;

        Variable(String label, Type type) {
            this.label = label;
            this.type = type;
        }

        Type type() {
            return type;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A block under construction. */
    final class BlockBuilder implements InstructionAppender {
        private final int id;
        private final List<Value> parameters = new ArrayList<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Variable, Value> current = new HashMap<>();
        private final Map<Variable, Value> incoming = new LinkedHashMap<>();
        private final Set<Variable> written = new LinkedHashSet<>();
        private final List<Handler> handlers = new ArrayList<>();
        private Terminator terminator;

        private BlockBuilder(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }

        /** Adds a parameter that every edge to this block supplies explicitly. Before any variable is resolved. */
        Value parameter(Type type) {
            Value parameter = value(type);
            parameters.add(parameter);
            return parameter;
        }

        @Override
        public Value append(Op op, Type type, int line, Value... operands) {
            Value result = type.equals(Type.VOID) ? null : value(type);
            instructions.add(new Instruction(result, op, List.of(operands), line));
            return result;
        }

        /** The variable's value here: the last one written in this block, or on the way to it. */
        Value read(Variable variable) {
            Value value = current.get(variable);
            if (value == null) {
                value = value(variable.type);
                incoming.put(variable, value);
                current.put(variable, value);
            }
            return value;
        }

        void write(Variable variable, Value value) {
            current.put(variable, value);
            written.add(variable);
        }

        /** Ends the block. Instructions can still be appended before the end as long as nothing was built. */
        void end(Terminator end) {
            if (terminator != null) {
                throw new IllegalStateException("block b" + id + " of " + name + " was ended twice");
            }
            terminator = end;
        }

        /** Adds an exceptional edge, to be tried after those added before. */
        void handle(Handler handler) {
            handlers.add(handler);
        }

        void jump(BlockBuilder target, int line, Value... arguments) {
            end(new Terminator.Jump(new Target(target.id, List.of(arguments)), line));
        }

        private IntStream successors() {
            return IntStream.concat(
                    terminator.targets().stream().mapToInt(Target::block),
                    handlers.stream().mapToInt(handler -> handler.target().block()));
        }

        /** The values of variables at the end of the block, as far as it knows. */
        Map<Variable, Value> current() {
            return current;
        }

        /** Stand-ins for the values of variables at the start of the block. */
        Map<Variable, Value> incoming() {
            return incoming;
        }

        Set<Variable> written() {
            return written;
        }
    }
}
