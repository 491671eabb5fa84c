package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * Turns small arrays that never leave a function, such as {@code new double[3]} for the coordinates of a point, into one
 * variable per element: all reads and writes name the array itself and a literal index inside it. Which of several arrays
 * there is after a branch may depend on the path (see {@link SmallArrays}). Functions with exception handlers stay as they are.
 */
public final class ReplaceArrays {
    private final ControlFlow flow;
    private final Definitions definitions;
    private final Map<Value, Variable[]> arrays = new HashMap<>();
    private final Map<Value, Value> values = new HashMap<>();
    private final Map<Integer, BlockBuilder> blocks = new HashMap<>();

    private ReplaceArrays(ControlFlow flow) {
        this.flow = flow;
        definitions = Definitions.of(flow.function());
    }

    public static Function apply(Function function) {
        if (function.blocks().stream().anyMatch(block -> !block.handlers().isEmpty())) {
            return function;
        }
        ReplaceArrays pass = new ReplaceArrays(ControlFlow.of(function));
        pass.findArrays();
        return pass.arrays.isEmpty() ? function : pass.rebuild();
    }

    private void findArrays() {
        SmallArrays.of(flow).forEach((array, length) -> arrays.put(array, variables(array, length)));
    }

    private int index(Instruction access) {
        return ((Constant.OfInt) definitions.constant(access.operand(1))).value();
    }

    private static Variable[] variables(Value array, int length) {
        Type element = array.type().element();
        Variable[] variables = new Variable[length];
        for (int i = 0; i < length; i++) {
            variables[i] = new Variable(array + "[" + i + "]", element);
        }
        return variables;
    }

    private Function rebuild() {
        Function function = flow.function();
        FunctionBuilder builder = new FunctionBuilder(function.name(), function.isStatic());
        for (Block block : flow.reversePostorder()) {
            BlockBuilder target = builder.block();
            blocks.put(block.id(), target);
            block.parameters().forEach(parameter -> addParameter(target, parameter));
        }
        for (Block block : flow.reversePostorder()) {
            BlockBuilder target = blocks.get(block.id());
            block.instructions().forEach(instruction -> visit(target, instruction));
            Terminator end = block.terminator();
            target.end(end.with(
                    mapped(end.operands()),
                    end.targets().stream().map(edge -> target(target, edge)).toList()));
        }
        return builder.build();
    }

    /** An array becomes as many parameters as it has elements. */
    private void addParameter(BlockBuilder block, Value parameter) {
        if (!arrays.containsKey(parameter)) {
            values.put(parameter, block.parameter(parameter.type()));
            return;
        }
        for (Variable element : arrays.get(parameter)) {
            block.write(element, block.parameter(element.type()));
        }
    }

    private Target target(BlockBuilder block, Target target) {
        List<Value> arguments = new ArrayList<>();
        for (Value argument : target.arguments()) {
            if (arrays.containsKey(argument)) {
                for (Variable element : arrays.get(argument)) {
                    arguments.add(block.read(element));
                }
            } else {
                arguments.add(values.get(argument));
            }
        }
        return new Target(blocks.get(target.block()).id(), arguments);
    }

    private List<Value> mapped(List<Value> originals) {
        return originals.stream().map(values::get).toList();
    }

    private void visit(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        int line = instruction.line();
        if (arrays.containsKey(instruction.result())) {
            Variable[] elements = arrays.get(instruction.result());
            for (Variable element : elements) {
                block.write(element, block.literal(FunctionBuilder.zeroOf(element.type()), line));
            }
        } else if (!instruction.operands().isEmpty() && arrays.containsKey(instruction.operand(0))) {
            Variable[] elements = arrays.get(instruction.operand(0));
            if (op instanceof Op.ArrayLength) {
                values.put(instruction.result(), block.literal(new Constant.OfInt(elements.length), line));
            } else {
                Variable element = elements[index(instruction)];
                if (op instanceof Op.ArrayStore) {
                    block.write(element, values.get(instruction.operand(2)));
                } else {
                    values.put(instruction.result(), block.read(element));
                }
            }
        } else {
            Value[] operands = mapped(instruction.operands()).toArray(Value[]::new);
            Type type = instruction.result() == null
                    ? Type.VOID
                    : instruction.result().type();
            Value result = block.append(op, type, line, operands);
            if (result != null) {
                values.put(instruction.result(), result);
            }
        }
    }
}
