package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.ir.interpreter.Interpreter;
import org.junit.jupiter.api.Test;

class DivideSweepsTest {
    private static final String LOOP = """
            b0(%%0: double[], %%1: double[], %%2: double[], %%3: int, %%4: int):
              %%50: int = literal 1
              %%60: double = literal 2.5d
              jump b1(%%3)
            b1(%%5: int):
              ifge %%5 b2 else b3
            b2:
            %s
              %%51: int = literal -1
              %%52: int = iadd %%5, %%51
              jump b1(%%52)
            b3:
              return
            """;

    private static Function loop(String body) {
        Function function = PassCheck.parse("f([D[D[DII)V", String.format(LOOP, body.stripTrailing()));
        Function result = DivideSweeps.apply(function);
        Verifier.verify(result);
        return result;
    }

    private static int loops(Function function) {
        return LoopTree.of(ControlFlow.of(function)).loops().size();
    }

    private static long count(Function function, Class<? extends Op> op) {
        return function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .filter(instruction -> op.isInstance(instruction.op()))
                .count();
    }

    private static final String ADD_TO_BOTH_SIDES = """
              %6: double = arrayload double %0, %5
              %7: int = isub %5, %50
              %8: double = arrayload double %1, %7
              %9: double = accumulate double %8, %6
              arraystore double %1, %7, %9
              %10: int = iadd %5, %50
              %11: double = arrayload double %1, %10
              %12: double = accumulate double %11, %6
              arraystore double %1, %10, %12
            """;

    @Test
    void addsToElementsOfEachDistanceInALoopOfItsOwn() {
        Function divided = loop(ADD_TO_BOTH_SIDES);
        assertThat(loops(divided)).isEqualTo(3);
        assertThat(divided.toString()).contains("if_acmpeq %1, %0", "literal 127");
    }

    @Test
    void runsUpwardsWhereItStoresBehindWhatItLoads() {
        String divided = loop(ADD_TO_BOTH_SIDES).toString();
        // The loop that adds to the element before counts from 0 up to the repetitions.
        assertThat(divided).contains("if_icmple %").contains("literal 0");
    }

    @Test
    void leavesALoopWholeThatAddsToOneDistance() {
        String body = """
                  %6: double = arrayload double %0, %5
                  %7: int = isub %5, %50
                  %8: double = arrayload double %1, %7
                  %9: double = accumulate double %8, %6
                  arraystore double %1, %7, %9
                """;
        assertThat(loops(loop(body))).isEqualTo(1);
    }

    @Test
    void leavesALoopWholeInWhichAnIterationReadsWhatAnotherHasWritten() {
        String body = ADD_TO_BOTH_SIDES + """
                  %20: double = literal 0.0d
                  arraystore double %0, %7, %20
                """;
        assertThat(loops(loop(body))).isEqualTo(1);
    }

    @Test
    void clearsAfterTheLoopsThatReadIt() {
        String body = ADD_TO_BOTH_SIDES + """
                  %20: double = literal 0.0d
                  arraystore double %0, %5, %20
                """;
        Function divided = loop(body);
        assertThat(loops(divided)).isEqualTo(4);
        String last = divided.toString().substring(divided.toString().lastIndexOf("literal 0.0d"));
        assertThat(last).doesNotContain("accumulate");
    }

    @Test
    void addsUpInAVariableWhatGoesToOneElementAndLoadsAheadWhatStaysTheSame() {
        Function divided = loop("""
                  %6: double = arrayload double %0, %4
                  %7: double = arrayload double %2, %5
                  %8: double = dmul %6, %7
                  %9: double = arrayload double %1, %4
                  %10: double = accumulate double %9, %8
                  arraystore double %1, %4, %10
                """);
        assertThat(loops(divided)).isEqualTo(2);
        assertThat(divided.toString())
                .contains("if_acmpeq %1, %0", "if_acmpeq %1, %2")
                .doesNotContain("literal 127");
    }

    @Test
    void addsOnceToAnElementThatIsAddedToTwice() {
        Function divided = loop(ADD_TO_BOTH_SIDES + """
                  %20: double = arrayload double %2, %5
                  %21: double = arrayload double %1, %10
                  %22: double = accumulate double %21, %20
                  arraystore double %1, %10, %22
                """);
        assertThat(loops(divided)).isEqualTo(3);
        // Three in the loop as it was, and one at each distance.
        assertThat(count(divided, Op.ArrayStore.class)).isEqualTo(5);
    }

    /** Were the arrays one, what is added in between would be lost. */
    @Test
    void comparesArraysWhereAnIncrementOfOneIsBetweenThoseOfAnother() {
        Function divided = loop("""
                  %6: double = arrayload double %1, %5
                  %7: double = accumulate double %6, %60
                  arraystore double %1, %5, %7
                  %8: double = arrayload double %2, %5
                  %9: double = accumulate double %8, %60
                  arraystore double %2, %5, %9
                  %10: double = arrayload double %1, %5
                  %11: double = accumulate double %10, %60
                  arraystore double %1, %5, %11
                  %12: double = arrayload double %0, %4
                  %13: double = accumulate double %12, %60
                  arraystore double %0, %4, %13
                """);
        assertThat(divided.toString()).containsAnyOf("if_acmpeq %1, %2", "if_acmpeq %2, %1");
    }

    @Test
    void needsAnIncrement() {
        String body = """
                  %6: double = arrayload double %0, %4
                  arraystore double %1, %5, %6
                """;
        assertThat(loops(loop(body))).isEqualTo(1);
    }

    private static final String SUM = """
            b0(%%0: double[], %%1: double[], %%2: int):
              %%3: double = literal 0.0d
              jump b1(%%2, %%3)
            b1(%%4: int, %%5: double):
              %%6: int = iadd %%2, %%4
              ifge %%4 b2 else b3
            b2:
              %%7: double = arrayload double %%0, %%4
              %%8: double = accumulate double %%5, %%7
            %s
              %%9: int = literal -1
              %%10: int = iadd %%4, %%9
              jump b1(%%10, %%8)
            b3:
              %%11: double = i2d %%6
              %%12: double = dadd %%5, %%11
              return %%12
            """;

    private static Function sum(String body) {
        return PassCheck.parse("f([D[DI)D", String.format(SUM, body.stripTrailing()));
    }

    private static Object interpreted(Function function, int last) throws Throwable {
        return new Interpreter(DivideSweepsTest.class.getClassLoader(), method -> null, 1000)
                .call(function, new double[] {1, 2, 4, 8}, new double[4], last);
    }

    @Test
    void addsUpUpwards() throws Throwable {
        Function divided = DivideSweeps.apply(sum(""));
        Verifier.verify(divided);
        assertThat(divided.toString()).contains("if_icmple");
        assertThat(interpreted(divided, 3)).isEqualTo(1.0 + 2 + 4 + 8 + 3 - 1);
        assertThat(interpreted(divided, 0)).isEqualTo(interpreted(sum(""), 0));
        assertThat(interpreted(divided, -1)).isEqualTo(interpreted(sum(""), -1));
    }

    @Test
    void addsUpDownwardsWhatOtherIterationsStore() {
        Function whole = sum("""
                  %20: double = arrayload double %0, %4
                  %21: int = literal 1
                  %22: int = iadd %4, %21
                  arraystore double %0, %22, %20
                """);
        assertThat(DivideSweeps.apply(whole).toString()).doesNotContain("if_icmple");
    }
}
