package org.atled.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.atled.benchmarks.suite.Entry;
import org.atled.benchmarks.suite.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All methods compute the same derivative of every problem, and what does not is found out. */
final class AgreementTest {
    static Stream<Entry> problems() {
        return Problems.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void allMethodsAgree(Entry entry) {
        Agreement.check(entry.name(), new Contestants(entry.small().get()));
    }

    @Test
    void namesAreUnique() {
        List<String> names = Problems.ALL.stream().map(Entry::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void whatDiffersInRoundingAgrees() {
        Agreement agreement = new Agreement("p", 1, new double[] {1, 1e-9, 0});
        assertThatCode(() -> agreement.derivative(Method.ATLED, new double[] {1 + 1e-11, 1e-9 + 1e-15, 1e-15}))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 + 1e-9, 0, Double.NaN})
    void aWrongElementIsNamed(double wrong) {
        Agreement agreement = new Agreement("p", 1, new double[] {2, 1});
        assertThatThrownBy(() -> agreement.derivative(Method.ATLED, new double[] {2, wrong}))
                .isInstanceOf(DisagreementException.class)
                .hasMessage("p: Atled says that element 1 of the derivative is %s, not 1.0", wrong);
    }

    @Test
    void aWrongValueIsNamed() {
        Agreement agreement = new Agreement("p", 3, new double[] {2, 1});
        assertThatThrownBy(() -> agreement.value(Method.HIPPARCHUS, 3.1))
                .hasMessage("p: Hipparchus says the value is 3.1, not 3.0");
    }

    @Test
    void aMissingElementIsFound() {
        Agreement agreement = new Agreement("p", 3, new double[] {2, 1});
        assertThatThrownBy(() -> agreement.derivative(Method.ADOLC, new double[] {2}))
                .hasMessage("p: ADOL-C has 1 elements, not 2");
    }

    @Test
    void nothingIsHeldAgainstZero() {
        assertThatThrownBy(() -> new Agreement("p", 3, DoubleStream.of(0, 0).toArray()))
                .hasMessageContaining("zero or not finite");
    }
}
