package org.atled.samples.lynxhare;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.atled.testing.Agreement;

/** Prints what was found, for people. */
final class Report {
    private static final List<String> NAMES = List.of("α", "β", "γ", "δ", "u₀", "v₀", "σᵤ", "σᵥ");
    private static final List<String> MEANINGS = List.of(
            "growth of the hares, per year",
            "hares taken, per thousand lynx and year",
            "decline of the lynx, per year",
            "growth of the lynx, per thousand hares and year",
            "hares in the first year, thousands",
            "lynx in the first year, thousands",
            "noise of the hares, in logarithms",
            "noise of the lynx, in logarithms");
    /** Posterior means of B. Carpenter, Predator-Prey Population Dynamics: the Lotka-Volterra model in Stan (2018). */
    private static final double[] CARPENTER = {.55, .028, .80, .024, 34, 5.9, .25, .25};

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void counts(PeltCounts counts) {
        out.printf(
                Locale.ROOT,
                "Counts of %d years, %d–%d, two species.%n",
                counts.years(),
                counts.firstYear(),
                counts.firstYear() + counts.years() - 1);
    }

    void descents(Fit fit) {
        out.println();
        out.println("start   loss at start   loss reached   line searches");
        for (int i = 0; i < fit.descents().size(); i++) {
            Descent descent = fit.descents().get(i);
            out.printf(
                    Locale.ROOT,
                    "%5d   %13.4f   %12.4f   %13d   %s%n",
                    i + 1,
                    descent.startLoss(),
                    descent.loss(),
                    descent.iterations(),
                    verdict(fit, descent));
        }
        out.println();
        poorGuess(fit);
        long found = fit.descents().stream().filter(fit::foundTheBest).count();
        out.printf(
                Locale.ROOT,
                "%d of %d starts end in the best minimum found, %.4f; the others fail, as marked above.%n",
                found,
                fit.descents().size(),
                fit.best().loss());
    }

    private void poorGuess(Fit fit) {
        Descent first = fit.descents().get(0);
        StringBuilder start = new StringBuilder();
        for (double component : first.start()) {
            start.append(start.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%.3g", component));
        }
        out.printf(
                Locale.ROOT,
                "Start 1, the first guess (%s), %s at %.3f.%n",
                start,
                fit.foundTheBest(first) ? "reaches the best minimum" : "FAILS: it stops in a false minimum",
                first.loss());
    }

    private static String verdict(Fit fit, Descent descent) {
        if (!descent.converged()) {
            return "did not converge";
        }
        return fit.foundTheBest(descent) ? "best minimum" : "false minimum";
    }

    void estimates(Descent best, double[] errors) {
        out.println();
        out.printf(Locale.ROOT, "Best fit: negative log-likelihood %.4f%n", best.loss());
        out.println("     estimate   std. error   Carpenter 2018");
        for (int i = 0; i < errors.length; i++) {
            out.printf(
                    Locale.ROOT,
                    "%-2s   %8.4g   %10.2g   %14.3g   %s%n",
                    NAMES.get(i),
                    best.end()[i],
                    errors[i],
                    CARPENTER[i],
                    MEANINGS.get(i));
        }
        out.println("Standard errors: from the Hessian of the loss, by central differences of the exact gradient.");
        out.println("Carpenter: posterior means under informative priors, so somewhat other numbers are expected.");
    }

    void derivatives(Agreement agreement, GradientCost cost) {
        out.println();
        out.println("Gradient check at the first guess: " + agreement);
        out.printf(
                Locale.ROOT,
                "One loss takes %.1f µs, one gradient %.1f µs: ratio %.2f.%n",
                cost.primalMicros(),
                cost.gradientMicros(),
                cost.ratio());
    }

    void picture(Object file) {
        out.println("Picture: " + file);
    }
}
