package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.objectweb.asm.Opcodes.*;

import java.time.Duration;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Code that javac does not write, or writes rarely, or only from much source. */
class AssembledCodeTest {
    private MethodNode code;

    @BeforeEach
    void start() {
        code = method("(I)I");
    }

    private static MethodNode method(String descriptor) {
        return new MethodNode(ACC_STATIC, "f", descriptor, null, null);
    }

    private Function lift(int locals) {
        code.visitMaxs(200, locals);
        ClassNode owner = new ClassNode();
        owner.name = "demo/Assembled";
        Function function = Lift.apply(owner, code, LoadedClasses.FILES.hierarchy());
        Verifier.verify(function);
        return function;
    }

    @Test
    void subroutinesAreInlinedAtEachCall() {
        Label subroutine = new Label();
        code.visitJumpInsn(JSR, subroutine);
        code.visitJumpInsn(JSR, subroutine);
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(IRETURN);
        code.visitLabel(subroutine);
        code.visitVarInsn(ASTORE, 1);
        code.visitIincInsn(0, 3);
        code.visitVarInsn(RET, 1);
        Function function = lift(2);
        assertThat(function.blocks()).hasSize(1);
        assertThat(function.entry().instructions())
                .filteredOn(instruction -> instruction.op() instanceof Op.Arithmetic)
                .hasSize(2);
    }

    @Test
    void unreachableCodeIsDropped() {
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(IRETURN);
        code.visitInsn(ICONST_0);
        code.visitInsn(IRETURN);
        assertThat(lift(1).blocks()).hasSize(1);
    }

    @Test
    void slotsMayHoldOtherTypesLater() {
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(I2D);
        code.visitVarInsn(DSTORE, 0);
        code.visitVarInsn(DLOAD, 0);
        code.visitInsn(D2I);
        code.visitVarInsn(ISTORE, 1);
        code.visitVarInsn(ILOAD, 1);
        code.visitInsn(IRETURN);
        assertThat(lift(2).entry().instructions())
                .extracting(instruction -> instruction.result().type().descriptor())
                .containsExactly("D", "I");
    }

    @Test
    void everyWayToDuplicateKeepsTheOrderOfOperands() {
        code = method("(IIIIII)I");
        for (int i = 0; i < 6; i++) {
            code.visitVarInsn(ILOAD, i);
        }
        code.visitInsn(DUP2_X2); // 0 1 4 5 2 3 4 5
        code.visitInsn(DUP_X1); // 0 1 4 5 2 3 5 4 5
        code.visitInsn(DUP_X2); // 0 1 4 5 2 3 5 5 4 5
        code.visitInsn(DUP2_X1); // 0 1 4 5 2 3 5 4 5 5 4 5
        code.visitInsn(SWAP); // 0 1 4 5 2 3 5 4 5 5 5 4
        code.visitInsn(DUP2); // 0 1 4 5 2 3 5 4 5 5 5 4 5 4
        code.visitInsn(POP2);
        code.visitInsn(POP);
        code.visitMethodInsn(INVOKESTATIC, "demo/Assembled", "g", "(IIIIIIIIIII)I", false);
        code.visitInsn(IRETURN);
        Function function = lift(6);
        assertThat(function.entry().instructions().get(0).operands())
                .extracting(Value::id)
                .containsExactly(0, 1, 4, 5, 2, 3, 5, 4, 5, 5, 5);
    }

    @Test
    void valuesOnTheStackAtAJoinAreParameters() {
        Label other = new Label();
        Label join = new Label();
        code.visitInsn(ICONST_5);
        code.visitVarInsn(ILOAD, 0);
        code.visitJumpInsn(IFEQ, other);
        code.visitInsn(ICONST_1);
        code.visitJumpInsn(GOTO, join);
        code.visitLabel(other);
        code.visitInsn(ICONST_2);
        code.visitLabel(join);
        code.visitInsn(IADD);
        code.visitInsn(IRETURN);
        List<Block> blocks = lift(1).blocks();
        assertThat(blocks.get(blocks.size() - 1).parameters()).hasSize(1);
    }

    @Test
    void gotoTheNextInstructionIsNoInstruction() {
        Label next = new Label();
        code.visitJumpInsn(GOTO, next);
        code.visitLabel(next);
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(IRETURN);
        assertThat(lift(1).blocks()).hasSize(1);
    }

    @Test
    void everyKindOfConstantLoads() {
        Handle bootstrap = new Handle(H_INVOKESTATIC, "demo/B", "boot", "()Ljava/lang/Object;", false);
        ConstantDynamic dynamic = new ConstantDynamic("c", "Z", bootstrap, 1, "two");
        List<Object> constants = List.of(
                7,
                7L,
                7f,
                7d,
                "seven",
                org.objectweb.asm.Type.getType("[D"),
                org.objectweb.asm.Type.getMethodType("(D)V"),
                bootstrap,
                dynamic);
        for (Object constant : constants) {
            code.visitLdcInsn(constant);
            code.visitInsn(constant instanceof Long || constant instanceof Double ? POP2 : POP);
        }
        code.visitInsn(ICONST_M1);
        code.visitInsn(IRETURN);
        List<Instruction> instructions = lift(1).entry().instructions();
        assertThat(instructions.stream()
                        .map(each ->
                                ((Op.Literal) each.op()).constant().getClass().getSimpleName()))
                .containsExactly(
                        "OfInt",
                        "OfLong",
                        "OfFloat",
                        "OfDouble",
                        "OfString",
                        "OfClass",
                        "OfMethodType",
                        "Handle",
                        "Dynamic",
                        "OfInt");
        assertThat(instructions.get(8).result().type().descriptor()).isEqualTo("I");
    }

    @Test
    void handlerThatIsJumpedToTakesTheJumpersValueForTheException() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
        code.visitLabel(start);
        code.visitInsn(ICONST_1);
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(IDIV);
        code.visitInsn(POP);
        code.visitLabel(end);
        code.visitTypeInsn(NEW, "java/lang/IllegalStateException");
        code.visitInsn(DUP);
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/IllegalStateException", "<init>", "()V", false);
        code.visitLabel(handler);
        code.visitInsn(ATHROW);
        List<Block> blocks = lift(1).blocks();
        assertThat(blocks.get(blocks.size() - 1).parameters())
                .extracting(value -> value.type().internalName())
                .containsExactly("java/lang/RuntimeException");
    }

    @Test
    void rangeThatCannotThrowHasNoHandler() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(start, end, handler, null);
        code.visitLabel(start);
        code.visitIincInsn(0, 1);
        code.visitLabel(end);
        code.visitVarInsn(ILOAD, 0);
        code.visitInsn(IRETURN);
        code.visitLabel(handler);
        code.visitInsn(ATHROW);
        assertThat(lift(1).blocks()).hasSize(1);
    }

    @Test
    void infiniteLoopNeedsNoReturn() {
        Label top = new Label();
        code.visitLabel(top);
        code.visitIincInsn(0, 1);
        code.visitJumpInsn(GOTO, top);
        Function function = lift(1);
        assertThat(function.blocks()).hasSize(2);
        assertThat(function.blocks()).allMatch(block -> block.terminator() instanceof Terminator.Jump);
    }

    @Test
    void malformedCodeIsRefusedByMethod() {
        code.visitInsn(IADD);
        assertThatThrownBy(() -> lift(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The code of demo.Assembled.f(I)I is malformed (the operand stack is empty)");
        code = method("(I)I");
        code.visitInsn(NOP);
        assertThatThrownBy(() -> lift(1)).hasMessageContaining("control runs past the end of the code");
        code = method("(I)I");
        code.visitVarInsn(ILOAD, 1);
        assertThatThrownBy(() -> lift(2)).hasMessageContaining("local variable 1 is read before it is written");
    }

    @Test
    void thousandsOfJoinsWithManyLiveVariablesLiftFast() {
        int variables = 100;
        for (int i = 1; i <= variables; i++) {
            code.visitInsn(ICONST_1);
            code.visitVarInsn(ISTORE, i);
        }
        for (int join = 0; join < 4000; join++) {
            Label after = new Label();
            code.visitVarInsn(ILOAD, 0);
            code.visitJumpInsn(IFEQ, after);
            code.visitIincInsn(1 + join % variables, 1);
            code.visitLabel(after);
        }
        code.visitInsn(ICONST_0);
        for (int i = 1; i <= variables; i++) {
            code.visitVarInsn(ILOAD, i);
            code.visitInsn(IADD);
        }
        code.visitInsn(IRETURN);
        Function function = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> lift(variables + 1));
        assertThat(function.blocks().stream()
                        .mapToInt(block -> block.parameters().size())
                        .sum())
                .isEqualTo(4001);
    }
}
