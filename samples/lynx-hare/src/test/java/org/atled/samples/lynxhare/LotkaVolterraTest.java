package org.atled.samples.lynxhare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.atled.testing.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator is right, and so are its derivatives. */
final class LotkaVolterraTest {
    private static final double[] BEST = {.540014, .0271562, .796599, .0237020, 34.5991, 5.84374, .218383, .220083};
    private static final double[] POOR = {1, .05, 1, .05, 30, 4, 1, 1};

    @Test
    void lossAtTheReferenceMaximumOfTheLikelihood() throws InputException {
        PeltCounts counts = PeltCounts.hudsonsBay();
        assertThat(LotkaVolterra.loss(BEST, counts.hare(), counts.lynx())).isCloseTo(-42.7406, within(5e-5));
        assertThat(LotkaVolterra.loss(POOR, counts.hare(), counts.lynx())).isCloseTo(39.9538, within(5e-5));
    }

    /** The model keeps δu − γ log u + βv − α log v. */
    @Test
    void theSolutionKeepsItsInvariant() {
        double[] state = {34.6, 5.84};
        double before = invariant(state);
        LotkaVolterra.advance(state, BEST, 20, 20 * LotkaVolterra.STEPS);
        assertThat(invariant(state)).isCloseTo(before, within(1e-6));
        assertThat(state[0]).isNotCloseTo(34.6, within(1.0));
    }

    @Test
    void theErrorFallsWithTheFourthPowerOfTheStep() {
        double exact = hareAfterTenYears(3200);
        double coarse = Math.abs(hareAfterTenYears(50) - exact);
        double fine = Math.abs(hareAfterTenYears(100) - exact);
        assertThat(coarse / fine).isBetween(12.0, 20.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void derivatives(long seed) throws InputException {
        PeltCounts counts = PeltCounts.hudsonsBay();
        double[] hare = counts.hare();
        double[] lynx = counts.lynx();
        GradientCheck check = GradientCheck.of(
                LotkaVolterraDerivatives.loss(hare, lynx),
                (p, v) -> LotkaVolterraDerivatives.lossJvp(p, v, hare, lynx));
        check.seed(seed).at(POOR);
        check.seed(seed).at(.55, .028, .80, .024, 34, 5.9, .25, .25);
    }

    private static double hareAfterTenYears(int steps) {
        double[] state = {34.6, 5.84};
        LotkaVolterra.advance(state, BEST, 10, steps);
        return state[0];
    }

    private static double invariant(double[] state) {
        return BEST[3] * state[0] - BEST[2] * Math.log(state[0]) + BEST[1] * state[1] - BEST[0] * Math.log(state[1]);
    }
}
