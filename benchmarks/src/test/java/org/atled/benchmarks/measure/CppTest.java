package org.atled.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atled.benchmarks.suite.Entry;
import org.atled.benchmarks.suite.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What C++ computes is what Java computes, where there is g++. Long: the compiler takes half a minute. */
@Tag("nightly")
final class CppTest {
    private static final Effort ONCE = new Effort(0, 1, 0, 1);
    private static final List<Method> PEERS = List.of(Method.CPP_PRIMAL, Method.CPP_HAND, Method.ADOLC);

    @TempDir
    private static Path directory;

    private static Cpp cpp;

    @BeforeAll
    static void build() throws IOException {
        cpp = Cpp.build(Path.of("src/main/cpp"), directory);
        assumeThat(cpp.remark()).doesNotContain("there is no g++");
    }

    static Stream<Entry> problems() {
        return Problems.ALL.stream()
                .map(entry -> new Entry(entry.name(), entry.family(), entry.size(), entry.small(), entry.small()));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void peersAgree(Entry entry) throws IOException {
        List<Samples> samples = cpp.measure(entry, PEERS, ONCE);
        assertThat(samples)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(each -> assertThat(each.least()).isPositive());
    }

    @Test
    void anotherProblemIsFoundOut() {
        Entry determinant = Problems.named("determinant-5").orElseThrow();
        Entry wrong = new Entry("wrong", "log-sum-exp", "", determinant.problem(), determinant.problem());
        assertThatThrownBy(() -> cpp.measure(wrong, PEERS, ONCE))
                .isInstanceOf(DisagreementException.class)
                .hasMessageContaining("wrong: C++ primal says the value is");
    }

    @Test
    void sourcesThatDoNotCompileAreLeftOut() throws IOException {
        Files.writeString(directory.resolve("main.cpp"), "int main() { return x; }");
        assertThat(Cpp.build(directory, directory.resolve("broken")).remark())
                .contains("C++ is left out: g++ cannot compile");
    }
}
