package org.atled.compiler.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs, checked four ways with and without optimizations. {@code -Datled.programs} says how many,
 * {@code -Datled.seed} the seed of the first; {@code -Datled.otherSettings=4} leaves settings other than the usual one to
 * every fourth program, which takes two thirds of the time.
 */
class RandomProgramsTest {
    private static final long FIRST_SEED = Long.getLong("atled.seed", 1);

    @Test
    void programs() {
        run(FIRST_SEED, Integer.getInteger("atled.programs", 500));
    }

    @Test
    @Tag("nightly")
    void manyPrograms() {
        run(FIRST_SEED + 1_000_000, Integer.getInteger("atled.programs", 10_000));
    }

    private static void run(long firstSeed, int programs) {
        Campaign campaign = new Campaign();
        campaign.run(firstSeed, programs);
        System.out.println(campaign.statistics());
        assertThat(campaign.failures()).as(campaign.statistics()).isEmpty();
    }
}
