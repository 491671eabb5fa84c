package org.atled.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions with the expected complaint on the guilty line; no other line may be complained about. */
class VerifierTest {
    private static final String ERROR = "; error: ";

    static List<String> functions() {
        return VerifierCases.ALL;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void complainsOnTheGuiltyLineOnly(String text) {
        Function function = Parser.parse(text);
        List<String> found = new ArrayList<>();
        InvalidFunctionException error =
                catchThrowableOfType(InvalidFunctionException.class, () -> Verifier.verify(function));
        if (error != null) {
            error.problems().forEach(problem -> found.add(problem.text() + ERROR + problem.message()));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expectedIn(text));
    }

    private static List<String> expectedIn(String text) {
        List<String> expected = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(ERROR);
            for (int i = 1; i < parts.length; i++) {
                expected.add(parts[0].strip() + ERROR + parts[i].strip());
            }
        }
        return expected;
    }

    @Test
    void valueDefinedNowhere() {
        Value nowhere = new Value(5, Type.INT);
        Block block = new Block(0, List.of(), List.of(), new Terminator.Return(nowhere, 0));
        assertInvalid(block, "%5 is not defined");
    }

    @Test
    void valueUsedAsAnotherType() {
        Value defined = new Value(5, Type.DOUBLE);
        Instruction literal = new Instruction(defined, new Op.Literal(new Constant.OfDouble(1)), List.of(), 0);
        Block block = new Block(0, List.of(), List.of(literal), new Terminator.Return(new Value(5, Type.INT), 0));
        assertInvalid(block, "%5 is used as int but defined as double");
    }

    @Test
    void messageNamesFunctionBlockAndStep() {
        Function function = Parser.parse("function a.B.f()I static\nb3:\n  %1: int = literal 1L\n  return %1\n");
        assertThatThrownBy(() -> Verifier.verify(function)).hasMessage("""
                        Invalid function a.B.f()I:
                          b3, %1: int = literal 1L
                            gives a result of type long, but defines %1 of type int

                        function a.B.f()I static
                        b3:
                          %1: int = literal 1L
                          return %1
                        """);
    }

    @Test
    void noBlocks() {
        Function function = new Function(new MethodReference("a/B", "f", "()V"), true, List.of());
        assertThatThrownBy(() -> Verifier.verify(function)).hasMessage("Function a.B.f()V has no blocks");
    }

    /** 20,000 blocks, each with a back edge, each using a value of the entry. */
    @Test
    @Timeout(20)
    void takesAboutLinearTime() {
        int size = 20_000;
        StringBuilder text = new StringBuilder("function a.B.f(I)I static\nb0(%0: int):\n  jump b1\n");
        for (int i = 1; i < size; i++) {
            text.append("b" + i + ":\n  %" + i + ": int = iadd %" + (i - 1) + ", %0\n");
            text.append("  ifeq %" + i + " b" + (i + 1) + " else b" + Math.max(1, i - 7) + "\n");
        }
        text.append("b" + size + ":\n  return %" + (size - 1) + "\n");
        Verifier.verify(Parser.parse(text.toString()));
    }

    private static void assertInvalid(Block block, String message) {
        Function function = new Function(new MethodReference("a/B", "f", "()I"), true, List.of(block));
        assertThatThrownBy(() -> Verifier.verify(function)).hasMessageContaining("return %5\n    " + message);
    }
}
