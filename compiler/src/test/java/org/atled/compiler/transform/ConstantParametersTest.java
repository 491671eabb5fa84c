package org.atled.compiler.transform;

import org.junit.jupiter.api.Test;

class ConstantParametersTest {
    @Test
    void seesZeroRoundNestedLoops() {
        PassCheck.rewrites(
                "f(ID)D",
                function -> SimplifyParameters.apply(EliminateDeadCode.apply(ConstantParameters.apply(function))),
                """
                b0(%0: int, %1: double):
                  %2: double = literal 0.0d
                  jump b1(%2)
                b1(%3: double):
                  jump b2(%3)
                b2(%4: double):
                  %5: double = accumulate double %4, %1
                  %6: double = literal 0.0d
                  ifgt %0 b2(%6) else b3
                b3:
                  ifeq %0 b1(%6) else b4
                b4:
                  return %5
                """,
                """
                b0(%0: int, %1: double):
                  %8: double = literal 0.0d
                  jump b2
                b2:
                  %5: double = accumulate double %8, %1
                  ifgt %0 b2 else b3
                b3:
                  ifeq %0 b2 else b4
                b4:
                  return %5
                """);
    }

    @Test
    void tellsZeroFromNegativeZero() {
        PassCheck.keeps("f(I)D", ConstantParameters::apply, """
                b0(%0: int):
                  %1: double = literal 0.0d
                  jump b1(%1)
                b1(%2: double):
                  %3: double = literal -0.0d
                  ifgt %0 b1(%3) else b2
                b2:
                  return %2
                """);
    }

    @Test
    void doesNotChangeWhatRandomFunctionsDo() {
        for (int seed = 0; seed < 300; seed++) {
            var function = SimplifyParameters.apply(RandomFunction.of(seed, 8));
            PassCheck.behavesLike(function, ConstantParameters.apply(function));
        }
    }
}
