package org.atled.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.atled.benchmarks.suite.Entry;
import org.atled.benchmarks.suite.Problems;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

final class GradientBenchmarkTest {
    @Test
    void everyProblemIsThere() throws NoSuchFieldException {
        String[] names = GradientBenchmark.class
                .getField("problem")
                .getAnnotation(Param.class)
                .value();
        List<String> all = Problems.ALL.stream().map(Entry::name).toList();
        assertThat(names).containsExactlyElementsOf(all);
    }
}
