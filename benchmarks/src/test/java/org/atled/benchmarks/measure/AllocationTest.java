package org.atled.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.atled.benchmarks.suite.Entry;
import org.atled.benchmarks.suite.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the function allocates nothing, its gradient allocates nothing either. */
final class AllocationTest {
    private static final int WARM_UP = 3_000;

    static Stream<Entry> problems() {
        return Problems.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void gradientsAllocateNothing(Entry entry) {
        Contestants contestants = new Contestants(entry.small().get());
        assumeThat(allocation(contestants.call(Method.PRIMAL)))
                .as("bytes that the function allocates")
                .isZero();
        assertThat(allocation(contestants.call(Method.ATLED))).isZero();
    }

    private static long allocation(DoubleSupplier call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.getAsDouble();
        }
        return Timing.allocation(call);
    }
}
