package org.atled.compiler.bytecode;

import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.FADD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.MONITORENTER;
import static org.objectweb.asm.Opcodes.MONITOREXIT;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;

import java.util.List;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the JVM instruction of an operation whose operands are on the stack. */
final class Encoding {
    private static final String PRIMITIVES = "ZCFDBSIJ";

    private Encoding() {}

    static void write(Op op, int operandCount, MethodVisitor out) {
        if (op instanceof Op.Literal literal) {
            Literals.push(literal.constant(), out);
        } else if (op instanceof Op.Arithmetic arithmetic) {
            out.visitInsn(arithmetic.operator().opcode());
        } else if (op instanceof Op.Accumulate accumulate) {
            out.visitInsn(accumulate.type().equals(Type.DOUBLE) ? DADD : FADD);
        } else if (op instanceof Op.ArrayLength) {
            out.visitInsn(ARRAYLENGTH);
        } else if (op instanceof Op.ArrayLoad load) {
            out.visitInsn(opcode(load.element(), IALOAD));
        } else if (op instanceof Op.ArrayStore store) {
            out.visitInsn(opcode(store.element(), IASTORE));
        } else if (op instanceof Op.NewArray array) {
            writeNewArray(array.type(), operandCount, out);
        } else if (op instanceof Op.Monitor monitor) {
            out.visitInsn(monitor.enter() ? MONITORENTER : MONITOREXIT);
        } else {
            writeSymbolic(op, out);
        }
    }

    private static void writeSymbolic(Op op, MethodVisitor out) {
        if (op instanceof Op.GetField get) {
            writeField(get.isStatic() ? GETSTATIC : GETFIELD, get.field(), out);
        } else if (op instanceof Op.PutField put) {
            writeField(put.isStatic() ? PUTSTATIC : PUTFIELD, put.field(), out);
        } else if (op instanceof Op.Invoke invoke) {
            writeInvoke(invoke, out);
        } else if (op instanceof Op.InvokeDynamic call) {
            List<org.atled.compiler.ir.Constant> arguments = call.arguments();
            out.visitInvokeDynamicInsn(
                    call.name(), call.descriptor(), Literals.handle(call.bootstrap()), Literals.poolEntries(arguments));
        } else if (op instanceof Op.New creation) {
            out.visitTypeInsn(NEW, creation.type().internalName());
        } else if (op instanceof Op.CheckCast cast) {
            out.visitTypeInsn(CHECKCAST, cast.type().internalName());
        } else if (op instanceof Op.InstanceOf test) {
            out.visitTypeInsn(INSTANCEOF, test.type().internalName());
        } else {
            // An Initialized among them: only primals have it, and these are not lowered.
            throw new IllegalArgumentException("no instruction for " + op);
        }
    }

    private static void writeField(int opcode, FieldReference field, MethodVisitor out) {
        out.visitFieldInsn(opcode, field.owner(), field.name(), field.type().descriptor());
    }

    private static void writeInvoke(Op.Invoke invoke, MethodVisitor out) {
        int opcode = switch (invoke.kind()) {
            case STATIC -> INVOKESTATIC;
            case VIRTUAL -> INVOKEVIRTUAL;
            case INTERFACE -> INVOKEINTERFACE;
            case SPECIAL -> INVOKESPECIAL;
        };
        out.visitMethodInsn(
                opcode,
                invoke.method().owner(),
                invoke.method().name(),
                invoke.method().descriptor(),
                invoke.ownerIsInterface());
    }

    private static void writeNewArray(Type type, int dimensions, MethodVisitor out) {
        int primitive = PRIMITIVES.indexOf(type.element().descriptor());
        if (dimensions > 1) {
            out.visitMultiANewArrayInsn(type.descriptor(), dimensions);
        } else if (primitive >= 0) {
            // JVMS 6.5: the codes 4 (boolean) to 11 (long) of newarray.
            out.visitIntInsn(NEWARRAY, Opcodes.T_BOOLEAN + primitive);
        } else {
            out.visitTypeInsn(ANEWARRAY, type.element().internalName());
        }
    }

    /** The variant for this type of an opcode given as its {@code int} variant, such as ILOAD, IALOAD or IRETURN. */
    static int opcode(Type type, int intOpcode) {
        return org.objectweb.asm.Type.getType(type.equals(Type.NULL) ? "Ljava/lang/Object;" : type.descriptor())
                .getOpcode(intOpcode);
    }
}
