package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.Setting;
import org.junit.jupiter.api.Test;

/** A reverse sweep does not compute a cosine or an exponential that the primal has computed. */
class CostlyCallsTest {
    @Test
    void sineAndCosineAreComputedOnce() throws NoSuchMethodException {
        String reverse = reverse("rotatedPoint");
        assertThat(count(reverse, "Math.sin(")).isEqualTo(1);
        assertThat(count(reverse, "Math.cos(")).isEqualTo(1);
    }

    /** In the other branch there is no cosine that could be used. */
    @Test
    void whatAnotherBranchHasComputedIsNotTaken() throws NoSuchMethodException {
        String reverse = reverse("oneOfTwoBranches");
        assertThat(count(reverse, "Math.sin(")).isEqualTo(2);
        assertThat(count(reverse, "Math.cos(")).isEqualTo(2);
    }

    private static String reverse(String program) throws NoSuchMethodException {
        Method method = Numerics.class.getDeclaredMethod(program, double.class, double.class);
        List<String> stages = new ArrayList<>();
        new ProgramDerivatives(
                method,
                List.of(true, true),
                (stage, primal, function) -> {
                    if (stage.equals("reverse")) {
                        stages.add(function.toString());
                    }
                },
                Setting.OPTIMIZED);
        assertThat(stages).hasSize(1);
        return stages.get(0);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
