package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;

class SplitMethodsTest {
    private static final String PRODUCTS = """
            b0(%0: double, %1: double, %8: org.atled.runtime.Tape):
              %2: double = dmul %0, %1
              %3: double = dmul %2, %1
              %4: double = dmul %3, %1
              %5: double = dmul %4, %2
              %6: double = dmul %5, %3
              %7: double = dmul %6, %2
              return %7
            """;

    /** The estimate of a method's size is its size. */
    private static List<Function> split(Function function, int longest) {
        return SplitMethods.apply(function, CodeEstimate::of, longest);
    }

    @Test
    void handsOnOneValueAsResultAndOthersInAnArray() {
        List<Function> parts = MethodSplit.of(PassCheck.parse("f(DDLorg/atled/runtime/Tape;)D", PRODUCTS), 32, 0);
        parts.forEach(Verifier::verify);
        assertThat(parts.stream().map(Function::toString).collect(Collectors.joining()))
                .isEqualTo("""
                function demo.Test.f(DDLorg/atled/runtime/Tape;)D static
                b0(%0: double, %1: double, %2: org.atled.runtime.Tape):
                  %3: int = literal 0
                  %4: double[] = invokevirtual org.atled.runtime.Tape.takeDoubles()[D %2
                  %5: double[] = invokestatic org.atled.runtime.Cache.ensure([DI)[D %4, %3
                  %6: double = invokestatic demo.Test.f$$part0(DD[D)D %0, %1, %5
                  %7: double = invokestatic demo.Test.f$$part1(DD[D)D %6, %1, %5
                  %8: double = invokestatic demo.Test.f$$part2(D[D)D %7, %5
                  invokevirtual org.atled.runtime.Tape.giveDoubles([D)V %2, %5
                  return %8
                function demo.Test.f$$part0(DD[D)D static
                b0(%0: double, %1: double, %2: double[]):
                  %3: double = dmul %0, %1
                  %4: int = literal 0
                  arraystore double %2, %4, %3
                  %5: double = dmul %3, %1
                  return %5
                function demo.Test.f$$part1(DD[D)D static
                b0(%0: double, %1: double, %2: double[]):
                  %3: double = dmul %0, %1
                  %4: int = literal 0
                  %5: double = arrayload double %2, %4
                  %6: double = dmul %3, %5
                  %7: double = dmul %6, %0
                  return %7
                function demo.Test.f$$part2(D[D)D static
                b0(%0: double, %1: double[]):
                  %2: int = literal 0
                  %3: double = arrayload double %1, %2
                  %4: double = dmul %0, %3
                  return %4
                """);
    }

    @Test
    void leavesShortMethodsAlone() {
        Function function = PassCheck.parse("f(DDLorg/atled/runtime/Tape;)D", PRODUCTS);
        assertThat(split(function, 1000)).containsExactly(function);
    }

    @Test
    void dividesABranchOverManyCases() {
        String keys =
                IntStream.range(1, 300).mapToObj(i -> " case " + i + " b" + i).collect(Collectors.joining());
        String cases =
                IntStream.range(1, 300).mapToObj(i -> """
                        b%d:
                          %%%d: double = dmul %%1, %%1
                          jump b300(%%%2$d)
                        """.formatted(i, 10 + i)).collect(Collectors.joining());
        List<Function> parts = split(
                PassCheck.parse(
                        "f(ID)D",
                        "b0(%0: int, %1: double):\n  switch %0" + keys + " else b300(%1)\n" + cases
                                + "b300(%2: double):\n  return %2\n"),
                1000);
        parts.forEach(Verifier::verify);
        assertThat(parts).hasSizeGreaterThan(3).allMatch(part -> CodeEstimate.of(part) <= 1000);
    }

    @Test
    void doesNotChangeWhatRandomFunctionsDo() {
        int parts = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 4 + seed % 30));
            List<Function> split = MethodSplit.of(function, 20 + seed % 100, 0);
            split.forEach(Verifier::verify);
            Map<MethodReference, Function> callees = new HashMap<>();
            split.subList(1, split.size()).forEach(part -> callees.put(part.name(), part));
            PassCheck.behavesLike(function, split.get(0), callees);
            parts += callees.size();
        }
        assertThat(parts).isGreaterThan(1000);
    }
}
