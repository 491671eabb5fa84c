package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * A random function in the form of freshly lifted code: each block has a parameter for each of a few {@code int}
 * variables, any block may jump to any other one, divisions throw, handlers catch, and calls of {@code trace} make the
 * path visible.
 */
final class RandomFunction {
    static final MethodReference TRACE = new MethodReference("demo/Random", "trace", "(I)V");
    private static final int VARIABLES = 4;
    private static final Operator[] OPERATORS = {Operator.IADD, Operator.ISUB, Operator.IMUL, Operator.IDIV};

    private final SplittableRandom random;
    private final int size;
    /** Blocks from here on are handlers. */
    private final int firstHandler;

    private int nextValue;
    private List<Value> variables;
    private List<Instruction> instructions;

    private RandomFunction(int seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
        this.firstHandler = size - random.nextInt(size / 3 + 1);
    }

    static Function of(int seed, int size) {
        RandomFunction run = new RandomFunction(seed, size);
        List<Block> blocks = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            blocks.add(run.block(id));
        }
        return new Function(new MethodReference("demo/Random", "f" + seed, "(IIII)I"), true, blocks);
    }

    private Value value(Type type) {
        return new Value(nextValue++, type);
    }

    private Block block(int id) {
        List<Value> parameters = new ArrayList<>();
        if (id >= firstHandler) {
            parameters.add(value(Type.THROWABLE));
        }
        variables = new ArrayList<>();
        for (int i = 0; i < VARIABLES; i++) {
            variables.add(value(Type.INT));
        }
        parameters.addAll(variables);
        List<Handler> handlers = handlers();
        instructions = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            step();
        }
        return new Block(id, parameters, instructions, terminator(id), handlers);
    }

    private List<Handler> handlers() {
        if (firstHandler == size || random.nextInt(3) == 0) {
            return List.of();
        }
        int to = firstHandler + random.nextInt(size - firstHandler);
        return List.of(new Handler(null, new Target(to, List.copyOf(variables))));
    }

    private void step() {
        int line = random.nextInt(1, 100);
        switch (random.nextInt(5)) {
            case 0 ->
                instructions.add(new Instruction(
                        null, new Op.Invoke(Op.InvokeKind.STATIC, TRACE, false), List.of(pick()), line));
            case 1 -> {
                Value result = value(Type.INT);
                Op literal = new Op.Literal(new Constant.OfInt(random.nextInt(-1, 3)));
                instructions.add(new Instruction(result, literal, List.of(), line));
                variables.set(random.nextInt(VARIABLES), result);
            }
            case 2 -> variables.set(random.nextInt(VARIABLES), pick());
            default -> {
                Value result = value(Type.INT);
                Op op = new Op.Arithmetic(OPERATORS[random.nextInt(OPERATORS.length)]);
                instructions.add(new Instruction(result, op, List.of(pick(), pick()), line));
                variables.set(random.nextInt(VARIABLES), result);
            }
        }
    }

    private Value pick() {
        return variables.get(random.nextInt(VARIABLES));
    }

    private Terminator terminator(int id) {
        int line = random.nextInt(1, 100);
        return switch (random.nextInt(7)) {
            case 0 -> new Terminator.Return(pick(), line);
            case 1, 2 -> new Terminator.Jump(target(), line);
            case 3 -> new Terminator.Switch(pick(), List.of(0, 1), List.of(target(), target(), target()), line);
            default ->
                new Terminator.Branch(
                        random.nextBoolean() ? Terminator.Condition.IFLT : Terminator.Condition.IFEQ,
                        List.of(pick()),
                        target(),
                        target(),
                        line);
        };
    }

    private Target target() {
        return new Target(1 + random.nextInt(Math.max(1, firstHandler - 1)), List.copyOf(variables));
    }
}
