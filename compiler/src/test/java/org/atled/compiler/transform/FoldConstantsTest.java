package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class FoldConstantsTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, FoldConstants::apply, before, after);
    }

    @Test
    void factorsOfOneAndMinusOne() {
        rewrites("f(D)D", """
                b0(%0: double):
                  %1: double = literal 1.0d
                  %2: double = literal -1.0d
                  %3: double = dmul %0, %1
                  %4: double = dmul %2, %3       ; 4
                  %5: double = ddiv %4, %1
                  %6: double = dneg %5
                  %7: double = dneg %6           ; 7
                  %8: double = dsub %0, %7       ; 8
                  return %8
                """, """
                b0(%0: double):
                  %1: double = literal 1.0d
                  %2: double = literal -1.0d
                  %4: double = dneg %0           ; 4
                  %7: double = dneg %0           ; 7
                  %8: double = dadd %0, %0       ; 8
                  return %8
                """);
    }

    @Test
    void zerosOfBothSigns() {
        rewrites("f(D)D", """
                b0(%0: double):
                  %1: double = literal 0.0d
                  %2: double = literal -0.0d
                  %3: double = dadd %0, %1
                  %4: double = dmul %3, %1
                  %5: double = dsub %4, %1
                  %6: double = dadd %5, %2
                  %7: double = dsub %6, %2
                  return %7
                """, """
                b0(%0: double):
                  %1: double = literal 0.0d
                  %2: double = literal -0.0d
                  %3: double = dadd %0, %1
                  %4: double = dmul %3, %1
                  %7: double = dsub %4, %2
                  return %7
                """);
    }

    @Test
    void theFirstContributionToACotangentIsStored() {
        rewrites("f(D)D", """
                b0(%0: double):
                  %1: double = literal 0.0d
                  %2: double = accumulate double %1, %0
                  %3: double = accumulate double %2, %1
                  %4: double = literal -0.0d
                  %5: double = accumulate double %3, %4
                  return %5
                """, """
                b0(%0: double):
                  %1: double = literal 0.0d
                  %4: double = literal -0.0d
                  %5: double = accumulate double %0, %4
                  return %5
                """);
    }

    @Test
    void branchesAndSwitchesOnConstants() {
        rewrites("f(I)I", """
                b0(%0: int):
                  %1: int = literal 3
                  %2: int = literal 4
                  %3: int = imul %1, %2
                  switch %3 case 11 b1 case 12 b2 else b1 ; 5
                b1:
                  jump b4(%1)
                b2:
                  if_icmplt %3, %2 b1 else b3    ; 7
                b3:
                  if_icmpge %0, %0 b4(%0) else b1 ; 8
                b4(%4: int):
                  return %4
                """, """
                b0(%0: int):
                  %1: int = literal 3
                  %2: int = literal 4
                  %3: int = literal 12
                  jump b2                        ; 5
                b2:
                  jump b3                        ; 7
                b3:
                  jump b4(%0)                    ; 8
                b4(%4: int):
                  return %4
                """);
    }

    @Test
    void nullChecksOfWhatIsKnown() {
        rewrites("f(I[D)I", """
                b0(%0: int, %1: double[]):
                  %2: double[] = newarray double[] %0
                  ifnull %2 b1 else b2
                b1:
                  return %0
                b2:
                  %3: null = literal null
                  ifnonnull %3 b1 else b3
                b3:
                  ifnull %1 b1 else b4
                b4:
                  %4: int = arraylength %2
                  return %4
                """, """
                b0(%0: int, %1: double[]):
                  %2: double[] = newarray double[] %0
                  jump b2
                b1:
                  return %0
                b2:
                  %3: null = literal null
                  jump b3
                b3:
                  ifnull %1 b1 else b4
                b4:
                  return %0
                """);
    }

    @Test
    void aDivisionByZeroStaysToThrow() {
        PassCheck.keeps("f()I", FoldConstants::apply, """
                b0:
                  %0: int = literal 0
                  %1: int = literal 1
                  %2: int = idiv %1, %0
                  return %2
                """);
    }

    @Test
    void randomFunctionsKeepTheirBehaviour() {
        for (int seed = 0; seed < 500; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 4 + seed % 9));
            Function folded = FoldConstants.apply(function);
            PassCheck.behavesLike(function, folded);
            assertThat(FoldConstants.apply(folded)).isEqualTo(folded);
        }
    }
}
