package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.ClassNode;

/** What handlers find in their parameters, and which handler is taken. */
class LowerHandlersTest {
    @Test
    void aHandlerFindsTheValueBeforeTheBlockThatThrew() throws Throwable {
        Lowered count = Lowered.of("""
                function demo.F.count([I)I static
                b0(%0: int[]):
                  %1: int = literal 0
                  jump b1(%1)
                b1(%2: int):
                  handler java.lang.RuntimeException b2(%2)
                  %3: int = arrayload int %0, %2
                  %4: int = iadd %2, %3
                  jump b1(%4)
                b2(%5: java.lang.RuntimeException, %6: int):
                  return %6
                """);
        assertThat(count.call((Object) new int[] {1, 1, 1, 9})).isEqualTo(12);
        assertThat(count.call((Object) null)).isEqualTo(0);
    }

    @Test
    void differentArgumentsForOneHandlerAreCopiedInBeforeEachBlock() throws Throwable {
        Lowered where = Lowered.of("""
                function demo.F.where(II[I)I static
                b0(%0: int, %1: int, %2: int[]):
                  handler * b9(%0)
                  %3: int = arrayload int %2, %0
                  jump b1
                b1:
                  handler * b9(%1)
                  %4: int = arrayload int %2, %1
                  jump b2
                b2:
                  handler * b9(%3)
                  %5: int = idiv %4, %3
                  %6: int = iadd %0, %1
                  %7: int = iadd %5, %6
                  return %7
                b9(%8: java.lang.Throwable, %9: int):
                  %10: int = literal 100
                  %11: int = iadd %9, %10
                  return %11
                """);
        int[] data = {7, 0, 21};
        assertThat(where.call(5, 0, data)).isEqualTo(105);
        assertThat(where.call(0, 6, data)).isEqualTo(106);
        assertThat(where.call(1, 0, data)).isEqualTo(100);
        assertThat(where.call(0, 2, data)).isEqualTo(5);
    }

    @Test
    void handlersAreTriedInOrder() throws Throwable {
        String text = """
                function demo.F.order(II)I static
                b0(%%0: int, %%1: int):
                  handler %s b1
                  handler %s b2
                  %%2: int = idiv %%0, %%1
                  return %%2
                b1(%%3: java.lang.Throwable):
                  %%4: int = literal 1
                  return %%4
                b2(%%5: java.lang.Throwable):
                  throw %%5
                """;
        Lowered specific = Lowered.of(text.formatted("java.lang.ArithmeticException", "*"));
        Lowered other = Lowered.of(text.formatted("java.lang.NullPointerException", "java.lang.RuntimeException"));
        assertThat(specific.call(1, 0)).isEqualTo(1);
        assertThatThrownBy(() -> other.call(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aHandlerMayAlsoBeJumpedTo() throws Throwable {
        Lowered either = Lowered.of("""
                function demo.F.either(II)Ljava/lang/Throwable; static
                b0(%0: int, %1: int):
                  ifle %0 b1 else b2
                b1:
                  %2: null = literal null
                  jump b3(%2, %1)
                b2:
                  handler * b3(%0)
                  %3: int = idiv %0, %1
                  %4: null = literal null
                  return %4
                b3(%5: java.lang.Throwable, %6: int):
                  return %5
                """);
        assertThat(either.call(0, 0)).isNull();
        assertThat(either.call(1, 1)).isNull();
        assertThat(either.call(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anArgumentThatThrowsOnTheEdgeLeavesTheOldValues() throws Throwable {
        // Both loads feed the jump; the second throws when the first would already have replaced %2.
        Lowered old = Lowered.of("""
                function demo.F.old([II)I static
                b0(%0: int[], %1: int):
                  %10: int = literal 7
                  jump b1(%10, %1)
                b1(%2: int, %3: int):
                  handler * b2(%2)
                  %4: int = arrayload int %0, %3
                  %5: int = arrayload int %0, %4
                  jump b1(%4, %5)
                b2(%6: java.lang.Throwable, %7: int):
                  return %7
                """);
        assertThat(old.call(new int[] {5}, 0)).isEqualTo(7);
        assertThat(old.call(new int[] {1, 99}, 0)).isEqualTo(1);
    }

    @Test
    void oneHandlerBlockCannotHoldTwoArgumentsAtOnce() {
        assertThatThrownBy(() -> Lowered.of("""
                        function demo.F.conflict(II)I static
                        b0(%0: int, %1: int):
                          handler java.lang.ArithmeticException b1(%0)
                          handler * b1(%1)
                          %2: int = idiv %0, %1
                          return %2
                        b1(%3: java.lang.Throwable, %4: int):
                          return %4
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b0")
                .hasMessageContaining("let each handler lead to a block of its own");
    }

    @Test
    void neighboursWithEqualHandlersShareOneRange() {
        Lowered twice = Lowered.of("""
                function demo.F.twice([II)I static
                b0(%0: int[], %1: int):
                  handler * b3(%1)
                  %2: int = arrayload int %0, %1
                  ifle %2 b1(%2) else b2
                b2:
                  handler * b3(%1)
                  %3: int = arrayload int %0, %2
                  jump b1(%3)
                b1(%4: int):
                  return %4
                b3(%5: java.lang.Throwable, %6: int):
                  return %6
                """);
        assertThat(twice.ranges()).isEqualTo(1);
    }

    /** What javac makes of try, catch and finally before {@code super()}. */
    @Test
    void aConstructorKeepsItsReceiverInHandlersThatOnlyThrow() throws Exception {
        ClassNode node = new ClassNode();
        node.visit(V17, ACC_PUBLIC, "demo/Early", null, "java/lang/Object", null);
        MethodVisitor code = node.visitMethod(ACC_PUBLIC, "<init>", "(I)V", null, null);
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label last = new Label();
        code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
        code.visitTryCatchBlock(start, end, last, null);
        code.visitTryCatchBlock(handler, last, last, null);
        code.visitLabel(start);
        code.visitInsn(ICONST_1);
        code.visitVarInsn(ILOAD, 1);
        code.visitInsn(IDIV);
        code.visitInsn(POP);
        code.visitLabel(end);
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitInsn(RETURN);
        code.visitLabel(handler);
        code.visitVarInsn(ASTORE, 2);
        code.visitTypeInsn(NEW, "java/lang/IllegalStateException");
        code.visitInsn(DUP);
        code.visitVarInsn(ALOAD, 2);
        code.visitMethodInsn(
                INVOKESPECIAL, "java/lang/IllegalStateException", "<init>", "(Ljava/lang/Throwable;)V", false);
        code.visitInsn(ATHROW);
        code.visitLabel(last);
        code.visitInsn(ATHROW);
        code.visitMaxs(0, 0);
        FrameWriter original = new FrameWriter(LoadedClasses.FILES.hierarchy());
        node.accept(original);
        byte[] rewritten = RewrittenClass.of(
                        original.toByteArray(), UnaryOperator.identity(), LoadedClasses.FILES.hierarchy())
                .bytes();
        Constructor<?> constructor = Class.forName(
                        "demo.Early", true, RoundTrip.loader(Map.of("demo.Early", rewritten)))
                .getConstructor(int.class);
        assertThat(constructor.newInstance(1)).isNotNull();
        assertThatThrownBy(() -> constructor.newInstance(0)).hasRootCauseInstanceOf(ArithmeticException.class);
    }
}
