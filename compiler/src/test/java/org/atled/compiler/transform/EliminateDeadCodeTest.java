package org.atled.compiler.transform;

import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class EliminateDeadCodeTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, EliminateDeadCode::apply, before, after);
    }

    @Test
    void aComputationCarriedAroundALoopAndReadNowhere() {
        rewrites("f(ID)V", """
                b0(%0: int, %1: double):
                  jump b1(%0, %1)
                b1(%2: int, %3: double):
                  %4: double = dmul %3, %1
                  %5: int = isub %2, %0
                  ifne %5 b1(%5, %4) else b2
                b2:
                  return
                """, """
                b0(%0: int, %1: double):
                  jump b1(%0)
                b1(%2: int):
                  %5: int = isub %2, %0
                  ifne %5 b1(%5) else b2
                b2:
                  return
                """);
    }

    @Test
    void allocationsAndReadsThatCannotFail() {
        rewrites("f(I[D)V", """
                b0(%0: int, %1: double[]):
                  %2: int = literal 3
                  %3: int = literal 2
                  %4: double[] = newarray double[] %2
                  %5: double = arrayload double %4, %3
                  %6: int = arraylength %4
                  %7: int = imul %6, %6
                  %8: double[][] = newarray double[][] %2, %3
                  return
                """, """
                b0(%0: int, %1: double[]):
                  return
                """);
    }

    @Test
    void whateverCanThrowStays() {
        PassCheck.keeps("f(I[D)V", EliminateDeadCode::apply, """
                b0(%0: int, %1: double[]):
                  %2: int = idiv %0, %0
                  %3: double[] = newarray double[] %0
                  %4: double = arrayload double %1, %0
                  %5: int = arraylength %1
                  %6: java.lang.Integer[] = newarray java.lang.Integer[] %0
                  %7: int = literal 3
                  %8: double[] = newarray double[] %7
                  %9: double = arrayload double %8, %7
                  %10: int = literal -1
                  %11: double[] = newarray double[] %10
                  return
                """);
    }

    @Test
    void randomFunctionsKeepTheirBehaviour() {
        for (int seed = 0; seed < 1000; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 10));
            PassCheck.behavesLike(function, EliminateDeadCode.apply(function));
        }
    }

    @Test
    void whatAConstructorLeavesInAFieldIsNeeded() {
        String text = """
                b0(%0: demo.Point, %1: double):
                  %2: double = dneg %1
                  initialized demo.Point.x: double %0, %2
                  return
                """;
        rewrites("f(Ldemo/Point;D)V", text, text);
    }
}
