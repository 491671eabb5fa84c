package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The code that small functions become, and what it computes. */
class LowerTest {
    @Test
    void aLoopKeepsItsVariablesInPlace() throws Throwable {
        Lowered sum = Lowered.of("""
                function demo.F.sum([D)D static
                b0(%0: double[]):
                  %1: double = literal 0.0d
                  %2: int = literal 0
                  jump b1(%1, %2)
                b1(%3: double, %4: int):
                  %5: int = arraylength %0
                  if_icmpge %4, %5 b3 else b2
                b2:
                  %6: double = arrayload double %0, %4
                  %7: double = accumulate double %3, %6
                  %8: int = literal 1
                  %9: int = iadd %4, %8
                  jump b1(%7, %9)
                b3:
                  return %3
                """);
        assertThat(sum.call((Object) new double[] {1, 2, 4})).isEqualTo(7.0);
        assertThat(sum.code()).isEqualTo("""
                        DCONST_0
                        DSTORE 2
                        ICONST_0
                        ISTORE 1
                        ILOAD 1
                        ALOAD 0
                        ARRAYLENGTH
                        IF_ICMPGE
                        DLOAD 2
                        ALOAD 0
                        ILOAD 1
                        DALOAD
                        DADD
                        DSTORE 2
                        IINC 1 1
                        GOTO
                        DLOAD 2
                        DRETURN
                        """);
    }

    @Test
    void aSimultaneousSwapGoesThroughTheStack() throws Throwable {
        Lowered swap = Lowered.of("""
                function demo.F.swap(IDD)D static
                b0(%0: int, %1: double, %2: double):
                  jump b1(%0, %1, %2)
                b1(%3: int, %4: double, %5: double):
                  ifle %3 b3 else b2
                b2:
                  %6: int = literal -1
                  %7: int = iadd %3, %6
                  %8: double = dadd %4, %4
                  jump b1(%7, %5, %8)
                b3:
                  return %4
                """);
        assertThat(swap.call(2, 1.0, 3.0)).isEqualTo(2.0);
        assertThat(swap.call(3, 1.0, 3.0)).isEqualTo(6.0);
        assertThat(swap.code()).contains("DLOAD 3\nDLOAD 1\nDLOAD 1\nDADD\nDSTORE 3\nDSTORE 1\n");
    }

    @Test
    void aCycleOfThreeMixedWithOthersRotates() throws Throwable {
        Lowered rotate = Lowered.of("""
                function demo.F.rotate(IIII)I static
                b0(%0: int, %1: int, %2: int, %3: int):
                  jump b1(%0, %1, %2, %3, %1)
                b1(%4: int, %5: int, %6: int, %7: int, %8: int):
                  ifle %4 b3 else b2
                b2:
                  %9: int = literal -1
                  %10: int = iadd %4, %9
                  jump b1(%10, %6, %7, %5, %5)
                b3:
                  %11: int = literal 10
                  %12: int = imul %5, %11
                  %13: int = iadd %12, %6
                  %14: int = imul %13, %11
                  %15: int = iadd %14, %7
                  %16: int = imul %15, %11
                  %17: int = iadd %16, %8
                  return %17
                """);
        assertThat(rotate.call(0, 1, 2, 3)).isEqualTo(1231);
        assertThat(rotate.call(1, 1, 2, 3)).isEqualTo(2311);
        assertThat(rotate.call(5, 1, 2, 3)).isEqualTo(3122);
    }

    @Test
    void aValueThatOutlivesItsCopyKeepsItsOwnVariable() throws Throwable {
        // The "lost copy": %2 is still read after the next iteration's value has been assigned.
        Lowered last = Lowered.of("""
                function demo.F.last(I)I static
                b0(%0: int):
                  %1: int = literal 0
                  jump b1(%1)
                b1(%2: int):
                  %3: int = literal 1
                  %4: int = iadd %2, %3
                  if_icmplt %4, %0 b1(%4) else b2
                b2:
                  return %2
                """);
        assertThat(last.call(7)).isEqualTo(6);
    }

    @Test
    void aCriticalEdgeHasItsOwnMoves() throws Throwable {
        Lowered choose = Lowered.of("""
                function demo.F.choose(II)I static
                b0(%0: int, %1: int):
                  ifgt %0 b2(%1) else b1
                b1:
                  ifgt %1 b2(%0) else b3(%0)
                b3(%4: int):
                  jump b2(%4)
                b2(%2: int):
                  %3: int = iadd %2, %1
                  return %3
                """);
        assertThat(choose.call(1, 5)).isEqualTo(10);
        assertThat(choose.call(-1, 5)).isEqualTo(4);
        assertThat(choose.call(-1, -5)).isEqualTo(-6);
    }

    @Test
    void bothEdgesOfABranchMayMoveIntoTheSameBlock() throws Throwable {
        Lowered choose = Lowered.of("""
                function demo.F.pick(III)I static
                b0(%0: int, %1: int, %2: int):
                  ifgt %0 b1(%1, %2) else b1(%2, %1)
                b1(%3: int, %4: int):
                  %5: int = isub %3, %4
                  %6: int = iadd %5, %1
                  %7: int = imul %6, %2
                  return %7
                """);
        assertThat(choose.call(1, 5, 3)).isEqualTo(21);
        assertThat(choose.call(0, 5, 3)).isEqualTo(9);
    }

    @Test
    void aLoadStaysBeforeTheStoreItMustNotSee() throws Throwable {
        Lowered swap = Lowered.of("""
                function demo.F.shift([D)D static
                b0(%0: double[]):
                  %1: int = literal 0
                  %2: int = literal 1
                  %3: double = arrayload double %0, %1
                  %4: double = arrayload double %0, %2
                  arraystore double %0, %1, %4
                  arraystore double %0, %2, %3
                  %5: double = dsub %3, %4
                  return %5
                """);
        double[] data = {1, 5};
        assertThat(swap.call((Object) data)).isEqualTo(-4.0);
        assertThat(data).containsExactly(5, 1);
    }

    @Test
    void theFirstOfTwoExceptionsIsThrown() {
        // %2 is used to the right of %3 but computed first.
        Lowered divide = Lowered.of("""
                function demo.F.order([III)I static
                b0(%0: int[], %1: int, %2: int):
                  %3: int = idiv %1, %2
                  %4: int = arrayload int %0, %1
                  %5: int = isub %4, %3
                  return %5
                """);
        assertThatThrownBy(() -> divide.call(null, 1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> divide.call(null, 1, 1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aSquareOfAnExpressionIsDuplicatedOnTheStack() throws Throwable {
        Lowered square = Lowered.of("""
                function demo.F.square(DD)D static
                b0(%0: double, %1: double):
                  %2: double = dsub %0, %1
                  %3: double = dmul %2, %2
                  return %3
                """);
        assertThat(square.call(3.0, 5.0)).isEqualTo(4.0);
        assertThat(square.code()).isEqualTo("DLOAD 0\nDLOAD 2\nDSUB\nDUP2\nDMUL\nDRETURN\n");
    }

    @Test
    void literalsAreLoadedAtEachUseByTheirBits() throws Throwable {
        Lowered zeros = Lowered.of("""
                function demo.F.zeros()D static
                b0:
                  %0: double = literal -0.0d
                  %1: double = literal 0.0d
                  %2: double = literal 1.0d
                  %3: double = ddiv %2, %0
                  %4: double = dmul %0, %1
                  %5: double = ddiv %2, %4
                  %6: double = dmul %3, %5
                  return %6
                """);
        assertThat((double) zeros.call()).isCloseTo(Double.POSITIVE_INFINITY, within(0.0));
        assertThat(zeros.code()).contains("LDC -0.0").contains("DCONST_0").contains("DCONST_1");
    }

    @Test
    void unusedResultsArePoppedAndUnusedPureCodeIsLeftOut() throws Throwable {
        Lowered calls = Lowered.of("""
                function demo.F.calls(D)I static
                b0(%0: double):
                  %1: double = invokestatic java.lang.Math.sqrt(D)D %0
                  %2: double = dmul %0, %0
                  %3: int = literal 70000
                  return %3
                """);
        assertThat(calls.call(4.0)).isEqualTo(70_000);
        assertThat(calls.code())
                .isEqualTo("DLOAD 0\nINVOKESTATIC java/lang/Math.sqrt (D)D\nPOP2\nLDC 70000\nIRETURN\n");
    }

    @Test
    void anObjectIsConstructedOnTheStack() throws Throwable {
        Lowered construct = Lowered.of("""
                function demo.F.text(I)Ljava/lang/String; static
                b0(%0: int):
                  %1: java.lang.StringBuilder = new java.lang.StringBuilder
                  %2: java.lang.String = invokestatic java.lang.Integer.toString(I)Ljava/lang/String; %0
                  invokespecial java.lang.StringBuilder.<init>(Ljava/lang/String;)V %1, %2
                  %3: java.lang.String = invokevirtual java.lang.StringBuilder.toString()Ljava/lang/String; %1
                  return %3
                """);
        assertThat(construct.call(12)).isEqualTo("12");
        assertThat(construct.code())
                .startsWith("NEW java/lang/StringBuilder\nDUP\nILOAD 0\n")
                .doesNotContain("ASTORE");
    }

    @Test
    void anObjectMayWaitForItsConstructorInAVariable() throws Throwable {
        Lowered construct = Lowered.of("""
                function demo.F.text(II)Ljava/lang/String; static
                b0(%0: int, %1: int):
                  %2: java.lang.StringBuilder = new java.lang.StringBuilder
                  ifle %0 b1(%1) else b1(%0)
                b1(%3: int):
                  %4: java.lang.String = invokestatic java.lang.Integer.toString(I)Ljava/lang/String; %3
                  invokespecial java.lang.StringBuilder.<init>(Ljava/lang/String;)V %2, %4
                  ifle %1 b2(%2) else b3
                b3:
                  jump b2(%2)
                b2(%5: java.lang.StringBuilder):
                  %6: java.lang.String = invokevirtual java.lang.StringBuilder.toString()Ljava/lang/String; %5
                  return %6
                """);
        assertThat(construct.call(12, 3)).isEqualTo("12");
        assertThat(construct.call(0, 3)).isEqualTo("3");
    }

    @Test
    void switchesChooseTheirFormByDensity() throws Throwable {
        String text = """
                function demo.F.choose(I)I static
                b0(%%0: int):
                  switch %%0 case %d b1 case 5 b2 case 6 b3(%%0) else b3(%%0)
                b1:
                  %%1: int = literal 10
                  return %%1
                b2:
                  %%2: int = literal 20
                  return %%2
                b3(%%3: int):
                  return %%3
                """;
        Lowered dense = Lowered.of(text.formatted(4));
        Lowered sparse = Lowered.of(text.formatted(-1_000_000));
        assertThat(dense.code()).contains("TABLESWITCH");
        assertThat(sparse.code()).contains("LOOKUPSWITCH");
        assertThat(dense.call(4)).isEqualTo(10);
        assertThat(sparse.call(-1_000_000)).isEqualTo(10);
        assertThat(sparse.call(5)).isEqualTo(20);
        assertThat(sparse.call(6)).isEqualTo(6);
        assertThat(sparse.call(99)).isEqualTo(99);
    }

    @Test
    void classesOfPrimitiveTypesAreLiteralsToo() throws Throwable {
        Lowered type = Lowered.of("""
                function demo.F.type()Ljava/lang/Class; static
                b0:
                  %0: java.lang.Class = literal class double
                  return %0
                """);
        assertThat(type.call()).isEqualTo(double.class);
    }

    @Test
    void exceptionsNameTheLineOfTheirInstruction() {
        Lowered divide = Lowered.of("""
                function demo.F.lines(II)I static
                b0(%0: int, %1: int):
                  %2: int = idiv %0, %1    ; 11
                  %3: int = isub %0, %1    ; 12
                  %4: int = idiv %1, %3    ; 13
                  %5: int = iadd %2, %4    ; 10
                  return %5                ; 14
                """);
        assertThatThrownBy(() -> divide.call(1, 0))
                .satisfies(e -> assertThat(e.getStackTrace()[0].getLineNumber()).isEqualTo(11));
        assertThatThrownBy(() -> divide.call(1, 1))
                .satisfies(e -> assertThat(e.getStackTrace()[0].getLineNumber()).isEqualTo(13));
    }

    @Test
    void whatOnlyPrimalsHaveIsNotLowered() {
        assertThatThrownBy(() -> Lowered.of("""
                function demo.F.f(Ldemo/P;D)V static
                b0(%0: demo.P, %1: double):
                  initialized demo.P.x: double %0, %1
                  return
                """)).hasMessageContaining("no instruction for Initialized");
    }
}
