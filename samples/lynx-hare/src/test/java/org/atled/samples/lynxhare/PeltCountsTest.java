package org.atled.samples.lynxhare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record is read whole; each way in which a file can be bad is named with its row. */
final class PeltCountsTest {
    private static final String GOOD = """
            # a comment
            year,hare,lynx
            1900,30.0,4.0
            1901,47.2,6.1
            1902,70.2,9.8
            1903,77.4,35.2
            1904,36.3,59.4
            """;

    @Test
    void theRecordOfTheCompany() throws InputException {
        PeltCounts counts = PeltCounts.hudsonsBay();
        assertThat(counts.years()).isEqualTo(21);
        assertThat(counts.firstYear()).isEqualTo(1900);
        assertThat(counts.hare()).startsWith(30.0, 47.2).endsWith(16.2, 24.7);
        assertThat(counts.lynx()).startsWith(4.0, 6.1).endsWith(10.1, 8.6);
    }

    @Test
    void columnsInAnyOrderAndBlankLines() throws InputException {
        String text = "lynx, hare, year\n1,2,3\n\n4,5,4\n1,2,5\n1,2,6\n1,2,7\n";
        PeltCounts counts = PeltCounts.read(new StringReader(text), "my.csv");
        assertThat(counts.firstYear()).isEqualTo(3);
        assertThat(counts.hare()).containsExactly(2, 5, 2, 2, 2);
        assertThat(counts.lynx()).containsExactly(1, 4, 1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1902,70.2,9.8 | 1902,-3,9.8     | row 3: hare is -3; log-normal noise needs counts above 0
                    1902,70.2,9.8 | 1902,70.2,0     | row 3: lynx is 0; log-normal noise needs counts above 0
                    1902,70.2,9.8 | 1902,NaN,9.8    | row 3: hare is NaN; give a finite number
                    1902,70.2,9.8 | 1902,70.2,many  | row 3: lynx is "many", not a number
                    1902,70.2,9.8 | 1902,70.2       | row 3: there are 2 values where the header has 3; is the file cut off?
                    1902,70.2,9.8 | 1905,70.2,9.8   | row 3: year is 1905, expected 1902; give one row for every year
                    year,hare     | jahr,hare       | has no column "year"
                    """)
    void badRows(String good, String bad, String message) {
        String file = GOOD.replace(good, bad);
        assertThatThrownBy(() -> PeltCounts.read(new StringReader(file), "my.csv"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("my.csv")
                .hasMessageContaining(message);
    }

    @Test
    void tooFewYears() {
        assertThatThrownBy(() -> PeltCounts.read(new StringReader("year,hare,lynx\n1900,30,4\n"), "my.csv"))
                .isInstanceOf(InputException.class)
                .hasMessage("my.csv has 1 years; the fit has 8 parameters and needs at least 5");
    }

    @Test
    void anEmptyFile() {
        assertThatThrownBy(() -> PeltCounts.read(new StringReader(""), "my.csv"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no column \"year\"");
    }

    @Test
    void noFile() {
        assertThatThrownBy(() -> PeltCounts.read(Path.of("no", "such.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot read");
    }
}
