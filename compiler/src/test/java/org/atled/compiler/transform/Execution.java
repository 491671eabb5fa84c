package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * What a {@link RandomFunction} does for some arguments: the traced numbers and how it ends. A run is cut off after
 * some steps, as random functions need not terminate.
 */
final class Execution {
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Value, Object> values = new HashMap<>();
    private final Map<MethodReference, Function> callees;
    private final List<Object> trace;
    /** Left for this call and those around it. */
    private final AtomicInteger steps;

    private Object result;

    private Execution(
            Function function, Map<MethodReference, Function> callees, List<Object> trace, AtomicInteger steps) {
        function.blocks().forEach(block -> blocks.put(block.id(), block));
        this.callees = callees;
        this.trace = trace;
        this.steps = steps;
    }

    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The trace, whose last element is how the function ends unless the run was cut off. */
    static List<Object> of(
            Function function, Map<MethodReference, Function> callees, List<Integer> arguments, int steps) {
        List<Object> trace = new ArrayList<>();
        Execution run = new Execution(function, callees, trace, new AtomicInteger(steps));
        try {
            trace.add("returns " + run.call(function, List.copyOf(arguments)));
        } catch (ArithmeticException thrown) {
            trace.add("throws");
        } catch (CutOff cut) {
            return trace;
        }
        return trace;
    }

    private Object call(Function function, List<Object> arguments) {
        Block block = enter(function.entry().id(), arguments);
        while (block != null) {
            if (steps.getAndDecrement() <= 0) {
                throw new CutOff();
            }
            block = run(block);
        }
        return result;
    }

    private Block enter(int id, List<Object> arguments) {
        Block block = blocks.get(id);
        for (int i = 0; i < arguments.size(); i++) {
            values.put(block.parameters().get(i), arguments.get(i));
        }
        return block;
    }

    private Block run(Block block) {
        List<List<Object>> handlerArguments = block.handlers().stream()
                .map(handler -> read(handler.target().arguments()))
                .toList();
        try {
            block.instructions().forEach(this::run);
        } catch (ArithmeticException thrown) {
            if (block.handlers().isEmpty()) {
                throw thrown;
            }
            List<Object> arguments = new ArrayList<>(List.of("exception"));
            arguments.addAll(handlerArguments.get(0));
            return enter(block.handlers().get(0).target().block(), arguments);
        }
        if (block.terminator() instanceof Terminator.Return leave) {
            result = leave.value() == null ? null : values.get(leave.value());
            return null;
        }
        Target target = choose(block.terminator());
        return enter(target.block(), read(target.arguments()));
    }

    private List<Object> read(List<Value> names) {
        List<Object> read = new ArrayList<>();
        for (Value name : names) {
            if (!values.containsKey(name)) {
                throw new AssertionError(name + " is not defined");
            }
            read.add(values.get(name));
        }
        return read;
    }

    private int number(Value name) {
        return (Integer) read(List.of(name)).get(0);
    }

    private void run(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.Literal literal) {
            values.put(
                    instruction.result(),
                    literal.constant() instanceof Constant.Null
                            ? null
                            : literal.constant().number());
        } else if (op instanceof Op.Arithmetic arithmetic) {
            values.put(instruction.result(), compute(arithmetic.operator(), read(instruction.operands())));
        } else if (op instanceof Op.Invoke call && callees.containsKey(call.method())) {
            Function callee = callees.get(call.method());
            Execution inner = new Execution(callee, callees, trace, steps);
            values.put(instruction.result(), inner.call(callee, read(instruction.operands())));
        } else if (op instanceof Op.Invoke) {
            trace.add(number(instruction.operand(0)));
        } else {
            values.put(instruction.result(), access(op, read(instruction.operands())));
        }
    }

    private static Object compute(Operator operator, List<Object> operands) {
        if (operator == Operator.D2I) {
            return ((Double) operands.get(0)).intValue();
        }
        int a = (Integer) operands.get(0);
        int b = (Integer) operands.get(operands.size() - 1);
        return switch (operator) {
            case IADD -> a + b;
            case ISUB -> a - b;
            case IMUL -> a * b;
            case IDIV -> a / b;
            case INEG -> -a;
            case I2D -> (double) a;
            default -> throw new AssertionError(operator);
        };
    }

    /** Arrays are lists. */
    @SuppressWarnings("unchecked")
    private static Object access(Op op, List<Object> operands) {
        if (op instanceof Op.NewArray) {
            return new ArrayList<>(Collections.nCopies((Integer) operands.get(0), 0.0));
        } else if (op instanceof Op.CheckCast) {
            return operands.get(0);
        }
        List<Object> array = (List<Object>) operands.get(0);
        int index = (Integer) operands.get(1);
        return op instanceof Op.ArrayLoad ? array.get(index) : array.set(index, operands.get(2));
    }

    private Target choose(Terminator terminator) {
        if (terminator instanceof Terminator.Branch branch) {
            int value = number(branch.operands().get(0));
            boolean holds = branch.condition() == Terminator.Condition.IFLT ? value < 0 : value == 0;
            return holds ? branch.then() : branch.otherwise();
        } else if (terminator instanceof Terminator.Switch choice) {
            int at = choice.keys().indexOf(number(choice.selector()));
            return choice.targets().get(at < 0 ? choice.keys().size() : at);
        }
        return terminator.targets().get(0);
    }
}
