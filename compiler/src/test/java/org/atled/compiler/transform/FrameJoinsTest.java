package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class FrameJoinsTest {
    private static Function apply(Function function) {
        return FrameJoins.apply(function, 2);
    }

    @Test
    void putsValuesIntoAFrameWhereTheyAreComputed() {
        PassCheck.rewrites("f(DI)D", FrameJoinsTest::apply, """
                b0(%0: double, %1: int):
                  %2: double = literal 0.0d
                  ifeq %1 b3(%2, %2) else b1
                b1:
                  %3: double = dmul %0, %0
                  iflt %1 b3(%3, %2) else b2
                b2:
                  %4: double = dmul %3, %3
                  jump b3(%3, %4)
                b3(%5: double, %6: double):
                  %7: double = dadd %5, %6
                  return %7
                """, """
                b0(%0: double, %1: int):
                  %8: int = literal 2
                  %9: double[] = newarray double[] %8
                  jump b4
                b1:
                  %3: double = dmul %0, %0
                  %10: int = literal 0
                  arraystore double %9, %10, %3
                  iflt %1 b3 else b2
                b2:
                  %4: double = dmul %3, %3
                  %11: int = literal 1
                  arraystore double %9, %11, %4
                  jump b3
                b3:
                  %12: int = literal 0
                  %13: double = arrayload double %9, %12
                  %14: int = literal 1
                  %15: double = arrayload double %9, %14
                  %7: double = dadd %13, %15
                  return %7
                b4:
                  %2: double = literal 0.0d
                  ifeq %1 b3 else b1
                """);
    }

    @Test
    void keepsWhatIsZeroAgainAfterItWasComputed() {
        PassCheck.keeps("f(DI)D", FrameJoinsTest::apply, """
                b0(%0: double, %1: int):
                  %2: double = literal 0.0d
                  jump b1(%2)
                b1(%3: double):
                  %4: double = dadd %3, %0
                  ifeq %1 b2 else b3
                b2:
                  iflt %1 b1(%4) else b1(%2)
                b3:
                  return %4
                """);
    }

    @Test
    void doesNotChangeWhatRandomFunctionsDo() {
        int changed = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 4 + seed % 30));
            Function other = apply(function);
            PassCheck.behavesLike(function, other);
            changed += other.equals(function) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(200);
    }
}
