package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.interpreter.Interpreter;
import org.atled.compiler.ir.interpreter.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** What was lifted computes, interpreted, what the JVM computes from the bytecode. */
class InterpretLiftedTest {
    /** Public entry points of every kind of code: see {@link InterpretedPrograms}. */
    static Stream<Method> programs() {
        return Stream.of(InterpretedPrograms.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !java.lang.reflect.Modifier.isPrivate(method.getModifiers()))
                .sorted(java.util.Comparator.comparing(Method::getName));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void agreesWithTheJvm(Method method) {
        Function function = lifted(method);
        Interpreter interpreter = interpreterOf("org/atled/");
        for (int seed = 0; seed < 20; seed++) {
            int argument = seed - 3;
            Object[] expected = new Object[1];
            Object[] actual = new Object[1];
            Throwable failure = catchThrowable(() -> expected[0] = invoke(method, argument));
            Throwable interpretedFailure = catchThrowable(() -> actual[0] = interpreter.call(function, argument));
            if (failure == null && interpretedFailure != null) {
                throw new AssertionError(method + " of " + argument + " failed in\n" + function, interpretedFailure);
            } else if (failure != null) {
                assertThat(interpretedFailure).as("%s of %s", method, argument).hasSameClassAs(failure);
            }
            assertThat(actual[0])
                    .as("%s of %s in\n%s", method, argument, function)
                    .isEqualTo(expected[0]);
        }
    }

    /** Reading and writing a class file: buffers, tables, big switches, virtual calls, all interpreted. */
    @Test
    void classFileIsCopiedByteForByte() throws Throwable {
        byte[] bytes = LoadedClasses.FILES
                .getClass()
                .getResourceAsStream("ClassFiles.class")
                .readAllBytes();
        ClassReader reader = new ClassReader(bytes);
        ClassWriter expected = new ClassWriter(0);
        reader.accept(expected, 0);
        ClassWriter actual = new ClassWriter(0);
        String accept = "(Lorg/objectweb/asm/ClassVisitor;I)V";
        Interpreter interpreter = interpreterOf("org/objectweb/asm/");
        interpreter.call(lift("org/objectweb/asm/ClassReader", "accept", accept), reader, actual, 0);
        Object copied = interpreter.call(lift("org/objectweb/asm/ClassWriter", "toByteArray", "()[B"), actual);
        assertThat((byte[]) copied).isEqualTo(expected.toByteArray());
    }

    /** Frames computed anew: the analysis of stack and locals, interpreted. */
    @Test
    void stackFramesAreComputedAlike() throws Throwable {
        ClassNode node =
                LoadedClasses.FILES.node(Type.getInternalName(Lifted.class)).orElseThrow();
        ClassWriter expected = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        node.accept(expected);
        ClassWriter actual = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        String accept = Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(ClassVisitor.class));
        Interpreter interpreter = interpreterOf("org/objectweb/asm/");
        interpreter.call(lift("org/objectweb/asm/tree/ClassNode", "accept", accept), node, actual);
        assertThat(actual.toByteArray()).isEqualTo(expected.toByteArray());
    }

    private static Interpreter interpreterOf(String prefix) {
        Program program = method -> method.owner().startsWith(prefix)
                ? LoadedClasses.FILES.lift(method).orElse(null)
                : null;
        return new Interpreter(InterpretLiftedTest.class.getClassLoader(), program, 100_000_000);
    }

    private static Function lifted(Method method) {
        return lift(
                Type.getInternalName(method.getDeclaringClass()), method.getName(), Type.getMethodDescriptor(method));
    }

    private static Function lift(String owner, String name, String descriptor) {
        return LoadedClasses.FILES
                .lift(new MethodReference(owner, name, descriptor))
                .orElseThrow();
    }

    private static Object invoke(Method method, Object argument) throws Throwable {
        try {
            return method.invoke(null, argument);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
