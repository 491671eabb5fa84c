package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class NumberValuesTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, NumberValues::apply, before, after);
    }

    private static void keeps(String signature, String text) {
        PassCheck.keeps(signature, NumberValues::apply, text);
    }

    @Test
    void whatADominatorComputedIsNotComputedAgain() {
        rewrites("f(ID[D)D", """
                b0(%0: int, %1: double, %2: double[]):
                  %3: double = literal 2.0d
                  %4: double = dmul %1, %3
                  %5: int = arraylength %2
                  %6: int = idiv %0, %5
                  ifeq %0 b1 else b2
                b1:
                  %7: double = literal 2.0d
                  %8: double = dmul %7, %1
                  %9: double = dsub %8, %1
                  %10: int = arraylength %2
                  %11: int = idiv %0, %10
                  %12: double = i2d %11
                  jump b3(%9, %12)
                b2:
                  %13: double = dsub %4, %1
                  jump b3(%13, %4)
                b3(%14: double, %15: double):
                  %16: double = dsub %4, %1
                  %17: double = dadd %14, %15
                  %18: double = dadd %16, %17
                  return %18
                """, """
                b0(%0: int, %1: double, %2: double[]):
                  %3: double = literal 2.0d
                  %4: double = dmul %1, %3
                  %5: int = arraylength %2
                  %6: int = idiv %0, %5
                  ifeq %0 b1 else b2
                b1:
                  %7: double = literal 2.0d
                  %9: double = dsub %4, %1
                  %12: double = i2d %6
                  jump b3(%9, %12)
                b2:
                  %13: double = dsub %4, %1
                  jump b3(%13, %4)
                b3(%14: double, %15: double):
                  %16: double = dsub %4, %1
                  %17: double = dadd %14, %15
                  %18: double = dadd %16, %17
                  return %18
                """);
    }

    @Test
    void differencesAndQuotientsAreNotSwapped() {
        keeps("f(DD)D", """
                b0(%0: double, %1: double):
                  %2: double = dsub %0, %1
                  %3: double = dsub %1, %0
                  %4: double = ddiv %2, %3
                  %5: double = ddiv %3, %2
                  %6: double = dadd %4, %5
                  return %6
                """);
    }

    @Test
    void literalsOfDifferentBitsAreDifferentOperands() {
        keeps("f(D)D", """
                b0(%0: double):
                  %1: double = literal 0.0d
                  %2: double = literal -0.0d
                  %3: double = ddiv %0, %1
                  %4: double = ddiv %0, %2
                  %5: double = dadd %3, %4
                  return %5
                """);
    }

    @Test
    void aHandlerDoesNotSeeWhatItsBlockComputed() {
        keeps("f(II)I", """
                b0(%0: int, %1: int):
                  handler * b1
                  %2: int = idiv %0, %1
                  return %2
                b1(%3: java.lang.Throwable):
                  %4: int = idiv %0, %1
                  return %4
                """);
    }

    @Test
    void elementsThatNothingWroteInBetween() {
        rewrites("f([D[II)D", """
                b0(%0: double[], %1: int[], %2: int):
                  %3: double = arrayload double %0, %2
                  arraystore int %1, %2, %2
                  %4: double = arrayload double %0, %2
                  %5: int = arrayload int %1, %2
                  %6: double = i2d %5
                  arraystore double %0, %5, %6
                  jump b1
                b1:
                  %7: double = arrayload double %0, %2
                  %8: double = dadd %4, %7
                  return %8
                """, """
                b0(%0: double[], %1: int[], %2: int):
                  %3: double = arrayload double %0, %2
                  arraystore int %1, %2, %2
                  %6: double = i2d %2
                  arraystore double %0, %2, %6
                  jump b1
                b1:
                  %8: double = dadd %3, %6
                  return %8
                """);
    }

    @Test
    void elementsThatAnotherArrayACallOrALoopMayHaveWritten() {
        keeps("f([D[DI)D", """
                b0(%0: double[], %1: double[], %2: int):
                  %3: double = arrayload double %0, %2
                  arraystore double %1, %2, %3
                  %4: double = arrayload double %0, %2
                  invokestatic demo.Test.g()V
                  %5: double = arrayload double %0, %2
                  %6: double = dadd %4, %5
                  jump b1
                b1:
                  %7: double = arrayload double %0, %2
                  arraystore double %0, %2, %6
                  ifeq %2 b1 else b2
                b2:
                  return %7
                """);
    }

    @Test
    void aNarrowElementIsNotWhatWasStored() {
        keeps("f([BI)I", """
                b0(%0: byte[], %1: int):
                  arraystore byte %0, %1, %1
                  %2: int = arrayload byte %0, %1
                  return %2
                """);
    }

    @Test
    void randomFunctionsKeepTheirBehaviour() {
        for (int seed = 0; seed < 500; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 4 + seed % 9));
            Function numbered = NumberValues.apply(function);
            PassCheck.behavesLike(function, numbered);
            assertThat(NumberValues.apply(numbered)).isEqualTo(numbered);
        }
    }
}
