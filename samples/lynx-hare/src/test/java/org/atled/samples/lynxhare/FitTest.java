package org.atled.samples.lynxhare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.atled.ScalarFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fit finds the reference maximum of the likelihood and says which start does not. */
final class FitTest {
    private static final double[] POOR_GUESS = {1, .05, 1, .05, 30, 4, 1, 1};
    private static final double[] BEST = {.5400, .0272, .7966, .0237, 34.60, 5.844, .2184, .2201};
    private static final double[] ERRORS = {.055, .0036, .078, .0030, 2.6, .45, .034, .034};
    private static ScalarFunction loss;
    private static Fit fit;
    private static final List<Descent> REPORTED = new ArrayList<>();

    @BeforeAll
    static void fitOnce() throws InputException {
        PeltCounts counts = PeltCounts.hudsonsBay();
        loss = LotkaVolterraDerivatives.loss(counts.hare(), counts.lynx());
        fit = Fit.of(loss, POOR_GUESS, 8, 1, REPORTED::add);
    }

    @Test
    void theFirstGuessStopsInAFalseMinimum() {
        Descent first = fit.descents().get(0);
        assertThat(first.start()).containsExactly(POOR_GUESS);
        assertThat(first.loss()).isCloseTo(0.674, within(5e-4));
        assertThat(fit.foundTheBest(first)).isFalse();
    }

    @Test
    void otherStartsFindTheMaximumOfTheLikelihood() {
        assertThat(fit.best().loss()).isCloseTo(-42.7406, within(5e-5));
        for (int i = 0; i < BEST.length; i++) {
            assertThat(fit.best().end()[i]).isCloseTo(BEST[i], within(2e-3 * BEST[i]));
        }
        assertThat(fit.descents().stream().filter(fit::foundTheBest).count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void standardErrors() throws InputException {
        double[] errors = StandardErrors.at(fit.best().end(), loss);
        for (int i = 0; i < ERRORS.length; i++) {
            assertThat(errors[i]).isCloseTo(ERRORS[i], within(0.02 * ERRORS[i]));
        }
    }

    @Test
    void everyDescentIsReportedAndTheSameSeedGivesTheSame() {
        assertThat(REPORTED).isEqualTo(fit.descents());
        Fit again = Fit.of(loss, POOR_GUESS, 3, 1, descent -> {});
        for (int i = 0; i < 3; i++) {
            assertThat(again.descents().get(i).end())
                    .containsExactly(fit.descents().get(i).end());
        }
    }

    @Test
    void anInterruptStopsTheFit() {
        List<Descent> ended = new ArrayList<>();
        assertThatThrownBy(() -> Fit.of(loss, POOR_GUESS, 8, 1, descent -> {
                    ended.add(descent);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).hasSize(1);
    }

    @Test
    void aHessianThatIsNotPositiveDefiniteGivesNoErrors() {
        double[] point = {1, 1};
        ScalarFunction flat = new ScalarFunction() {
            @Override
            public double value(double[] x) {
                return Math.pow(Math.log(x[0] * x[1]), 2);
            }

            @Override
            public double gradient(double[] x, double[] gradient) {
                gradient[0] = 2 * Math.log(x[0] * x[1]) / x[0];
                gradient[1] = 2 * Math.log(x[0] * x[1]) / x[1];
                return value(x);
            }
        };
        assertThatThrownBy(() -> StandardErrors.at(point, flat))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("do not determine all parameters");
    }
}
