package org.atled.compiler.ir;

import java.util.HashMap;
import java.util.Map;

/** The instructions that define values, and what they let us know about them. */
public final class Definitions {
    private final Map<Value, Instruction> instructions = new HashMap<>();

    public static Definitions of(Function function) {
        Definitions definitions = new Definitions();
        function.blocks().forEach(block -> block.instructions().forEach(definitions::put));
        return definitions;
    }

    public void put(Instruction instruction) {
        if (instruction.result() != null) {
            instructions.put(instruction.result(), instruction);
        }
    }

    /** The instruction that defines a value, {@code null} if it is a block parameter. */
    public Instruction of(Value value) {
        return instructions.get(value);
    }

    /** The constant that a value is, {@code null} if it is not the result of a literal. */
    public Constant constant(Value value) {
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
    public boolean hasNoEffect(Instruction instruction) {
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
