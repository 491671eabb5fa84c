package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class NumberValuesTest {
    private static Function number(Function function) {
        return NumberValues.apply(function, field -> switch (field.name()) {
            case "shared" -> FieldKinds.Kind.VOLATILE;
            case "fixed" -> FieldKinds.Kind.FINAL;
            default -> FieldKinds.Kind.PLAIN;
        });
    }

    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, NumberValuesTest::number, before, after);
    }

    private static void keeps(String signature, String text) {
        PassCheck.keeps(signature, NumberValuesTest::number, text);
    }

    /** What becomes of code with objects in it, which no interpreter runs. */
    private static void rewritesObjects(String signature, String before, String after) {
        assertThat(number(PassCheck.parse(signature, before)).toString())
                .isEqualTo(PassCheck.parse(signature, after).toString());
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
            Function numbered = NumberValues.apply(function, FieldKinds.NONE);
            PassCheck.behavesLike(function, numbered);
            assertThat(NumberValues.apply(numbered, FieldKinds.NONE)).isEqualTo(numbered);
        }
    }

    @Test
    void aFieldIsReadOnceUntilSomethingMayWriteIt() {
        rewritesObjects("f(Ldemo/P;Ldemo/P;[D)D", """
                b0(%0: demo.P, %1: demo.P, %2: double[]):
                  %3: double = getfield demo.P.x: double %0
                  putfield demo.P.y: double %1, %3
                  %4: int = literal 0
                  arraystore double %2, %4, %3
                  %5: double = getfield demo.P.x: double %0
                  %6: double = getfield demo.P.y: double %1
                  %7: double = dmul %5, %6
                  putfield demo.P.x: double %1, %7
                  %8: double = getfield demo.P.x: double %0
                  %9: double = getfield demo.P.x: double %1
                  %10: double = dadd %8, %9
                  return %10
                """, """
                b0(%0: demo.P, %1: demo.P, %2: double[]):
                  %3: double = getfield demo.P.x: double %0
                  putfield demo.P.y: double %1, %3
                  %4: int = literal 0
                  arraystore double %2, %4, %3
                  %7: double = dmul %3, %3
                  putfield demo.P.x: double %1, %7
                  %8: double = getfield demo.P.x: double %0
                  %10: double = dadd %8, %7
                  return %10
                """);
    }

    @Test
    void aHiddenFieldIsAnotherButNotSurelyOne() {
        String text = """
                b0(%0: demo.P, %1: double):
                  putfield demo.P.x: double %0, %1
                  %2: double = getfield demo.Q.x: double %0
                  putfield demo.Q.x: double %0, %2
                  %3: double = getfield demo.P.x: double %0
                  %4: double = dadd %2, %3
                  return %4
                """;
        rewritesObjects("f(Ldemo/P;D)D", text, text);
    }

    @Test
    void codeThatRunsElsewhereMayWriteAllButFinalFields() {
        rewritesObjects("f(Ldemo/P;)D", """
                b0(%0: demo.P):
                  %1: double = getfield demo.P.x: double %0
                  %2: double = getfield demo.P.fixed: double %0
                  %3: double = invokestatic java.lang.Math.sqrt(D)D %1
                  %4: double = getfield demo.P.x: double %0
                  invokestatic demo.P.run()V
                  %5: double = getfield demo.P.x: double %0
                  %6: double = getfield demo.P.fixed: double %0
                  %7: double = dadd %4, %5
                  %8: double = dadd %6, %7
                  return %8
                """, """
                b0(%0: demo.P):
                  %1: double = getfield demo.P.x: double %0
                  %2: double = getfield demo.P.fixed: double %0
                  %3: double = invokestatic java.lang.Math.sqrt(D)D %1
                  invokestatic demo.P.run()V
                  %5: double = getfield demo.P.x: double %0
                  %7: double = dadd %1, %5
                  %8: double = dadd %2, %7
                  return %8
                """);
    }

    @Test
    void afterAVolatileFieldAllMayBeDifferent() {
        String text = """
                b0(%0: demo.P):
                  %1: double = getfield demo.P.x: double %0
                  %2: int = getfield demo.P.shared: int %0
                  %3: double = getfield demo.P.x: double %0
                  %4: int = getfield demo.P.shared: int %0
                  putfield demo.P.shared: int %0, %2
                  %5: double = getfield demo.P.x: double %0
                  %6: int = getfield demo.P.shared: int %0
                  %7: int = iadd %4, %6
                  %8: double = i2d %7
                  %9: double = dadd %1, %3
                  %10: double = dadd %5, %8
                  %11: double = dadd %9, %10
                  return %11
                """;
        rewritesObjects("f(Ldemo/P;)D", text, text);
    }

    @Test
    void whatANarrowFieldHoldsIsNotWhatWasStored() {
        String text = """
                b0(%0: demo.P, %1: int):
                  putfield demo.P.small: byte %0, %1
                  %2: int = getfield demo.P.small: byte %0
                  return %2
                """;
        rewritesObjects("f(Ldemo/P;I)I", text, text);
    }

    @Test
    void elementsOfDifferentNumbersAreDifferent() {
        rewrites("f([D[DD)D", """
                b0(%0: double[], %1: double[], %2: double):
                  %3: int = literal 3
                  %4: double = arrayload double %0, %3
                  %5: int = literal 4
                  arraystore double %1, %5, %2
                  %6: double = arrayload double %0, %3
                  arraystore double %1, %3, %2
                  %7: double = arrayload double %0, %3
                  %8: double = dadd %4, %6
                  %9: double = dadd %7, %8
                  return %9
                """, """
                b0(%0: double[], %1: double[], %2: double):
                  %3: int = literal 3
                  %4: double = arrayload double %0, %3
                  %5: int = literal 4
                  arraystore double %1, %5, %2
                  arraystore double %1, %3, %2
                  %7: double = arrayload double %0, %3
                  %8: double = dadd %4, %4
                  %9: double = dadd %7, %8
                  return %9
                """);
    }
}
