package org.atled.compiler.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Runs the instructions of one segment on a frame of values. Moving values between stack and locals leaves no trace;
 * everything else that is no jump becomes an instruction.
 */
final class Translation {
    /** Element types in the order of the opcodes {@code iaload} … {@code saload}, also of {@code iastore} …. */
    private static final List<Type> ELEMENTS =
            List.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE, Type.OBJECT, Type.BYTE, Type.CHAR, Type.SHORT);
    /** Element types in the order of the operands of {@code newarray}, which begin at 4. */
    private static final List<Type> PRIMITIVES =
            List.of(Type.BOOLEAN, Type.CHAR, Type.FLOAT, Type.DOUBLE, Type.BYTE, Type.SHORT, Type.INT, Type.LONG);

    private static final Operator[] OPERATORS = new Operator[DCMPG + 1];

    static {
        for (Operator operator : Operator.values()) {
            OPERATORS[operator.opcode()] = operator;
        }
    }

    private final Frame frame;
    private final Function<Type, Value> fresh;
    private final List<Instruction> instructions = new ArrayList<>();
    private int line;

    Translation(Frame frame, Function<Type, Value> fresh) {
        this.frame = frame;
        this.fresh = fresh;
    }

    List<Instruction> instructions() {
        return instructions;
    }

    /** Translates an instruction that neither jumps nor leaves the method. */
    void apply(AbstractInsnNode node, int sourceLine) {
        line = sourceLine;
        if (node instanceof InsnNode) {
            simple(node.getOpcode());
        } else if (node instanceof VarInsnNode access) {
            local(access);
        } else if (node instanceof IincInsnNode increment) {
            increment(increment);
        } else if (node instanceof LdcInsnNode load) {
            literal(Constants.of(load.cst));
        } else if (node instanceof FieldInsnNode access) {
            field(access);
        } else if (node instanceof MethodInsnNode call) {
            call(call);
        } else {
            other(node);
        }
    }

    private void other(AbstractInsnNode node) {
        if (node instanceof IntInsnNode number) {
            number(number);
        } else if (node instanceof TypeInsnNode typed) {
            typed(typed.getOpcode(), Type.ofClassEntry(typed.desc));
        } else if (node instanceof InvokeDynamicInsnNode call) {
            emit(operation(call), Type.parametersOf(call.desc).size(), Type.resultOf(call.desc));
        } else if (node instanceof MultiANewArrayInsnNode array) {
            Type type = new Type(array.desc);
            emit(new Op.NewArray(type), array.dims, type);
        } else {
            throw unknown(node.getOpcode());
        }
    }

    static Op.InvokeDynamic operation(InvokeDynamicInsnNode call) {
        return new Op.InvokeDynamic(call.name, call.desc, Constants.handle(call.bsm), Constants.of(call.bsmArgs));
    }

    private static IllegalArgumentException unknown(int opcode) {
        return new IllegalArgumentException("opcode " + opcode + " has no place inside a block");
    }

    private void emit(Op op, int operands, Type declaredResult) {
        List<Value> arguments = frame.pop(operands);
        Value result = declaredResult.equals(Type.VOID) ? null : fresh.apply(declaredResult.onStack());
        instructions.add(new Instruction(result, op, arguments, line));
        if (result != null) {
            frame.push(result);
        }
    }

    private void literal(Constant constant) {
        emit(new Op.Literal(constant), 0, constant.type());
    }

    private void simple(int opcode) {
        if (opcode < BIPUSH) {
            simpleLiteral(opcode);
        } else if (opcode < POP) {
            element(opcode);
        } else if (opcode < IADD) {
            rearrange(opcode);
        } else if (opcode <= DCMPG) {
            Operator operator = OPERATORS[opcode];
            emit(new Op.Arithmetic(operator), operator.operands().size(), operator.result());
        } else if (opcode == ARRAYLENGTH) {
            emit(new Op.ArrayLength(), 1, Type.INT);
        } else if (opcode == MONITORENTER || opcode == MONITOREXIT) {
            emit(new Op.Monitor(opcode == MONITORENTER), 1, Type.VOID);
        } else {
            throw unknown(opcode);
        }
    }

    private void simpleLiteral(int opcode) {
        if (opcode == ACONST_NULL) {
            literal(new Constant.Null());
        } else if (opcode >= DCONST_0) {
            literal(new Constant.OfDouble(opcode - DCONST_0));
        } else if (opcode >= FCONST_0) {
            literal(new Constant.OfFloat(opcode - FCONST_0));
        } else if (opcode >= LCONST_0) {
            literal(new Constant.OfLong(opcode - LCONST_0));
        } else if (opcode != NOP) {
            literal(new Constant.OfInt(opcode - ICONST_0));
        }
    }

    private void element(int opcode) {
        if (opcode >= IASTORE) {
            emit(new Op.ArrayStore(ELEMENTS.get(opcode - IASTORE)), 3, Type.VOID);
        } else {
            Type element = ELEMENTS.get(opcode - IALOAD);
            emit(new Op.ArrayLoad(element), 2, element);
        }
    }

    private void rearrange(int opcode) {
        switch (opcode) {
            case POP, POP2 -> frame.drop(opcode - POP + 1);
            case SWAP -> frame.swap();
            case DUP, DUP_X1, DUP_X2 -> frame.duplicate(1, opcode - DUP);
            default -> frame.duplicate(2, opcode - DUP2);
        }
    }

    private void local(VarInsnNode access) {
        if (access.getOpcode() <= ALOAD) {
            frame.push(frame.load(access.var));
        } else {
            frame.store(access.var, frame.pop());
        }
    }

    private void increment(IincInsnNode increment) {
        frame.push(frame.load(increment.var));
        literal(new Constant.OfInt(increment.incr));
        emit(new Op.Arithmetic(Operator.IADD), 2, Type.INT);
        frame.store(increment.var, frame.pop());
    }

    private void number(IntInsnNode node) {
        if (node.getOpcode() == NEWARRAY) {
            Type type = PRIMITIVES.get(node.operand - T_BOOLEAN).array();
            emit(new Op.NewArray(type), 1, type);
        } else {
            literal(new Constant.OfInt(node.operand));
        }
    }

    private void typed(int opcode, Type type) {
        switch (opcode) {
            case NEW -> emit(new Op.New(type), 0, type);
            case ANEWARRAY -> emit(new Op.NewArray(type.array()), 1, type.array());
            case CHECKCAST -> emit(new Op.CheckCast(type), 1, type);
            default -> emit(new Op.InstanceOf(type), 1, Type.INT);
        }
    }

    private void field(FieldInsnNode access) {
        FieldReference field = new FieldReference(access.owner, access.name, new Type(access.desc));
        switch (access.getOpcode()) {
            case GETSTATIC -> emit(new Op.GetField(field, true), 0, field.type());
            case GETFIELD -> emit(new Op.GetField(field, false), 1, field.type());
            case PUTSTATIC -> emit(new Op.PutField(field, true), 1, Type.VOID);
            default -> emit(new Op.PutField(field, false), 2, Type.VOID);
        }
    }

    private void call(MethodInsnNode call) {
        Op.InvokeKind kind = switch (call.getOpcode()) {
            case INVOKESTATIC -> Op.InvokeKind.STATIC;
            case INVOKESPECIAL -> Op.InvokeKind.SPECIAL;
            case INVOKEINTERFACE -> Op.InvokeKind.INTERFACE;
            default -> Op.InvokeKind.VIRTUAL;
        };
        MethodReference method = new MethodReference(call.owner, call.name, call.desc);
        int receiver = kind == Op.InvokeKind.STATIC ? 0 : 1;
        emit(
                new Op.Invoke(kind, method, call.itf),
                receiver + method.parameters().size(),
                method.result());
    }
}
