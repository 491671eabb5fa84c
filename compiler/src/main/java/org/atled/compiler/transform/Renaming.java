package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Values to read in place of others; chains are followed to their end. */
final class Renaming {
    private final Map<Value, Value> replacements = new HashMap<>();

    /** Whether reads of the first may become reads of the second without a loss of type. */
    static boolean isAllowed(Value from, Value to) {
        return from.type().equals(to.type())
                || from.type().equals(Type.OBJECT)
                        && to.type().isReference()
                        && !to.type().equals(Type.NULL);
    }

    void put(Value from, Value to) {
        if (from.equals(of(to))) {
            throw new IllegalArgumentException("Renaming " + from + " to itself");
        }
        replacements.put(from, to);
    }

    boolean isEmpty() {
        return replacements.isEmpty();
    }

    Value of(Value value) {
        Value end = value;
        for (Value next = replacements.get(end); next != null; next = replacements.get(end)) {
            end = next;
        }
        if (!end.equals(value)) {
            replacements.put(value, end);
        }
        return end;
    }

    List<Value> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }

    Instruction of(Instruction instruction) {
        List<Value> operands = of(instruction.operands());
        return operands.equals(instruction.operands())
                ? instruction
                : new Instruction(instruction.result(), instruction.op(), operands, instruction.line());
    }

    Target of(Target target) {
        return new Target(target.block(), of(target.arguments()));
    }

    Handler of(Handler handler) {
        return new Handler(handler.catchType(), of(handler.target()));
    }

    Terminator of(Terminator terminator) {
        return terminator.with(
                of(terminator.operands()),
                terminator.targets().stream().map(this::of).toList());
    }

    void apply(DraftBlock block) {
        block.instructions.replaceAll(this::of);
        block.terminator = of(block.terminator);
        block.handlers.replaceAll(this::of);
    }
}
