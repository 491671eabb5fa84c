package org.atled.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CurveTest {
    /** Ten calls of 1 ms, then a hundred of 10 µs. */
    private static Curve curve() {
        long[] ends = new long[200];
        for (int i = 0; i < 110; i++) {
            ends[i] = (i == 0 ? 0 : ends[i - 1]) + (i < 10 ? 1_000_000 : 10_000);
        }
        return Curve.of(Method.ATLED, ends, 110);
    }

    @Test
    void beginsWithTheFirstCallAndEndsWithTheLast() {
        Curve curve = curve();
        assertThat(curve.elapsed()[0]).isEqualTo(0.001, within(1e-9));
        assertThat(curve.nanoseconds()[0]).isEqualTo(1e6);
        assertThat(curve.elapsed()[curve.elapsed().length - 1]).isEqualTo(0.011, within(1e-9));
    }

    @Test
    void findsWhenThePeakIsReached() {
        long[] ends = new long[5_000];
        for (int i = 0; i < 5_000; i++) {
            ends[i] = (i == 0 ? 0 : ends[i - 1]) + (i < 10 ? 1_000_000 : 100_000);
        }
        assertThat(Curve.of(Method.ATLED, ends, 5_000).timeToPeak()).isBetween(0.0099, 0.013);
    }

    @Test
    void survivesALine() {
        Curve curve = curve();
        Curve copy = Curve.parse(curve.line());
        assertThat(copy.method()).isEqualTo(Method.ATLED);
        assertThat(copy.elapsed()).isEqualTo(curve.elapsed());
        assertThat(copy.nanoseconds()).isEqualTo(curve.nanoseconds());
    }

    @Test
    void medianAndLeastOfSamples() {
        Samples samples = Samples.parse("HAND 16 3.0 1.0 2.0 10.0");
        assertThat(samples.least()).isEqualTo(1);
        assertThat(samples.median()).isEqualTo(2.5);
        assertThat(samples.bytes()).isEqualTo(16);
        assertThat(samples.line()).isEqualTo("HAND 16 3.0 1.0 2.0 10.0");
    }
}
