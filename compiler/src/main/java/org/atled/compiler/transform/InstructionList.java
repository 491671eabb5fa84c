package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Instructions on their way into a block of a draft. */
final class InstructionList implements InstructionAppender {
    final List<Instruction> instructions;
    private final Draft draft;

    InstructionList(Draft draft) {
        this(draft, new ArrayList<>());
    }

    /** Goes on with a list. */
    InstructionList(Draft draft, List<Instruction> instructions) {
        this.draft = draft;
        this.instructions = instructions;
    }

    @Override
    public Value append(Op op, Type type, int line, Value... operands) {
        Value result = type.equals(Type.VOID) ? null : draft.newValue(type);
        instructions.add(new Instruction(result, op, List.of(operands), line));
        return result;
    }
}
