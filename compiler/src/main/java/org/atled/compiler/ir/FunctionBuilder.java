package org.atled.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Builds a function block by block, in any order, and puts mutable {@link Variable variables} into static single
 * assignment form: a read takes the last value written on every path, through block parameters where paths join, as in
 * Braun et al., "Simple and Efficient Construction of Static Single Assignment Form", CC 2013, section 2. All blocks
 * stay unsealed until {@link #build()}, which leaves more parameters than needed; simplify the result.
 *
 * <p>A variable never written on a path is zero, or null. Exceptional edges do not carry variables.
 */
public final class FunctionBuilder {
    private final MethodReference name;
    private final boolean isStatic;
    private final List<BlockBuilder> blocks = new ArrayList<>();
    private final Map<Variable, Value> defaults = new LinkedHashMap<>();
    private int nextValue;

    public FunctionBuilder(MethodReference name, boolean isStatic) {
        this.name = name;
        this.isStatic = isStatic;
    }

    /** A new value of this type, to be defined by exactly one instruction or as a block parameter. */
    public Value value(Type type) {
        return new Value(nextValue++, type);
    }

    /** A new empty block. The first one made is the entry. */
    public BlockBuilder block() {
        BlockBuilder block = new BlockBuilder(blocks.size());
        blocks.add(block);
        return block;
    }

    /** The function. Every block reachable from the entry must have been ended. Unreachable blocks are left out. */
    public Function build() {
        Map<Integer, List<BlockBuilder>> predecessors = predecessors();
        Deque<BlockBuilder> open = new ArrayDeque<>(blocks);
        while (!open.isEmpty()) {
            BlockBuilder block = open.poll();
            while (!block.unresolved.isEmpty()) {
                resolve(block, block.unresolved.poll(), predecessors, open);
            }
        }
        return new Function(name, isStatic, finished());
    }

    private void resolve(
            BlockBuilder block,
            Variable variable,
            Map<Integer, List<BlockBuilder>> predecessors,
            Deque<BlockBuilder> open) {
        List<BlockBuilder> sources = predecessors.getOrDefault(block.id, List.of());
        if (block == blocks.get(0)) {
            defaults.put(variable, block.incoming.get(variable));
            return;
        }
        block.parameters.add(block.incoming.get(variable));
        for (BlockBuilder source : sources) {
            Value argument = source.read(variable);
            if (!source.unresolved.isEmpty()) {
                open.add(source);
            }
            source.addArgument(block.id, argument);
        }
    }

    private Map<Integer, List<BlockBuilder>> predecessors() {
        Map<Integer, List<BlockBuilder>> predecessors = new HashMap<>();
        Deque<BlockBuilder> open = new ArrayDeque<>(List.of(blocks.get(0)));
        boolean[] reached = new boolean[blocks.size()];
        reached[0] = true;
        while (!open.isEmpty()) {
            BlockBuilder block = open.poll();
            if (block.terminator == null) {
                throw new IllegalStateException("block b" + block.id + " of " + name + " was not ended");
            }
            block.successors().distinct().forEach(successor -> {
                predecessors.computeIfAbsent(successor, key -> new ArrayList<>()).add(block);
                if (!reached[successor]) {
                    reached[successor] = true;
                    open.add(blocks.get(successor));
                }
            });
        }
        blocks.removeIf(block -> block != null && !reached[block.id]);
        return predecessors;
    }

    private List<Block> finished() {
        List<Block> finished = new ArrayList<>();
        for (BlockBuilder block : blocks) {
            List<Instruction> instructions = block.instructions;
            if (finished.isEmpty() && !defaults.isEmpty()) {
                instructions = new ArrayList<>();
                for (Map.Entry<Variable, Value> entry : defaults.entrySet()) {
                    Op zero = new Op.Literal(zeroOf(entry.getKey().type()));
                    instructions.add(new Instruction(entry.getValue(), zero, List.of(), 0));
                }
                instructions.addAll(block.instructions);
            }
            finished.add(new Block(block.id, block.parameters, instructions, block.terminator, block.handlers));
        }
        return finished;
    }

    /** Zero of a primitive type, null of a reference type. */
    public static Constant zeroOf(Type type) {
        return switch (type.descriptor().charAt(0)) {
            case 'I' -> new Constant.OfInt(0);
            case 'J' -> new Constant.OfLong(0);
            case 'F' -> new Constant.OfFloat(0);
            case 'D' -> new Constant.OfDouble(0);
            default -> new Constant.Null();
        };
    }

    /** A mutable variable, compared by identity. */
    public static final class Variable {
        private final String label;
        private final Type type;

        public Variable(String label, Type type) {
            this.label = label;
            this.type = type;
        }

        public Type type() {
            return type;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A block under construction. */
    public final class BlockBuilder {
        private final int id;
        private final List<Value> parameters = new ArrayList<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private final List<Handler> handlers = new ArrayList<>();
        private final Map<Variable, Value> current = new HashMap<>();
        private final Map<Variable, Value> incoming = new HashMap<>();
        private final Deque<Variable> unresolved = new ArrayDeque<>();
        private Terminator terminator;

        private BlockBuilder(int id) {
            this.id = id;
        }

        public int id() {
            return id;
        }

        /** Adds a parameter that every edge to this block supplies explicitly. Before any variable is resolved. */
        public Value parameter(Type type) {
            Value parameter = value(type);
            parameters.add(parameter);
            return parameter;
        }

        /** Appends an instruction with a result. */
        public Value emit(Type type, Op op, int line, Value... operands) {
            Value result = value(type);
            instructions.add(new Instruction(result, op, List.of(operands), line));
            return result;
        }

        /** Appends an instruction without a result. */
        public void run(Op op, int line, Value... operands) {
            instructions.add(new Instruction(null, op, List.of(operands), line));
        }

        public Value literal(Constant constant, int line) {
            return emit(constant.type(), new Op.Literal(constant), line);
        }

        public Value arithmetic(Operator operator, int line, Value... operands) {
            return emit(operator.result(), new Op.Arithmetic(operator), line, operands);
        }

        /** Calls a static method; gives its result, or {@code null} if it is {@code void}. */
        public Value call(MethodReference method, int line, Value... arguments) {
            Op op = new Op.Invoke(Op.InvokeKind.STATIC, method, false);
            return append(op, method.result().onStack(), line, arguments);
        }

        /** Appends an instruction, with a result unless the type is {@code void}. */
        public Value append(Op op, Type type, int line, Value... operands) {
            if (type.equals(Type.VOID)) {
                run(op, line, operands);
                return null;
            }
            return emit(type, op, line, operands);
        }

        public void handler(Handler handler) {
            handlers.add(handler);
        }

        /** The variable's value here: the last one written in this block, or on the way to it. */
        public Value read(Variable variable) {
            Value value = current.get(variable);
            if (value == null) {
                value = value(variable.type);
                incoming.put(variable, value);
                current.put(variable, value);
                unresolved.add(variable);
            }
            return value;
        }

        public void write(Variable variable, Value value) {
            current.put(variable, value);
        }

        /** Ends the block. Instructions can still be appended before the end as long as nothing was built. */
        public void end(Terminator end) {
            if (terminator != null) {
                throw new IllegalStateException("block b" + id + " of " + name + " was ended twice");
            }
            terminator = end;
        }

        public void jump(BlockBuilder target, int line, Value... arguments) {
            end(new Terminator.Jump(new Target(target.id, List.of(arguments)), line));
        }

        private IntStream successors() {
            return IntStream.concat(
                    terminator.targets().stream().mapToInt(Target::block),
                    handlers.stream().mapToInt(handler -> handler.target().block()));
        }

        private void addArgument(int block, Value argument) {
            List<Target> targets = new ArrayList<>();
            for (Target target : terminator.targets()) {
                targets.add(target.block() == block ? extended(target, argument) : target);
            }
            terminator = terminator.with(terminator.operands(), targets);
            handlers.replaceAll(handler -> handler.target().block() == block
                    ? new Handler(handler.catchType(), extended(handler.target(), argument))
                    : handler);
        }

        private static Target extended(Target target, Value argument) {
            List<Value> arguments = new ArrayList<>(target.arguments());
            arguments.add(argument);
            return new Target(target.block(), arguments);
        }
    }
}
