package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** How a companion learns along how many directions at a time there is code: from a method that returns a constant. */
public final class Widths {
    private static final MethodReference EXCEPTION =
            new MethodReference("java/lang/IllegalStateException", "<init>", "(Ljava/lang/String;)V");

    private Widths() {}

    /** The method that says how many there are. */
    public static Function answer(MethodReference name, int directions) {
        Value width = new Value(0, Type.INT);
        Instruction literal = new Instruction(width, new Op.Literal(new Constant.OfInt(directions)), List.of(), 0);
        return new Function(
                name, true, List.of(new Block(0, List.of(), List.of(literal), new Terminator.Return(width, 0))));
    }

    /** Code that takes one direction at a time, whatever there is code for. */
    public static Function one(Function function, Predicate<MethodReference> isWidth) {
        boolean asks = function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(each -> asks(each, isWidth));
        if (!asks) {
            return function;
        }
        Draft draft = new Draft(function);
        draft.blocks()
                .forEach(block -> block.instructions.replaceAll(each -> asks(each, isWidth)
                        ? new Instruction(each.result(), new Op.Literal(new Constant.OfInt(1)), List.of(), each.line())
                        : each));
        return draft.finish();
    }

    private static boolean asks(Instruction instruction, Predicate<MethodReference> isWidth) {
        return instruction.op() instanceof Op.Invoke call
                && call.kind() == Op.InvokeKind.STATIC
                && call.method().descriptor().equals("()I")
                && call.method().name().contains("$width")
                && instruction.result() != null
                && isWidth.test(call.method());
    }

    /** What stands in the place of a derivative along more directions than that: nobody calls it. */
    public static Function unavailable(MethodReference core) {
        List<Value> parameters = new ArrayList<>();
        core.parameters().forEach(type -> parameters.add(new Value(parameters.size(), type.onStack())));
        Value message = new Value(parameters.size(), Type.STRING);
        Value exception = new Value(parameters.size() + 1, Type.object(EXCEPTION.owner()));
        String text = core.name() + " was not made: it would be too long, or was switched off";
        List<Instruction> instructions = List.of(
                new Instruction(message, new Op.Literal(new Constant.OfString(text)), List.of(), 0),
                new Instruction(exception, new Op.Create(EXCEPTION), List.of(message), 0));
        return new Function(
                core, true, List.of(new Block(0, parameters, instructions, new Terminator.Throw(exception, 0))));
    }
}
