package org.atled.compiler.transform;

import java.util.Optional;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.ir.Function;
import org.junit.jupiter.api.Test;

class HoistInvariantsTest {
    private static final String LOOP = """
            b0(%%0: double[], %%1: double, %%2: int, %%3: int):
              %%4: double[] = newarray double[] %%2
              %%5: int = literal 0
              jump b1(%%5)
            b1(%%6: int):
              if_icmpge %%6, %%3 b3 else b2
            b2:
            %s
              %%20: int = literal 1
              %%21: int = iadd %%6, %%20
              jump b1(%%21)
            b3:
              return %%1
            """;

    private static String loop(String body) {
        return String.format(LOOP, body.stripTrailing());
    }

    private static void keeps(String body) {
        PassCheck.keeps("f([DDII)D", HoistInvariants::apply, loop(body));
    }

    @Test
    void computesAheadWhatIsTheSameInAllIterations() {
        PassCheck.rewrites("f(DI)D", HoistInvariants::apply, """
                b0(%0: double, %1: int):
                  %2: int = literal 0
                  jump b1(%0, %2)
                b1(%3: double, %4: int):
                  if_icmpge %4, %1 b3 else b2
                b2:
                  %5: double = literal 2.0d          ; 5
                  %6: double = dmul %5, %0           ; 5
                  %7: double = invokestatic java.lang.Math.exp(D)D %6 ; 6
                  %8: double = dmul %3, %7           ; 7
                  %9: int = literal 1
                  %10: int = iadd %4, %9
                  jump b1(%8, %10)
                b3:
                  return %3
                """, """
                b0(%0: double, %1: int):
                  %2: int = literal 0
                  %11: double = literal 2.0d         ; 5
                  %6: double = dmul %11, %0          ; 5
                  %7: double = invokestatic java.lang.Math.exp(D)D %6 ; 6
                  jump b1(%0, %2)
                b1(%3: double, %4: int):
                  if_icmpge %4, %1 b3 else b2
                b2:
                  %5: double = literal 2.0d          ; 5
                  %8: double = dmul %3, %7           ; 7
                  %9: int = literal 1
                  %10: int = iadd %4, %9
                  jump b1(%8, %10)
                b3:
                  return %3
                """);
    }

    @Test
    void leavesWhatMayFailWhereItIs() {
        keeps("  %7: double = arrayload double %0, %2");
        keeps("  %7: int = idiv %2, %3");
        // Nobody knows that the array has a first element.
        keeps("  %7: int = literal 0\n  %8: double = arrayload double %4, %7");
    }

    @Test
    void loadsAheadWhatTheLoopDoesNotWriteToAndTheArraySurelyHas() {
        String inner = """
                b0(%%0: double[], %%1: int):
                  %%2: double[] = newarray double[] %%1
                  %%3: double[] = newarray double[] %%1
                  %%4: int = literal 0
                  jump b1(%%4)
                b1(%%5: int):
                  if_icmpge %%5, %%1 b6 else b2
                b2:
                  %%6: int = literal 0
                %s  jump b3(%%6)
                b3(%%7: int):
                  if_icmpge %%7, %%1 b5 else b4
                b4:
                %s  arraystore double %s, %%7, %%8
                  %%9: int = literal 1
                  %%10: int = iadd %%7, %%9
                  jump b3(%%10)
                b5:
                  %%11: int = literal 1
                  %%12: int = iadd %%5, %%11
                  jump b1(%%12)
                b6:
                  return
                """;
        String load = "  %8: double = arrayload double %2, %5\n";
        PassCheck.rewrites(
                "f([DI)V",
                HoistInvariants::apply,
                String.format(inner, "", load, "%3"),
                String.format(inner, load, "", "%3"));
        PassCheck.keeps("f([DI)V", HoistInvariants::apply, String.format(inner, "", load, "%2"));
    }

    @Test
    void doesNotDoInVainWhatCostsMuch() {
        PassCheck.keeps("f(DII)D", HoistInvariants::apply, """
                b0(%0: double, %1: int, %2: int):
                  %3: int = literal 0
                  jump b1(%0, %3)
                b1(%4: double, %5: int):
                  if_icmpge %5, %1 b5 else b2
                b2:
                  if_icmpge %5, %2 b3 else b4(%4)
                b3:
                  %6: double = invokestatic java.lang.Math.exp(D)D %0
                  jump b4(%6)
                b4(%7: double):
                  %8: int = literal 1
                  %9: int = iadd %5, %8
                  jump b1(%7, %9)
                b5:
                  return %4
                """);
    }

    @Test
    void doesNotChangeWhatRandomFunctionsDo() {
        for (int seed = 0; seed < 300; seed++) {
            canonical(RandomFunction.of(seed, 8))
                    .ifPresent(function -> PassCheck.behavesLike(function, HoistInvariants.apply(function)));
        }
    }

    /** Empty if a cycle of the function is no loop. */
    private static Optional<Function> canonical(Function function) {
        try {
            return Optional.of(CanonicalizeLoops.apply(SimplifyParameters.apply(function)));
        } catch (IrreducibleException noLoop) {
            return Optional.empty();
        }
    }
}
