package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifyParametersTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, SimplifyParameters::apply, before, after);
    }

    @Test
    void aLoopKeepsOnlyWhatChangesInIt() {
        rewrites("f(I)I", """
                b0(%0: int):
                  %1: int = literal 0
                  jump b1(%0, %1)
                b1(%2: int, %3: int):
                  if_icmplt %3, %2 b2(%2, %3) else b3(%2, %3)
                b2(%4: int, %5: int):
                  %6: int = iadd %5, %4
                  jump b1(%4, %6)
                b3(%7: int, %8: int):
                  return %8
                """, """
                b0(%0: int):
                  %1: int = literal 0
                  jump b1(%1)
                b1(%3: int):
                  if_icmplt %3, %0 b2 else b3
                b2:
                  %6: int = iadd %3, %0
                  jump b1(%6)
                b3:
                  return %3
                """);
    }

    @Test
    void variablesThatOnlyFeedEachOtherVanish() {
        rewrites("f(I)V", """
                b0(%0: int):
                  jump b1(%0, %0, %0)
                b1(%1: int, %2: int, %3: int):
                  %4: int = isub %1, %0
                  ifne %4 b1(%4, %3, %2) else b2
                b2:
                  return
                """, """
                b0(%0: int):
                  jump b1(%0)
                b1(%1: int):
                  %4: int = isub %1, %0
                  ifne %4 b1(%4) else b2
                b2:
                  return
                """);
    }

    @Test
    void equalLiteralsAreLoadedWhereTheyMeetUnlessTheirBitsDiffer() {
        rewrites("f(I)D", """
                b0(%0: int):
                  ifeq %0 b1 else b2
                b1:
                  %1: double = literal 0.0d
                  %2: double = literal 1.0d
                  jump b3(%1, %2)
                b2:
                  %3: double = literal -0.0d
                  %4: double = literal 1.0d
                  jump b3(%3, %4)
                b3(%5: double, %6: double):
                  %7: double = ddiv %6, %5 ; 7
                  return %7
                """, """
                b0(%0: int):
                  ifeq %0 b1 else b2
                b1:
                  %1: double = literal 0.0d
                  %2: double = literal 1.0d
                  jump b3(%1)
                b2:
                  %3: double = literal -0.0d
                  %4: double = literal 1.0d
                  jump b3(%3)
                b3(%5: double):
                  %6: double = literal 1.0d ; 7
                  %7: double = ddiv %6, %5 ; 7
                  return %7
                """);
    }

    @Test
    void chainsOfBlocksBecomeOneAndEmptyOnesAreSkipped() {
        rewrites("f(I)I", """
                b0(%0: int):
                  ifeq %0 b1 else b2(%0)
                b1:
                  %1: int = literal 1
                  jump b3
                b2(%2: int):
                  jump b4(%2)
                b3:
                  %3: int = iadd %0, %1
                  jump b4(%3)
                b4(%4: int):
                  return %4
                """, """
                b0(%0: int):
                  ifeq %0 b1 else b4(%0)
                b1:
                  %1: int = literal 1
                  %3: int = iadd %0, %1
                  jump b4(%3)
                b4(%4: int):
                  return %4
                """);
    }

    @Test
    void protectedBlocksMergeOnlyUnderTheSameHandlers() {
        PassCheck.rewrites("f(II)I", SimplifyParameters::apply, """
                b0(%0: int, %1: int):
                  jump b1
                b1:
                  handler java.lang.ArithmeticException b4(%0)
                  %2: int = idiv %0, %1
                  jump b2
                b2:
                  handler java.lang.ArithmeticException b4(%1)
                  %3: int = idiv %1, %0
                  jump b3
                b3:
                  handler java.lang.ArithmeticException b4(%1)
                  %4: int = idiv %2, %3
                  return %4
                b4(%5: java.lang.ArithmeticException, %6: int):
                  return %6
                """, """
                b0(%0: int, %1: int):
                  handler java.lang.ArithmeticException b4(%0)
                  %2: int = idiv %0, %1
                  jump b2
                b2:
                  handler java.lang.ArithmeticException b4(%1)
                  %3: int = idiv %1, %0
                  %4: int = idiv %2, %3
                  return %4
                b4(%5: java.lang.ArithmeticException, %6: int):
                  return %6
                """);
    }

    @Test
    void whatAHandlerReadsStaysDefinedBeforeTheProtectedBlock() {
        PassCheck.rewrites("f(I)I", SimplifyParameters::apply, """
                b0(%0: int):
                  %1: int = iadd %0, %0
                  jump b1
                b1:
                  handler * b2(%1)
                  %2: int = idiv %0, %1
                  return %2
                b2(%3: java.lang.Throwable, %4: int):
                  return %4
                """, """
                b0(%0: int):
                  %1: int = iadd %0, %0
                  jump b1
                b1:
                  handler * b2
                  %2: int = idiv %0, %1
                  return %2
                b2(%3: java.lang.Throwable):
                  return %1
                """);
    }

    @Test
    void anEmptyEndlessLoopStays() {
        PassCheck.keeps("f()V", SimplifyParameters::apply, """
                b0:
                  jump b1
                b1:
                  jump b1
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 15, 30})
    void randomFunctionsKeepTheirBehaviour(int size) {
        for (int seed = 0; seed < 400; seed++) {
            Function function = RandomFunction.of(seed, size);
            Function simple = SimplifyParameters.apply(function);
            PassCheck.behavesLike(function, simple);
            assertThat(SimplifyParameters.apply(simple)).isEqualTo(simple);
        }
    }
}
