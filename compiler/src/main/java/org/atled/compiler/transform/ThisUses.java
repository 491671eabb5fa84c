package org.atled.compiler.transform;

import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * What the replay of a constructor may do with {@code this}: read and write its fields, compare it, ask for its class.
 * Everything else would let it be seen by code that does not know that its fields are variables now.
 */
final class ThisUses {
    private static final MethodReference GET_CLASS =
            new MethodReference("java/lang/Object", "getClass", "()Ljava/lang/Class;");

    private final Value self;
    private final ConstructorFactory.Callees callees;

    ThisUses(Value self, ConstructorFactory.Callees callees) {
        this.self = self;
        this.callees = callees;
    }

    /** Whether a call on {@code this} is as good on the finished object. */
    static boolean isHarmless(MethodReference method) {
        return method.name().equals(GET_CLASS.name()) && method.descriptor().equals(GET_CLASS.descriptor());
    }

    /** Whether an instruction does nothing but check or lock {@code this}; its result is {@code this} again. */
    static boolean givesThis(Instruction instruction, Value self) {
        boolean takesThis =
                !instruction.operands().isEmpty() && instruction.operand(0).equals(self);
        return takesThis
                && (instruction.op() instanceof Op.CheckCast
                        || instruction.op() instanceof Op.Monitor
                        || instruction.op() instanceof Op.Invoke call
                                && call.method().owner().equals("java/util/Objects")
                                && call.method().name().equals("requireNonNull"));
    }

    /** Refuses a block that lets {@code this} out, from an instruction on. */
    void check(Block block, int from) {
        for (Instruction instruction :
                block.instructions().subList(from, block.instructions().size())) {
            if (instruction.operands().contains(self)) {
                check(instruction);
            }
        }
        Terminator end = block.terminator();
        if (end instanceof Terminator.Throw && end.operands().contains(self)) {
            throw refused("throws `this`", end.line());
        }
        end.targets().forEach(target -> check(target, end.line()));
        block.handlers().stream().map(Handler::target).forEach(target -> check(target, block.line()));
    }

    private void check(Target target, int line) {
        if (target.arguments().contains(self)) {
            throw refused("goes on with `this` or another object, whichever it is", line);
        }
    }

    private void check(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.GetField get) {
            checkField(get.field(), "reads", instruction);
        } else if (op instanceof Op.PutField put
                && !instruction.operand(instruction.operands().size() - 1).equals(self)) {
            checkField(put.field(), "writes", instruction);
        } else if (op instanceof Op.PutField put) {
            throw refused("stores `this` in field " + Naming.of(put.field()), instruction.line());
        } else if (op instanceof Op.ArrayStore) {
            throw refused("stores `this` in an array", instruction.line());
        } else if (op instanceof Op.Invoke call && !isHarmless(call.method())) {
            throw refused("passes `this` to " + Naming.of(call.method()), instruction.line());
        } else if (op instanceof Op.InvokeDynamic) {
            throw refused("passes `this` to a lambda, a method reference or a string", instruction.line());
        }
    }

    private void checkField(FieldReference named, String what, Instruction instruction) {
        FieldReference field = callees.declared(named);
        if (ConstructorReplay.isLibrary(field.owner())) {
            throw refused(
                    what + " field " + Naming.of(field) + ", which a constructor of the JDK may have changed",
                    instruction.line());
        }
    }

    private RefusedException refused(String reason, int line) {
        return new RefusedException(
                "the constructor of " + Naming.ofClass(self.type().internalName()) + " " + reason, line);
    }
}
