package org.atled.compiler.transform;

import org.junit.jupiter.api.Test;

class ReplaceArraysTest {
    @Test
    void turnsElementsIntoValues() {
        PassCheck.rewrites("f(ID)D", function -> EliminateDeadCode.apply(ReplaceArrays.apply(function)), """
                b0(%0: int, %1: double):
                  %2: int = literal 2
                  %3: double[] = newarray double[] %2
                  %4: int = literal 1
                  arraystore double %3, %4, %1
                  ifeq %0 b2 else b1
                b1:
                  %5: int = literal 0
                  arraystore double %3, %5, %1
                  jump b2
                b2:
                  %6: int = literal 0
                  %7: double = arrayload double %3, %6
                  %8: double = arrayload double %3, %4
                  %9: double = dadd %7, %8
                  return %9
                """, """
                b0(%0: int, %1: double):
                  %3: double = literal 0.0d
                  ifeq %0 b2(%3) else b1
                b1:
                  jump b2(%1)
                b2(%8: double):
                  %10: double = dadd %8, %1
                  return %10
                """);
    }

    @Test
    void keepsArraysThatLeaveTheFunctionOrAreIndexedByWhatIsNotKnown() {
        PassCheck.keeps("f(I)[D", ReplaceArrays::apply, """
                b0(%0: int):
                  %1: int = literal 2
                  %2: double[] = newarray double[] %1
                  return %2
                """);
        PassCheck.keeps("f(I)D", ReplaceArrays::apply, """
                b0(%0: int):
                  %1: int = literal 2
                  %2: double[] = newarray double[] %1
                  %3: double = arrayload double %2, %0
                  return %3
                """);
        PassCheck.keeps("f(I)D", ReplaceArrays::apply, """
                b0(%0: int):
                  %1: int = literal 2
                  %2: double[] = newarray double[] %1
                  %3: double = arrayload double %2, %1
                  return %3
                """);
    }

    @Test
    void followsArraysThroughBranches() {
        PassCheck.rewrites("f(ID)D", function -> EliminateDeadCode.apply(ReplaceArrays.apply(function)), """
                b0(%0: int, %1: double):
                  %2: int = literal 1
                  %3: int = literal 0
                  ifeq %0 b2 else b1
                b1:
                  %4: double[] = newarray double[] %2
                  arraystore double %4, %3, %1
                  jump b3(%4)
                b2:
                  %5: double[] = newarray double[] %2
                  jump b3(%5)
                b3(%6: double[]):
                  %7: double = arrayload double %6, %3
                  return %7
                """, """
                b0(%0: int, %1: double):
                  ifeq %0 b2 else b1
                b1:
                  jump b3(%1)
                b2:
                  %6: double = literal 0.0d
                  jump b3(%6)
                b3(%2: double):
                  return %2
                """);
    }

    @Test
    void keepsArraysWithTwoNamesOrOfTwoLengths() {
        PassCheck.keeps("f(ID)D", ReplaceArrays::apply, """
                b0(%0: int, %1: double):
                  %2: int = literal 1
                  %3: int = literal 0
                  %4: double[] = newarray double[] %2
                  %5: double[] = newarray double[] %2
                  ifeq %0 b2(%5) else b1
                b1:
                  jump b2(%4)
                b2(%6: double[]):
                  arraystore double %6, %3, %1
                  %7: double = arrayload double %4, %3
                  %8: double = arrayload double %5, %3
                  %9: double = dadd %7, %8
                  return %9
                """);
        PassCheck.keeps("f(ID)I", ReplaceArrays::apply, """
                b0(%0: int, %1: double):
                  %2: int = literal 1
                  %3: int = literal 2
                  ifeq %0 b2 else b1
                b1:
                  %4: double[] = newarray double[] %2
                  jump b3(%4)
                b2:
                  %5: double[] = newarray double[] %3
                  jump b3(%5)
                b3(%6: double[]):
                  %7: int = arraylength %6
                  return %7
                """);
        PassCheck.keeps("f(I[D)I", ReplaceArrays::apply, """
                b0(%0: int, %1: double[]):
                  %2: int = literal 1
                  ifeq %0 b2(%1) else b1
                b1:
                  %4: double[] = newarray double[] %2
                  jump b2(%4)
                b2(%6: double[]):
                  %7: int = arraylength %6
                  return %7
                """);
    }
}
