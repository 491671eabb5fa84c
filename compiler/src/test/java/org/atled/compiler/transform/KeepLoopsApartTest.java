package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.ir.interpreter.Interpreter;
import org.junit.jupiter.api.Test;

class KeepLoopsApartTest {
    /** One of the loops that follow each other: adds up {@code bound - start} ones. */
    private static String loop(int block, String test, String initial, int step) {
        int value = 100 * block;
        return String.format(
                """
                b%1$d(%%%2$d: int):
                  %%%3$d: int = literal %5$s
                  jump b%6$d(%%%3$d, %%%2$d)
                b%6$d(%%%7$d: int, %%%8$d: int):
                  %4$s b%9$d else b%10$d(%%%8$d)
                b%9$d:
                  %%%11$d: int = literal %12$d
                  %%%13$d: int = iadd %%%7$d, %%%11$d
                  %%%14$d: int = literal 1
                  %%%15$d: int = iadd %%%8$d, %%%14$d
                  jump b%6$d(%%%13$d, %%%15$d)
                """,
                block,
                value,
                value + 1,
                String.format(test, value + 2),
                initial,
                block + 1,
                value + 2,
                value + 3,
                block + 2,
                block + 3,
                value + 4,
                step,
                value + 5,
                value + 6,
                value + 7);
    }

    private static List<Function> loops(int count) {
        StringBuilder text = new StringBuilder("b0(%0: int):\n  %1: int = literal 0\n  jump b3(%1)\n");
        IntStream.range(1, count).forEach(i -> text.append(loop(3 * i, "if_icmplt %%%d, %%0", "0", 1)));
        text.append(loop(3 * count, "ifge %%%d", "40", -2));
        text.append("b").append(3 * count + 3).append("(%9999: int):\n  return %9999\n");
        return OutlineLoops.apply(PassCheck.parse("f(I)I", text.toString()));
    }

    private static Object call(List<Function> methods, int argument) throws Throwable {
        Map<MethodReference, Function> program =
                methods.stream().collect(Collectors.toMap(Function::name, method -> method));
        return new Interpreter(KeepLoopsApartTest.class.getClassLoader(), program::get, 100_000)
                .call(methods.get(0), argument);
    }

    @Test
    void callsLongLoopsByWayOfMethodsThatAreNotInlined() throws Throwable {
        List<Function> before = loops(5);
        List<Function> after = KeepLoopsApart.apply(before);
        after.forEach(Verifier::verify);
        assertThat(after)
                .extracting(method -> method.name().name())
                .contains("f", "f$$loop0", "f$$loop0$apart", "f$$loop4", "f$$loop4$apart")
                .hasSize(11);
        for (int argument : new int[] {-3, 0, 31, 32, 100}) {
            assertThat(call(after, argument)).isEqualTo(call(before, argument));
        }
    }

    @Test
    void decidesByTheDistanceOfWhatTheLoopCompares() {
        String text = KeepLoopsApart.apply(loops(5)).get(0).toString();
        assertThat(text).containsPattern("isub %0, %\\d+\n.*literal 32\n.*if_icmplt");
    }

    @Test
    void leavesFewLoopsToBeInlined() {
        assertThat(KeepLoopsApart.apply(loops(4))).hasSize(5);
    }
}
