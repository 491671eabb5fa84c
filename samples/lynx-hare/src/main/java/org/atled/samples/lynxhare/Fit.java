package org.atled.samples.lynxhare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.atled.ScalarFunction;

/**
 * The best of several descents. The loss has many minima, in which the curves miss the beat of the counts, so one start is
 * not enough: others are drawn around the first guess, each parameter times e^(N(0, ½)).
 *
 * @param descents one for each start, the first from the guess itself
 */
record Fit(List<Descent> descents) {
    private static final double SPREAD = 0.5;
    /** Losses this close belong to one minimum. */
    private static final double SAME_MINIMUM = 1e-4;

    Fit {
        descents = List.copyOf(descents);
    }

    /**
     * Runs the descents.
     *
     * @param guess the first start, all positive
     * @param starts how many in all, at least 1
     * @param seed for the others: the same seed gives the same starts
     * @param progress is told of each descent when it ends
     */
    static Fit of(ScalarFunction loss, double[] guess, int starts, long seed, Consumer<Descent> progress) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Descent> descents = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            double[] start = guess.clone();
            for (int k = 0; i > 0 && k < start.length; k++) {
                start[k] *= Math.exp(SPREAD * gaussian(random));
            }
            Descent descent = Descent.from(start, loss);
            descents.add(descent);
            progress.accept(descent);
        }
        return new Fit(descents);
    }

    Descent best() {
        return descents.stream().min(Comparator.comparingDouble(Descent::loss)).orElseThrow();
    }

    boolean foundTheBest(Descent descent) {
        return descent.converged() && descent.loss() - best().loss() < SAME_MINIMUM;
    }

    /** Box and Muller, Annals of Mathematical Statistics 29 (1958). */
    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
