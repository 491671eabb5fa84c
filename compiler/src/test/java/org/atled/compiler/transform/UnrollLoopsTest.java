package org.atled.compiler.transform;

import org.junit.jupiter.api.Test;

class UnrollLoopsTest {
    @Test
    void writesOutALoopOfFewIterations() {
        PassCheck.rewrites("f(D)D", function -> EliminateDeadCode.apply(UnrollLoops.apply(function)), """
                b0(%0: double):
                  %1: int = literal 0
                  jump b1(%0, %1)
                b1(%2: double, %3: int):
                  %4: int = literal 2
                  if_icmpge %3, %4 b3 else b2
                b2:
                  %5: double = dmul %2, %0        ; 7
                  %6: int = literal 1
                  %7: int = iadd %3, %6
                  jump b1(%5, %7)
                b3:
                  return %2
                """, """
                b0(%0: double):
                  %24: double = dmul %0, %0       ; 7
                  %18: double = dmul %24, %0      ; 7
                  return %18
                """);
    }

    @Test
    void keepsALoopOfManyIterationsOrOfAnUnknownNumber() {
        String loop = """
                b0(%%0: int, %%1: double):
                  %%2: int = literal 0
                  jump b1(%%1, %%2)
                b1(%%3: double, %%4: int):
                  %%5: int = literal 9
                  if_icmpge %%4, %s b3 else b2
                b2:
                  %%6: double = dmul %%3, %%1
                  %%7: int = literal 1
                  %%8: int = iadd %%4, %%7
                  jump b1(%%6, %%8)
                b3:
                  return %%3
                """;
        PassCheck.keeps("f(ID)D", UnrollLoops::apply, String.format(loop, "%5"));
        PassCheck.keeps("f(ID)D", UnrollLoops::apply, String.format(loop, "%0"));
    }

    @Test
    void doesNotChangeWhatRandomFunctionsDo() {
        for (int seed = 0; seed < 300; seed++) {
            var function = SimplifyParameters.apply(RandomFunction.of(seed, 8));
            PassCheck.behavesLike(function, UnrollLoops.apply(function));
        }
    }
}
