package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Op;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Every conversion of an argument and of a result that {@code LambdaMetafactory} makes, by it and by us. */
class AdaptationTest {
    private static final List<Class<?>> TYPES = List.of(
            boolean.class,
            byte.class,
            char.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            Boolean.class,
            Byte.class,
            Character.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Number.class,
            Comparable.class,
            Object.class,
            String.class);
    private static final List<Object> SAMPLES =
            List.of(true, (byte) -7, 'x', (short) 300, 1 << 20, -1L << 40, 0.1f, Math.PI, "text");
    private static final Lookup LOOKUP = MethodHandles.lookup();

    private int classes;
    private int compared;

    @Test
    void everyConversionIsThatOfTheMetafactory() throws Throwable {
        for (Class<?> declared : TYPES) {
            for (Class<?> taken : TYPES) {
                for (Class<?> known : declared.isPrimitive() ? List.of(declared) : TYPES) {
                    compare(
                            MethodType.methodType(void.class, declared),
                            MethodType.methodType(void.class, known),
                            MethodType.methodType(void.class, taken));
                }
                compare(
                        MethodType.methodType(declared, String.class),
                        MethodType.methodType(declared, String.class),
                        MethodType.methodType(taken, String.class));
            }
        }
        // Enough to tell that the sweep has not lost its subject.
        assertThat(compared).isGreaterThan(1000);
    }

    /** Both ways for all samples that the interface's method takes. */
    private void compare(MethodType declared, MethodType known, MethodType implemented) throws Throwable {
        String suffix = "Adapted" + classes++;
        String packageName = AdaptationTest.class.getPackageName().replace('.', '/') + "/";
        Class<?> type = LOOKUP.defineClass(interfaceOf(packageName + suffix, declared));
        Class<?> owner = LOOKUP.defineClass(implementation(packageName + suffix + "Impl", implemented));
        MethodHandle implementation = LOOKUP.findStatic(owner, "apply", implemented);
        Object expected;
        try {
            expected = LambdaMetafactory.metafactory(
                            LOOKUP, "call", MethodType.methodType(type), declared, implementation, known)
                    .dynamicInvoker()
                    .invoke();
        } catch (LambdaConversionException impossible) {
            return;
        }
        byte[] bytes = LambdaClass.of(
                packageName + suffix + "Lambda", site(type, declared, known, owner, implemented), "demo/X", null, 0);
        Object actual = LOOKUP.defineClass(bytes).getDeclaredConstructor().newInstance();
        Method method = type.getMethod("call", declared.parameterType(0));
        for (Object sample : samples(declared.parameterType(0))) {
            assertThat(run(method, actual, owner, sample))
                    .as("%s known as %s by %s of %s", declared, known, implemented, sample)
                    .isEqualTo(run(method, expected, owner, sample));
            compared++;
        }
    }

    private static List<Object> samples(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        List<Object> samples = new ArrayList<>(SAMPLES);
        samples.removeIf(each -> !boxed.isInstance(each));
        return samples;
    }

    /** The result and what the implementation was given, or that it refused the argument. */
    private static String run(Method method, Object target, Class<?> owner, Object sample) throws Throwable {
        owner.getField("seen").set(null, null);
        // Reflection of JDK 25 takes a ClassCastException of the JDK's lambda for one of its own.
        MethodHandle call = LOOKUP.unreflect(method);
        try {
            Object result = call.invoke(target, sample);
            return describe(result) + " of " + describe(owner.getField("seen").get(null));
        } catch (ClassCastException thrown) {
            return "ClassCastException";
        }
    }

    private static String describe(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }

    private static LambdaSite site(
            Class<?> type, MethodType declared, MethodType known, Class<?> owner, MethodType implemented) {
        Constant.Handle factory = new Constant.Handle(
                6, "java/lang/invoke/LambdaMetafactory", "metafactory", "()Ljava/lang/invoke/CallSite;", false);
        Constant.Handle body = new Constant.Handle(
                6, Type.getInternalName(owner), "apply", implemented.toMethodDescriptorString(), false);
        return LambdaSite.of(new Op.InvokeDynamic(
                        "call",
                        "()" + Type.getDescriptor(type),
                        factory,
                        List.of(
                                new Constant.OfMethodType(declared.toMethodDescriptorString()),
                                body,
                                new Constant.OfMethodType(known.toMethodDescriptorString()))))
                .orElseThrow();
    }

    private static byte[] interfaceOf(String name, MethodType type) {
        ClassWriter out = new ClassWriter(0);
        out.visit(V17, ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT, name, null, "java/lang/Object", null);
        out.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, "call", type.toMethodDescriptorString(), null, null)
                .visitEnd();
        return out.toByteArray();
    }

    /** Notes its argument, boxed, and gives a constant of the result's type. */
    private static byte[] implementation(String name, MethodType type) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        out.visit(V17, ACC_PUBLIC, name, null, "java/lang/Object", null);
        out.visitField(ACC_PUBLIC | ACC_STATIC, "seen", "Ljava/lang/Object;", null, null)
                .visitEnd();
        MethodVisitor code =
                out.visitMethod(ACC_PUBLIC | ACC_STATIC, "apply", type.toMethodDescriptorString(), null, null);
        code.visitCode();
        Type parameter = Type.getType(type.parameterType(0));
        code.visitVarInsn(parameter.getOpcode(ILOAD), 0);
        box(code, type.parameterType(0));
        code.visitFieldInsn(PUTSTATIC, name, "seen", "Ljava/lang/Object;");
        result(code, type.returnType());
        code.visitInsn(Type.getType(type.returnType()).getOpcode(IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
        return out.toByteArray();
    }

    private static void box(MethodVisitor code, Class<?> type) {
        if (type.isPrimitive()) {
            String box = Type.getInternalName(MethodType.methodType(type).wrap().returnType());
            code.visitMethodInsn(
                    INVOKESTATIC, box, "valueOf", "(" + Type.getDescriptor(type) + ")L" + box + ";", false);
        }
    }

    private static void result(MethodVisitor code, Class<?> type) {
        Class<?> primitive = MethodType.methodType(type).unwrap().returnType();
        if (type == void.class) {
            return;
        }
        if (!primitive.isPrimitive() && type != Number.class) {
            code.visitLdcInsn("result");
            return;
        }
        code.visitInsn(ICONST_1);
        switch (Type.getType(primitive).getSort()) {
            case Type.LONG -> code.visitInsn(I2L);
            case Type.FLOAT -> code.visitInsn(I2F);
            case Type.DOUBLE -> code.visitInsn(I2D);
            default -> {}
        }
        if (!type.isPrimitive()) {
            box(code, type == Number.class ? int.class : primitive);
        }
    }
}
