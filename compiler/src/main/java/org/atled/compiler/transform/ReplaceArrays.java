package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Use;
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
 * variable per element: all reads and writes name the array itself and a literal index inside it. Functions with
 * exception handlers stay as they are.
 */
public final class ReplaceArrays {
    private static final int LONGEST = 16;

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
        for (Block block : flow.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                length(instruction)
                        .filter(length -> flow.uses(instruction.result()).stream()
                                .allMatch(use -> isElementAccess(instruction.result(), use, length)))
                        .ifPresent(length -> arrays.put(instruction.result(), variables(instruction, length)));
            }
        }
    }

    /** The length of a new array that is short enough, of numbers that fill a variable. */
    private Optional<Integer> length(Instruction instruction) {
        if (!(instruction.op() instanceof Op.NewArray creation)
                || instruction.operands().size() != 1
                || creation.type().element().isReference()
                || !creation.type().element().onStack().equals(creation.type().element())) {
            return Optional.empty();
        }
        return integer(instruction.operand(0)).filter(length -> length >= 0 && length <= LONGEST);
    }

    private Optional<Integer> integer(Value value) {
        return definitions.constant(value) instanceof Constant.OfInt number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    private boolean isElementAccess(Value array, Use use, int length) {
        List<Instruction> instructions = flow.block(use.block()).instructions();
        if (use.position() < 0 || use.position() >= instructions.size()) {
            return false;
        }
        Instruction user = instructions.get(use.position());
        if (user.op() instanceof Op.ArrayLength) {
            return true;
        }
        boolean isAccess = user.op() instanceof Op.ArrayLoad
                || user.op() instanceof Op.ArrayStore && !user.operand(2).equals(array);
        return isAccess
                && integer(user.operand(1))
                        .filter(index -> index >= 0 && index < length)
                        .isPresent();
    }

    private static Variable[] variables(Instruction creation, int length) {
        Type element = creation.result().type().element();
        Variable[] variables = new Variable[length];
        for (int i = 0; i < length; i++) {
            variables[i] = new Variable(creation.result() + "[" + i + "]", element);
        }
        return variables;
    }

    private Function rebuild() {
        Function function = flow.function();
        FunctionBuilder builder = new FunctionBuilder(function.name(), function.isStatic());
        for (Block block : flow.reversePostorder()) {
            BlockBuilder target = builder.block();
            blocks.put(block.id(), target);
            block.parameters().forEach(parameter -> values.put(parameter, target.parameter(parameter.type())));
        }
        for (Block block : flow.reversePostorder()) {
            BlockBuilder target = blocks.get(block.id());
            block.instructions().forEach(instruction -> visit(target, instruction));
            Terminator end = block.terminator();
            target.end(end.with(
                    mapped(end.operands()),
                    end.targets().stream().map(this::target).toList()));
        }
        return builder.build();
    }

    private Target target(Target target) {
        return new Target(blocks.get(target.block()).id(), mapped(target.arguments()));
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
                Variable element = elements[integer(instruction.operand(1)).orElseThrow()];
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
