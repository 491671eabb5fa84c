package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is computed at build time is what the opcode computes at run time. */
class ConstantArithmeticTest {
    @ParameterizedTest
    @EnumSource(Operator.class)
    void agreesWithTheOpcode(Operator operator) throws Throwable {
        MethodHandle opcode = compile(operator);
        boolean isUnary = operator.operands().size() == 1;
        for (Constant a : SampleConstants.of(operator.operands().get(0))) {
            for (Constant b : isUnary
                    ? List.of(a)
                    : SampleConstants.of(operator.operands().get(1))) {
                List<Constant> operands = isUnary ? List.of(a) : List.of(a, b);
                Object expected = run(opcode, operands);
                Constant actual = ConstantArithmetic.evaluate(operator, operands);
                assertThat(actual == null ? null : actual.number())
                        .as("%s %s", operator, operands)
                        .isEqualTo(expected);
            }
        }
    }

    private static Object run(MethodHandle opcode, List<Constant> operands) throws Throwable {
        try {
            return opcode.invokeWithArguments(
                    operands.stream().map(Constant::number).toList());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static MethodHandle compile(Operator operator) throws ReflectiveOperationException {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String name = "org/atled/compiler/transform/Opcode";
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        String descriptor = Type.methodDescriptor(operator.operands(), operator.result());
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "run", descriptor, null, null);
        int slot = 0;
        for (Type operand : operator.operands()) {
            code.visitVarInsn(
                    org.objectweb.asm.Type.getType(operand.descriptor()).getOpcode(Opcodes.ILOAD), slot);
            slot += operand.slots();
        }
        code.visitInsn(operator.opcode());
        code.visitInsn(
                org.objectweb.asm.Type.getType(operator.result().descriptor()).getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
        MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
        return lookup.unreflect(lookup.lookupClass().getDeclaredMethods()[0]);
    }
}
