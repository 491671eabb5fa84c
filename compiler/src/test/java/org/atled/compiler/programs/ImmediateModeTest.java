package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which functions are reversed as they run. That the derivatives are right is for the test of all programs. */
class ImmediateModeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "determinant",
                "cotangentKnownBeforeTheCall",
                "callsBeforeTheLoop",
                "oneLoopAfterAnother",
                "loopsThatTestAtTheirEnd",
                "loopsInsideLoops",
                "sumsThatChangePlaces",
                "aSumThatDecides"
            })
    void sumsKeepNothing(String program) {
        List<String> dump = stages(program);
        assertThat(dump).anyMatch(text -> text.startsWith("immediate"));
        assertThat(dump)
                .filteredOn(text -> text.startsWith("immediate"))
                .noneMatch(text -> text.contains("Tape.take") || text.contains("Cache."));
        assertThat(dump).noneMatch(text -> text.startsWith("reverse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aSumThatIsDropped",
                "aSumAddedTwice",
                "aSumTakenAway",
                "twoSums",
                "oneOfTwoSums",
                "aTermThatIsReadAgain",
                "memoryThatIsWritten"
            })
    void otherFunctionsHaveAReverseSweep(String program) {
        assertThat(stages(program)).anyMatch(text -> text.startsWith("reverse"));
    }

    /** A call on the way to a square waits for its value: it is made in two parts, one right after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"squaresOfCalls", "productsOfTwoCalls"})
    void callsWithUnknownCotangentsAreSplit(String program) {
        assertThat(stages(program))
                .anyMatch(text ->
                        text.startsWith("immediate") && text.contains("$$augmented") && text.contains("$$pullback"));
    }

    private static List<String> stages(String program) {
        Method method = Arrays.stream(Sums.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(program))
                .findFirst()
                .orElseThrow();
        List<String> stages = new ArrayList<>();
        new ProgramDerivatives(
                method,
                ActiveParameters.of(method),
                (stage, primal, function) -> stages.add(stage + "\n" + function),
                Setting.OPTIMIZED);
        return stages;
    }
}
