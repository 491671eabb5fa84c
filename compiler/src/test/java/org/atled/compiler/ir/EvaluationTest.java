package org.atled.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Every operator and condition against the JVM's execution of its opcode, on all pairs of edge values. */
class EvaluationTest {
    private static final Map<Type, List<?>> EDGES = Map.of(
            Type.INT,
            List.of(
                    0,
                    1,
                    -1,
                    2,
                    7,
                    -8,
                    31,
                    32,
                    33,
                    63,
                    64,
                    -33,
                    127,
                    128,
                    255,
                    32768,
                    65535,
                    65536,
                    -129,
                    Integer.MAX_VALUE,
                    Integer.MIN_VALUE),
            Type.LONG,
            List.of(
                    0L,
                    1L,
                    -1L,
                    3L,
                    -10L,
                    1L << 31,
                    1L << 32,
                    (1L << 53) + 1,
                    0x7fffffbfffffffffL,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE),
            Type.FLOAT,
            List.of(
                    0f,
                    -0f,
                    1f,
                    -1.5f,
                    3e9f,
                    1e19f,
                    -2e38f,
                    Float.MIN_VALUE,
                    Float.MAX_VALUE,
                    Float.NaN,
                    Float.POSITIVE_INFINITY,
                    Float.NEGATIVE_INFINITY),
            Type.DOUBLE,
            List.of(
                    0d,
                    -0d,
                    1d,
                    -1.5,
                    0.1,
                    3e9,
                    -3e9,
                    1e19,
                    1e39,
                    1e-46,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY));

    @ParameterizedTest
    @EnumSource
    void operatorsAgreeWithTheJvm(Operator operator) throws Throwable {
        MethodHandle opcode =
                compile(operator.operands(), operator.result(), code -> code.visitInsn(operator.opcode()));
        for (List<Object> operands : allOf(operator.operands())) {
            Object expected;
            try {
                expected = opcode.invokeWithArguments(operands);
            } catch (ArithmeticException zeroDivisor) {
                assertThat(operator.mayThrow()).isTrue();
                assertThatThrownBy(() -> Evaluation.evaluate(operator, operands))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage(zeroDivisor.getMessage());
                continue;
            }
            // Boxed floating-point numbers are equal if their bits are.
            assertThat(Evaluation.evaluate(operator, operands))
                    .as("%s%s", operator, operands)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void conditionsAgreeWithTheJvm(Terminator.Condition condition) throws Throwable {
        List<Type> types = Signature.operands(condition);
        MethodHandle opcode = compile(types, Type.INT, code -> branch(condition, code));
        for (List<Object> operands : allOf(types)) {
            boolean expected = (int) opcode.invokeWithArguments(operands) == 1;
            assertThat(Evaluation.holds(condition, operands))
                    .as("%s%s", condition, operands)
                    .isEqualTo(expected);
            assertThat(Evaluation.holds(condition.negated(), operands)).isEqualTo(!expected);
        }
    }

    private interface Code {
        void write(MethodVisitor code);
    }

    private static void branch(Terminator.Condition condition, MethodVisitor code) {
        Label then = new Label();
        code.visitJumpInsn(condition.opcode(), then);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(then);
        code.visitInsn(Opcodes.ICONST_1);
    }

    private static MethodHandle compile(List<Type> parameters, Type result, Code body) throws Exception {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        // Version 49: no frames needed.
        writer.visit(49, Opcodes.ACC_PUBLIC, "org/atled/compiler/ir/Opcode", null, "java/lang/Object", null);
        String descriptor = Type.methodDescriptor(parameters, result);
        MethodVisitor code = writer.visitMethod(9, "f", descriptor, null, null);
        int slot = 0;
        for (Type parameter : parameters) {
            code.visitVarInsn(
                    org.objectweb.asm.Type.getType(parameter.descriptor()).getOpcode(Opcodes.ILOAD), slot);
            slot += parameter.slots();
        }
        body.write(code);
        code.visitInsn(org.objectweb.asm.Type.getType(result.descriptor()).getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
        MethodType type = MethodType.fromMethodDescriptorString(descriptor, null);
        return lookup.findStatic(lookup.lookupClass(), "f", type);
    }

    private static List<List<Object>> allOf(List<Type> types) {
        List<List<Object>> all = List.of(List.of());
        for (Type type : types) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> tuple : all) {
                for (Object value : edges(type)) {
                    List<Object> next = new ArrayList<>(tuple);
                    next.add(value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    @SuppressWarnings("deprecation") // Two equal strings that are not the same object.
    private static List<?> edges(Type type) {
        if (type.isReference()) {
            List<Object> references = new ArrayList<>(List.of("a", new String("a")));
            references.add(null);
            return references;
        }
        return EDGES.get(type);
    }
}
