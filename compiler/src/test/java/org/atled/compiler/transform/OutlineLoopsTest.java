package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;

class OutlineLoopsTest {
    private static final String SUM = """
            b%1$d(%%%2$d: double, %%%3$d: int):
              if_icmpge %%%3$d, %%0 b%4$d(%%%2$d) else b%5$d
            b%5$d:
              %%%6$d: double = dadd %%%2$d, %%1
              %%%7$d: int = literal 1
              %%%8$d: int = iadd %%%3$d, %%%7$d
              jump b%1$d(%%%6$d, %%%8$d)
            """;

    private static final String TWO_LOOPS = """
            b0(%0: int, %1: double):
              %2: double = literal 0.0d
              %3: int = literal 0
              jump b1(%2, %3)
            """ + String.format(SUM, 1, 4, 5, 3, 2, 6, 7, 8) + """
            b3(%9: double):
              %10: int = literal 0
              jump b4(%9, %10)
            """
            + String.format(SUM, 4, 11, 12, 6, 5, 13, 14, 15) + """
            b6(%16: double):
              return %16
            """;

    @Test
    void givesEachOfTwoLoopsAMethod() {
        List<Function> parts = OutlineLoops.apply(PassCheck.parse("f(ID)D", TWO_LOOPS));
        parts.forEach(Verifier::verify);
        assertThat(parts).extracting(part -> part.name().name()).containsExactly("f", "f$$loop0", "f$$loop1");
        assertThat(parts.get(1).toString()).isEqualTo("""
                function demo.Test.f$$loop0(DIID)D static
                b0(%0: double, %1: int, %2: int, %3: double):
                  jump b1(%0, %1)
                b1(%4: double, %5: int):
                  if_icmpge %5, %2 b3 else b2
                b2:
                  %6: double = dadd %4, %3
                  %7: int = literal 1
                  %8: int = iadd %5, %7
                  jump b1(%6, %8)
                b3:
                  return %4
                """);
    }

    @Test
    void leavesTheOnlyLoopWhereItIs() {
        Function function = PassCheck.parse("f(ID)D", """
                b0(%0: int, %1: double):
                  %2: double = literal 0.0d
                  %3: int = literal 0
                  jump b1(%2, %3)
                """ + String.format(SUM, 1, 4, 5, 3, 2, 6, 7, 8) + """
                b3(%9: double):
                  return %9
                """);
        assertThat(OutlineLoops.apply(function)).containsExactly(function);
    }

    /** Without a tape a loop that leaves more than one value stays. */
    @Test
    void doesNotChangeWhatRandomFunctionsDo() {
        int outlined = 0;
        for (int seed = 0; seed < 300; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 8));
            List<Function> parts = OutlineLoops.apply(function);
            Map<MethodReference, Function> callees = new HashMap<>();
            parts.subList(1, parts.size()).forEach(part -> {
                Verifier.verify(part);
                callees.put(part.name(), part);
            });
            PassCheck.behavesLike(function, parts.get(0), callees);
            outlined += callees.size();
        }
        assertThat(outlined).isGreaterThan(10);
    }
}
