package org.atled.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.atled.benchmarks.suite.Entry;
import org.atled.benchmarks.suite.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A gradient into given arrays allocates nothing of its own: no more than what the function allocates, and as much again for the
 * shadows of that.
 */
final class AllocationTest {
    private static final int WARM_UP = 3_000;

    /** Families whose gradients allocate more: bookkeeping for arrays of arrays that are given, and shadows of objects. */
    private static final Set<String> ALLOCATING = Set.of("determinant", "n-body-objects", "springs", "network");

    static Stream<Entry> problems() {
        return Problems.ALL.stream().filter(entry -> !ALLOCATING.contains(entry.family()));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void gradientsAllocateNothingOfTheirOwn(Entry entry) {
        Contestants contestants = new Contestants(entry.small().get());
        long primal = allocation(contestants.call(Method.PRIMAL));
        assertThat(allocation(contestants.call(Method.ATLED))).isLessThanOrEqualTo(2 * primal);
    }

    private static long allocation(DoubleSupplier call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.getAsDouble();
        }
        return Timing.allocation(call);
    }
}
