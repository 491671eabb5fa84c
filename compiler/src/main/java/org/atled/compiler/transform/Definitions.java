package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/** The instructions that define the values of a draft, and what they let us know about them. */
final class Definitions {
    private final Map<Value, Instruction> instructions = new HashMap<>();

    Definitions(Draft draft) {
        draft.blocks().forEach(block -> block.instructions.forEach(this::put));
    }

    void put(Instruction instruction) {
        if (instruction.result() != null) {
            instructions.put(instruction.result(), instruction);
        }
    }

    /** The instruction that defines a value, {@code null} if it is a block parameter. */
    Instruction of(Value value) {
        return instructions.get(value);
    }

    /** The constant that a value is, {@code null} if it is not the result of a literal. */
    Constant constant(Value value) {
        Instruction instruction = of(value);
        return instruction != null && instruction.op() instanceof Op.Literal literal ? literal.constant() : null;
    }

    private boolean isIntBelow(Value value, int bound) {
        return constant(value) instanceof Constant.OfInt number && number.value() >= 0 && number.value() < bound;
    }

    private boolean isNewArray(Value value) {
        Instruction instruction = of(value);
        return instruction != null && instruction.op() instanceof Op.NewArray;
    }

    /**
     * Whether nothing can be noticed of an instruction but its result: it writes nothing and throws nothing. Running
     * out of memory is not counted.
     */
    boolean hasNoEffect(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.NewArray array) {
            // Naming a class can fail, a primitive type not.
            return !array.type().leaf().isReference()
                    && instruction.operands().stream().allMatch(length -> isIntBelow(length, Integer.MAX_VALUE));
        } else if (op instanceof Op.ArrayLength) {
            return isNewArray(instruction.operand(0));
        } else if (op instanceof Op.ArrayLoad) {
            return isNewArray(instruction.operand(0))
                    && constant(of(instruction.operand(0)).operand(0)) instanceof Constant.OfInt length
                    && isIntBelow(instruction.operand(1), length.value());
        }
        return op.isPure();
    }
}
