package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleEntriesTest {
    @Test
    void entriesBecomeOneBlockThatKnowsWhichWasMeant() {
        PassCheck.rewrites("f(ID)D", SingleEntries::apply, """
                b0(%0: int, %1: double):
                  ifeq %0 b1(%1) else b2         ; 3
                b1(%2: double):
                  %3: double = dadd %2, %2       ; 4
                  jump b2                        ; 4
                b2:
                  ifgt %0 b1(%1) else b3         ; 5
                b3:
                  return %1                      ; 6
                """, """
                b0(%0: int, %1: double):
                  ifeq %0 b5(%1) else b7         ; 3
                b1(%2: double):
                  %3: double = dadd %2, %2       ; 4
                  jump b8                        ; 4
                b2:
                  ifgt %0 b6(%1) else b3         ; 5
                b3:
                  return %1                      ; 6
                b5(%6: double):
                  %7: int = literal 0
                  jump b4(%7, %6)
                b6(%8: double):
                  %9: int = literal 0
                  jump b4(%9, %8)
                b7:
                  %10: int = literal 1
                  %11: double = literal 0.0d
                  jump b4(%10, %11)
                b8:
                  %12: int = literal 1
                  %13: double = literal 0.0d
                  jump b4(%12, %13)
                b4(%4: int, %5: double):
                  switch %4 case 0 b1(%5) else b2 ; 4
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 14})
    void randomFunctionsBecomeReducibleAndKeepTheirBehaviour(int size) {
        int changed = 0;
        for (int seed = 0; seed < 400; seed++) {
            Function simple = SimplifyParameters.apply(RandomFunction.of(seed, size));
            Function reducible = SingleEntries.apply(simple);
            if (!isReducible(simple)) {
                changed++;
                PassCheck.behavesLike(simple, reducible);
                assertThat(isReducible(reducible)).as("%s", reducible).isTrue();
            } else {
                assertThat(reducible).isEqualTo(simple);
            }
        }
        assertThat(changed).isGreaterThan(50);
    }

    private static boolean isReducible(Function function) {
        try {
            LoopTree.of(ControlFlow.of(function));
            return true;
        } catch (IrreducibleException e) {
            return false;
        }
    }
}
