package org.atled.compiler.ir;

import java.util.List;

/**
 * One step of a block.
 *
 * @param result the value it defines, or {@code null}
 * @param line source line, 0 if unknown
 */
public record Instruction(Value result, Op op, List<Value> operands, int line) {
    public Instruction {
        operands = List.copyOf(operands);
    }

    public Value operand(int index) {
        return operands.get(index);
    }
}
