package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifyInductionsTest {
    @Test
    void indexesACacheByTheCounterOfTheLoop() {
        PassCheck.rewrites("f([D[DII)I", UnifyInductions::apply, """
                b0(%0: double[], %1: double[], %2: int, %3: int):
                  %4: int = literal 2
                  jump b1(%4, %3)
                b1(%5: int, %6: int):
                  if_icmpge %5, %2 b3 else b2
                b2:
                  %7: double = arrayload double %0, %5
                  arraystore double %1, %6, %7
                  %8: int = literal 1
                  %9: int = iadd %5, %8
                  %10: int = literal 1
                  %11: int = iadd %6, %10
                  jump b1(%9, %11)
                b3:
                  return %6
                """, """
                b0(%0: double[], %1: double[], %2: int, %3: int):
                  %4: int = literal 2
                  %13: int = isub %3, %4
                  jump b1(%4)
                b1(%5: int):
                  %6: int = iadd %13, %5
                  if_icmpge %5, %2 b3(%6) else b2
                b2:
                  %7: double = arrayload double %0, %5
                  arraystore double %1, %6, %7
                  %8: int = literal 1
                  %9: int = iadd %5, %8
                  %10: int = literal 1
                  %11: int = iadd %6, %10
                  jump b1(%9)
                b3(%12: int):
                  return %12
                """);
    }

    @Test
    void stepsBackAtTheEndOfAnIteration() {
        PassCheck.rewrites("f([DI)V", UnifyInductions::apply, """
                b0(%0: double[], %1: int):
                  jump b1(%1)
                b1(%2: int):
                  %3: int = literal -1
                  %4: int = iadd %2, %3
                  ifge %4 b2 else b3
                b2:
                  %5: double = literal 0.0d
                  arraystore double %0, %4, %5
                  jump b1(%4)
                b3:
                  return
                """, """
                b0(%0: double[], %1: int):
                  %7: int = literal -1
                  %8: int = iadd %1, %7
                  jump b1(%8)
                b1(%6: int):
                  %3: int = literal -1
                  ifge %6 b2 else b3
                b2:
                  %5: double = literal 0.0d
                  arraystore double %0, %6, %5
                  %9: int = literal -1
                  %10: int = iadd %6, %9
                  jump b1(%10)
                b3:
                  return
                """);
    }

    @Test
    void keepsCountersThatGoApartOrAreTested() {
        PassCheck.keeps("f(II)I", UnifyInductions::apply, """
                b0(%0: int, %1: int):
                  jump b1(%0, %1, %0)
                b1(%2: int, %3: int, %4: int):
                  if_icmpge %2, %3 b3(%4) else b2
                b2:
                  %5: int = literal 1
                  %6: int = iadd %2, %5
                  %7: int = literal 2
                  %8: int = iadd %4, %7
                  %9: int = iadd %3, %5
                  jump b1(%6, %9, %8)
                b3(%10: int):
                  return %10
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12})
    void randomFunctionsKeepTheirBehaviour(int size) {
        int changed = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Function simple = SimplifyParameters.apply(RandomFunction.of(seed, size));
            if (isReducible(simple)) {
                Function unified = UnifyInductions.apply(simple);
                PassCheck.behavesLike(simple, unified);
                changed += unified.equals(CanonicalizeLoops.apply(simple)) ? 0 : 1;
            }
        }
        System.out.println("size " + size + ": " + changed + " functions changed");
        assertThat(changed).isPositive();
    }

    private static boolean isReducible(Function function) {
        try {
            LoopTree.of(ControlFlow.of(function));
            return true;
        } catch (IrreducibleException severalEntries) {
            return false;
        }
    }
}
