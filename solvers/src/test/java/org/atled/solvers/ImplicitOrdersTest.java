package org.atled.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Derivatives of solutions of an order that nobody has counted on, against closed forms. */
final class ImplicitOrdersTest {
    /** (360uw − 3240u³)/w⁷ and (360w² − 22680u²w + 136080u⁴)/w⁹ with w = 3u² + 1. */
    @Test
    void fourthAndFifthDerivatives() {
        double u = 2;
        double w = 13;
        double fourth = (360 * u * w - 3240 * u * u * u) / Math.pow(w, 7);
        double fifth = (360 * w * w - 22_680 * u * u * w + 136_080 * Math.pow(u, 4)) / Math.pow(w, 9);
        assertRelative(ImplicitOrdersModelsDerivatives.thirdJvp(10, 1), fourth);
        assertRelative(ImplicitOrdersModelsDerivatives.thirdGradient(10), fourth);
        assertRelative(ImplicitOrdersModelsDerivatives.fourthJvp(10, 1), fifth);
        assertRelative(ImplicitOrdersModelsDerivatives.fourthGradient(10), fifth);
    }

    /** 3/8 p^(−5/2) and −15/16 p^(−7/2). */
    @Test
    void ofRootsInMixedModes() {
        assertRelative(RootOrdersModelsDerivatives.secondGradient(4), 3. / 8 / 32);
        assertRelative(RootOrdersModelsDerivatives.secondJvp(4, 1), 3. / 8 / 32);
        assertRelative(RootOrdersModelsDerivatives.thirdGradient(4), -15. / 16 / 128);
        assertRelative(RootOrdersModelsDerivatives.thirdJvp(4, 1), -15. / 16 / 128);
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual / expected).isCloseTo(1, within(1e-14));
    }
}
