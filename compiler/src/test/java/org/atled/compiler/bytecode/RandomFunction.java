package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * A random function {@code double run(int[], double[], double[])} with irreducible loops, exceptions and handlers,
 * and many block parameters of all types. It ends: each pass through a header block costs one of {@code FUEL}.
 *
 * <p>Blocks: the entry, headers that test the fuel, a chain of bodies behind each header, handlers, the exit.
 */
final class RandomFunction {
    private static final int FUEL = 40;
    private static final List<Type> TYPES = List.of(Type.INT, Type.INT, Type.LONG, Type.DOUBLE, Type.DOUBLE.array());
    private static final List<Type> CAUGHT = List.of(
            Type.object("java/lang/ArithmeticException"),
            Type.object("java/lang/ArrayIndexOutOfBoundsException"),
            Type.object("java/lang/RuntimeException"));

    private final SplittableRandom random;
    private final List<List<Value>> headers = new ArrayList<>();
    private final List<List<Value>> handlers = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Value> always = new ArrayList<>();
    private List<Instruction> instructions = new ArrayList<>();
    private int nextValue;
    private int nextBlock = 1_000;

    private RandomFunction(SplittableRandom random) {
        this.random = random;
    }

    static Function of(SplittableRandom random) {
        return new RandomFunction(random).function();
    }

    private Function function() {
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            headers.add(parameters(Type.INT));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            handlers.add(parameters(Type.THROWABLE, Type.INT));
        }
        writeEntry();
        for (int i = 0; i < headers.size(); i++) {
            writeHeader(i);
        }
        for (int i = 0; i < handlers.size(); i++) {
            writeHandler(i);
        }
        writeExit();
        MethodReference name = new MethodReference("demo/Random", "run", "([I[D[D)D");
        return new Function(name, true, reachable());
    }

    private List<Value> parameters(Type... fixed) {
        List<Value> parameters = new ArrayList<>();
        for (Type type : fixed) {
            parameters.add(fresh(type));
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            parameters.add(fresh(pick(TYPES)));
        }
        return parameters;
    }

    private Value fresh(Type type) {
        return new Value(nextValue++, type);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void writeEntry() {
        List<Value> parameters =
                List.of(fresh(Type.INT.array()), fresh(Type.DOUBLE.array()), fresh(Type.DOUBLE.array()));
        always.addAll(parameters);
        always.add(literal(new Constant.OfInt(random.nextInt(-2, 7))));
        always.add(literal(new Constant.OfLong(random.nextInt(-2, 7))));
        always.add(literal(new Constant.OfDouble(random.nextInt(-2, 3) / 2.0)));
        List<Value> pool = new ArrayList<>(always);
        Value fuel = literal(new Constant.OfInt(FUEL));
        compute(pool, random.nextInt(6));
        always.addAll(pool.subList(always.size(), pool.size()));
        finish(0, parameters, new Terminator.Jump(toHeader(fuel, pool), 1), List.of());
    }

    private Value literal(Constant constant) {
        Value value = fresh(constant.type());
        instructions.add(new Instruction(value, new Op.Literal(constant), List.of(), 0));
        return value;
    }

    private void finish(int id, List<Value> parameters, Terminator end, List<Handler> caught) {
        blocks.add(new Block(id, parameters, instructions, end, caught));
        instructions = new ArrayList<>();
    }

    private Target toHeader(Value fuel, List<Value> pool) {
        int header = random.nextInt(headers.size());
        return new Target(1 + header, arguments(headers.get(header), List.of(fuel), pool));
    }

    private List<Value> arguments(List<Value> parameters, List<Value> fixed, List<Value> pool) {
        List<Value> arguments = new ArrayList<>(fixed);
        for (Value parameter : parameters.subList(fixed.size(), parameters.size())) {
            arguments.add(any(parameter.type(), pool));
        }
        return arguments;
    }

    private Value any(Type type, List<Value> pool) {
        List<Value> fitting =
                pool.stream().filter(value -> value.type().equals(type)).toList();
        // The last few most of the time: chains of single uses.
        int last = random.nextInt(3) == 0 ? fitting.size() : Math.min(3, fitting.size());
        return fitting.get(fitting.size() - 1 - random.nextInt(last));
    }

    private void writeHeader(int header) {
        List<Value> parameters = headers.get(header);
        List<Value> pool = new ArrayList<>(always);
        pool.addAll(parameters.subList(1, parameters.size()));
        Collections.shuffle(pool, new java.util.Random(random.nextLong()));
        int body = nextBlock++;
        Target exit = new Target(999, List.of(any(Type.INT, pool), any(Type.DOUBLE, pool)));
        Terminator test = new Terminator.Branch(
                Terminator.Condition.IFLE, List.of(parameters.get(0)), exit, new Target(body, List.of()), 2);
        finish(1 + header, parameters, test, List.of());
        writeBodies(body, parameters.get(0), pool);
    }

    private void writeBodies(int first, Value fuel, List<Value> pool) {
        List<Handler> caught = caught(fuel, pool);
        int id = first;
        for (int more = random.nextInt(3); more > 0; more--) {
            compute(pool, random.nextInt(6));
            int next = nextBlock++;
            finish(id, List.of(), new Terminator.Jump(new Target(next, List.of()), 3), caught);
            id = next;
            caught = random.nextBoolean() ? caught : caught(fuel, pool);
        }
        Value less = fresh(Type.INT);
        Value one = literal(new Constant.OfInt(1));
        if (random.nextBoolean()) {
            compute(pool, random.nextInt(4));
        }
        instructions.add(new Instruction(less, new Op.Arithmetic(Operator.ISUB), List.of(fuel, one), 4));
        compute(pool, random.nextInt(8));
        finish(id, List.of(), end(less, pool), caught);
    }

    private List<Handler> caught(Value fuel, List<Value> pool) {
        List<Handler> caught = new ArrayList<>();
        for (int i = handlers.isEmpty() ? 0 : random.nextInt(3); i > 0; i--) {
            int handler = random.nextInt(handlers.size());
            boolean again = caught.stream().anyMatch(each -> each.target().block() == 500 + handler);
            if (!again) {
                List<Value> all = arguments(handlers.get(handler), List.of(fuel, fuel), pool);
                Type type = random.nextInt(3) == 0 ? null : pick(CAUGHT);
                caught.add(new Handler(type, new Target(500 + handler, all.subList(1, all.size()))));
            }
        }
        return caught;
    }

    private Terminator end(Value fuel, List<Value> pool) {
        Value selector = any(Type.INT, pool);
        return switch (random.nextInt(handlers.isEmpty() ? 3 : 4)) {
            case 0 -> new Terminator.Jump(toHeader(fuel, pool), 5);
            case 1 ->
                new Terminator.Branch(
                        pick(List.of(Terminator.Condition.values()).subList(0, 6)),
                        List.of(selector),
                        toHeader(fuel, pool),
                        toHeader(fuel, pool),
                        6);
            case 2 ->
                new Terminator.Switch(
                        selector,
                        List.of(3, -1, 0),
                        List.of(toHeader(fuel, pool), toHeader(fuel, pool), toHeader(fuel, pool), toHeader(fuel, pool)),
                        7);
            default -> toHandler(fuel, pool);
        };
    }

    private Terminator toHandler(Value fuel, List<Value> pool) {
        int handler = random.nextInt(handlers.size());
        Value nothing = literal(new Constant.Null());
        List<Value> arguments = arguments(handlers.get(handler), List.of(nothing, fuel), pool);
        return new Terminator.Jump(new Target(500 + handler, arguments), 8);
    }

    private void writeHandler(int handler) {
        List<Value> parameters = handlers.get(handler);
        List<Value> pool = new ArrayList<>(always);
        pool.addAll(parameters.subList(2, parameters.size()));
        compute(pool, random.nextInt(4));
        Value one = literal(new Constant.OfInt(1));
        Value less = fresh(Type.INT);
        instructions.add(new Instruction(less, new Op.Arithmetic(Operator.ISUB), List.of(parameters.get(1), one), 9));
        Terminator end = random.nextInt(4) == 0
                ? new Terminator.Throw(parameters.get(0), 10)
                : new Terminator.Jump(toHeader(less, pool), 10);
        finish(500 + handler, parameters, end, List.of());
    }

    private void writeExit() {
        List<Value> parameters = List.of(fresh(Type.INT), fresh(Type.DOUBLE));
        Value converted = arithmetic(Operator.I2D, parameters.get(0));
        Value sum = arithmetic(Operator.DADD, converted, parameters.get(1));
        finish(999, parameters, new Terminator.Return(sum, 11), List.of());
    }

    private Value arithmetic(Operator operator, Value... operands) {
        Value result = fresh(operator.result());
        instructions.add(new Instruction(result, new Op.Arithmetic(operator), List.of(operands), 12));
        return result;
    }

    private void compute(List<Value> pool, int count) {
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(5)) {
                case 0 -> access(pool);
                case 1 -> pool.add(literal(new Constant.OfInt(random.nextInt(-3, 4))));
                default -> {
                    Operator operator = pick(List.of(
                            Operator.IADD,
                            Operator.IADD,
                            Operator.ISUB,
                            Operator.IMUL,
                            Operator.IDIV,
                            Operator.LADD,
                            Operator.LXOR,
                            Operator.I2L,
                            Operator.L2I,
                            Operator.DADD,
                            Operator.DMUL,
                            Operator.DSUB,
                            Operator.I2D,
                            Operator.D2I,
                            Operator.DCMPL));
                    Value[] operands = operator.operands().stream()
                            .map(type -> any(type, pool))
                            .toArray(Value[]::new);
                    pool.add(arithmetic(operator, operands));
                }
            }
        }
    }

    private void access(List<Value> pool) {
        Type element = random.nextBoolean() ? Type.INT : Type.DOUBLE;
        List<Value> operands = new ArrayList<>();
        operands.add(any(element.array(), pool));
        operands.add(any(Type.INT, pool));
        if (random.nextBoolean()) {
            Value mask = literal(new Constant.OfInt(3));
            operands.set(1, arithmetic(Operator.IAND, operands.get(1), mask));
        }
        if (random.nextBoolean()) {
            operands.add(any(element, pool));
            instructions.add(new Instruction(null, new Op.ArrayStore(element), operands, 13));
        } else {
            Value result = fresh(element);
            instructions.add(new Instruction(result, new Op.ArrayLoad(element), operands, 14));
            pool.add(result);
        }
    }

    private List<Block> reachable() {
        Map<Integer, Block> unreached = new HashMap<>();
        blocks.forEach(block -> unreached.put(block.id(), block));
        List<Block> reached = new ArrayList<>();
        Deque<Integer> pending = new ArrayDeque<>(List.of(0));
        while (!pending.isEmpty()) {
            Block block = unreached.remove(pending.pop());
            if (block != null) {
                reached.add(block);
                block.terminator().targets().forEach(target -> pending.push(target.block()));
                block.handlers()
                        .forEach(handler -> pending.push(handler.target().block()));
            }
        }
        return reached;
    }
}
