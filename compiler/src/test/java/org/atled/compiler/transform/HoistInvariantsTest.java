package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class HoistInvariantsTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, HoistInvariants::apply, before, after);
    }

    @Test
    void eachOperationMovesAsFarOutAsItCan() {
        rewrites("f(ID)D", """
                b0(%0: int, %1: double):
                  jump b1(%0, %1)
                b1(%2: int, %3: double):
                  jump b2(%2, %3)
                b2(%4: int, %5: double):
                  %6: double = literal 2.0d
                  %7: double = dmul %1, %6       ; 7
                  %8: double = dmul %7, %3       ; 8
                  %9: double = dadd %5, %8       ; 9
                  %10: int = isub %4, %0
                  ifne %10 b2(%10, %9) else b3
                b3:
                  %11: int = isub %2, %0
                  ifne %11 b1(%11, %9) else b4
                b4:
                  return %9
                """, """
                b0(%0: int, %1: double):
                  %12: double = literal 2.0d     ; 7
                  %7: double = dmul %1, %12      ; 7
                  jump b1(%0, %1)
                b1(%2: int, %3: double):
                  %8: double = dmul %7, %3       ; 8
                  jump b2(%2, %3)
                b2(%4: int, %5: double):
                  %6: double = literal 2.0d
                  %9: double = dadd %5, %8       ; 9
                  %10: int = isub %4, %0
                  ifne %10 b2(%10, %9) else b3
                b3:
                  %11: int = isub %2, %0
                  ifne %11 b1(%11, %9) else b4
                b4:
                  return %9
                """);
    }

    @Test
    void aLoopEnteredByABranchGetsABlockInFront() {
        rewrites("f(II)I", """
                b0(%0: int, %1: int):
                  ifeq %0 b1(%0) else b2(%0)
                b1(%2: int):
                  %3: int = imul %1, %1          ; 3
                  %4: int = isub %2, %3
                  ifne %4 b1(%4) else b2(%4)
                b2(%5: int):
                  return %5
                """, """
                b0(%0: int, %1: int):
                  ifeq %0 b3(%0) else b2(%0)
                b1(%2: int):
                  %4: int = isub %2, %3
                  ifne %4 b1(%4) else b2(%4)
                b2(%5: int):
                  return %5
                b3(%6: int):
                  %3: int = imul %1, %1          ; 3
                  jump b1(%6)
                """);
    }

    @Test
    void whatCanThrowOrAllocatesStays() {
        PassCheck.keeps("f(I[D)D", HoistInvariants::apply, """
                b0(%0: int, %1: double[]):
                  jump b1(%0)
                b1(%2: int):
                  %3: int = idiv %0, %0
                  %4: int = arraylength %1
                  %5: double = arrayload double %1, %0
                  %6: double[] = newarray double[] %0
                  %7: int = isub %2, %3
                  ifne %7 b1(%7) else b2
                b2:
                  return %5
                """);
    }

    @Test
    void irreducibleFunctionsStay() {
        PassCheck.keeps("f(I)V", HoistInvariants::apply, """
                b0(%0: int):
                  ifeq %0 b1 else b2
                b1:
                  %1: int = iadd %0, %0
                  jump b2
                b2:
                  ifeq %0 b1 else b3
                b3:
                  return
                """);
    }

    @Test
    void randomFunctionsKeepTheirBehaviour() {
        for (int seed = 0; seed < 800; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 4 + seed % 9));
            Function hoisted = HoistInvariants.apply(function);
            PassCheck.behavesLike(function, hoisted);
            assertThat(HoistInvariants.apply(hoisted)).isEqualTo(hoisted);
        }
    }
}
