package org.atled.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {
    @Test
    void nests() {
        assertThat(Json.of(Map.of("a", List.of(1, true, List.of(), Map.of())))).isEqualTo("""
                {
                  "a": [
                    1,
                    true,
                    [],
                    {}
                  ]
                }
                """);
    }

    /** RFC 8259, section 7; half a surrogate pair could not be encoded otherwise. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "0022, `\\\"`",
                "005c, `\\\\`",
                "002f, `/`",
                "000a, `\\n`",
                "000d, `\\r`",
                "0009, `\\t`",
                "0000, `\\u0000`",
                "001f, `\\u001f`",
                "007f, `\\u007f`",
                "d800, `\\ud800`",
                "2028, `\\u2028`",
                "2029, `\\u2029`",
                "00e4, `ä`"
            })
    void escapes(String code, String expected) {
        String text = String.valueOf((char) Integer.parseInt(code, 16));

        assertThat(Json.of(text)).isEqualTo("\"" + expected + "\"\n");
    }

    @Test
    void numbersThatJsonHasNoWordsForAreTexts() {
        assertThat(Json.of(1.5e-13)).isEqualTo("1.5E-13\n");
        assertThat(Json.of(Double.NaN)).isEqualTo("\"NaN\"\n");
        assertThat(Json.of(Double.NEGATIVE_INFINITY)).isEqualTo("\"-Infinity\"\n");
    }

    @Test
    void refusesWhatJsonDoesNotHave() {
        assertThatThrownBy(() -> Json.of(List.of('c')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON for c");
    }
}
