package org.atled.compiler.bytecode;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.POP2;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Writes statements and expression trees as a {@link Schedule} has formed them. */
final class StatementWriter {
    private final Uses uses;
    private final Schedule schedule;
    private final Slots slots;
    private final MethodVisitor out;
    private int line;

    StatementWriter(Uses uses, Schedule schedule, Slots slots, MethodVisitor out) {
        this.uses = uses;
        this.schedule = schedule;
        this.slots = slots;
        this.out = out;
    }

    void statement(Instruction instruction) {
        Value result = instruction.result();
        if (result != null && uses.count(result) > 0) {
            assign(result, instruction);
            return;
        }
        evaluate(instruction);
        if (result != null && !Creation.isConstructor(instruction)) {
            out.visitInsn(result.type().slots() == 2 ? POP2 : POP);
        }
    }

    /** Evaluates a value, wherever it is, and stores it in the variable. */
    void assign(Value variable, Value value) {
        if (schedule.isOnStack(value)) {
            assign(variable, uses.definition(value));
        } else {
            push(value);
            store(variable);
        }
    }

    private void assign(Value variable, Instruction instruction) {
        if (isIncrementOf(variable, instruction)) {
            startLine(instruction.line());
            int step = ((Constant.OfInt) literal(instruction.operand(1))).value();
            out.visitIincInsn(slots.slot(variable), operator(instruction) == Operator.IADD ? step : -step);
        } else {
            evaluate(instruction);
            store(variable);
        }
    }

    private boolean isIncrementOf(Value variable, Instruction instruction) {
        if (operator(instruction) != Operator.IADD && operator(instruction) != Operator.ISUB) {
            return false;
        }
        Value start = instruction.operand(0);
        return isLoaded(start)
                && slots.slot(start) == slots.slot(variable)
                && literal(instruction.operand(1)) instanceof Constant.OfInt step
                && Math.abs((long) step.value()) <= Short.MAX_VALUE;
    }

    private static Operator operator(Instruction instruction) {
        return instruction.op() instanceof Op.Arithmetic arithmetic ? arithmetic.operator() : null;
    }

    private Constant literal(Value value) {
        return uses.isRematerialized(value)
                ? ((Op.Literal) uses.definition(value).op()).constant()
                : null;
    }

    /** Whether the value is read from its local variable. */
    boolean isLoaded(Value value) {
        return !schedule.isOnStack(value) && !uses.isRematerialized(value);
    }

    void push(Value value) {
        if (schedule.isOnStack(value)) {
            evaluate(uses.definition(value));
        } else if (uses.isRematerialized(value)) {
            Literals.push(literal(value), out);
        } else {
            out.visitVarInsn(Encoding.opcode(value.type(), ILOAD), slots.slot(value));
        }
    }

    void push(List<Value> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (schedule.isDuplicate(operands, i)) {
                out.visitInsn(operands.get(i).type().slots() == 2 ? DUP2 : DUP);
            } else {
                push(operands.get(i));
            }
        }
    }

    private void evaluate(Instruction instruction) {
        List<Value> operands = instruction.operands();
        Value result = instruction.result();
        if (Creation.isConstructor(instruction) && result != null && uses.count(result) > 0) {
            push(operands.get(0));
            out.visitInsn(DUP);
            push(operands.subList(1, operands.size()));
        } else {
            push(operands);
        }
        startLine(instruction.line());
        Encoding.write(instruction.op(), operands.size(), out);
    }

    void store(Value variable) {
        out.visitVarInsn(Encoding.opcode(variable.type(), ISTORE), slots.slot(variable));
    }

    /** Notes the source line of what follows; 0 leaves the line as it is. */
    void startLine(int number) {
        if (number != 0 && number != line) {
            line = number;
            Label start = new Label();
            out.visitLabel(start);
            out.visitLineNumber(number, start);
        }
    }
}
