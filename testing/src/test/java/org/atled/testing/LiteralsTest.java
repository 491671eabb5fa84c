package org.atled.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralsTest {
    @Test
    void valuesAsJavaWritesThem() {
        assertThat(Literals.parse(double.class, " -1_000.5e-3 ")).isEqualTo(-1.0005);
        assertThat(Literals.parse(float.class, "1.5f")).isEqualTo(1.5f);
        assertThat(Literals.parse(int.class, "0x10")).isEqualTo(16);
        assertThat(Literals.parse(long.class, "7L")).isEqualTo(7L);
        assertThat(Literals.parse(boolean.class, "false")).isEqualTo(false);
        assertThat(Literals.parse(String.class, "some text")).isEqualTo("some text");
        assertThat(Literals.parse(TimeUnit.class, "DAYS")).isEqualTo(TimeUnit.DAYS);
        assertThat(Literals.parse(double[].class, "null")).isNull();
    }

    @Test
    void arraysInBraces() {
        assertThat(Literals.parse(double[].class, "{}")).isEqualTo(new double[0]);
        assertThat(Literals.parse(int[].class, "{1, 2,}")).isEqualTo(new int[] {1, 2});
        assertThat(Literals.parse(double[][].class, "{ {1}, {}, null, {2, 3} }"))
                .isEqualTo(new double[][] {{1}, {}, null, {2, 3}});
        assertThat(Literals.parse(String[].class, "{a b, c}")).isEqualTo(new String[] {"a b", "c"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{1", "1}", "{1, x}", "{1,, 2}", "{{1}}", ""})
    void refusesWhatIsNoArray(String text) {
        assertThatThrownBy(() -> Literals.parse(double[].class, text))
                .isInstanceOf(ExampleException.class)
                .hasMessageStartingWith("the text \"");
    }

    @Test
    void refusesWhatHasNoTexts() {
        assertThatThrownBy(() -> Literals.parse(boolean.class, "yes"))
                .hasMessage("the text \"yes\" is no boolean: write true.");
        assertThatThrownBy(() -> Literals.parse(TimeUnit.class, "WEEKS"))
                .hasMessage("the text \"WEEKS\" is no TimeUnit: write a constant.");
        assertThatThrownBy(() -> Literals.parse(Thread.class, "x"))
                .hasMessageStartingWith(
                        "an argument of type Thread cannot be written as a text: write a static method");
    }
}
