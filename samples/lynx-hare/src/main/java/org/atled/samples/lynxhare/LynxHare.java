package org.atled.samples.lynxhare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.atled.ScalarFunction;
import org.atled.testing.Agreement;
import org.atled.testing.GradientCheck;

/** Fits the Lotka–Volterra model to a century-old record of pelts, by gradients of the plain simulator. */
public final class LynxHare {
    private static final double[] POOR_GUESS = {1, .05, 1, .05, 30, 4, 1, 1};
    private static final int STARTS = 20;
    private static final long SEED = 1;
    private static final String USAGE = """
            usage: lynx-hare OUTPUT-DIRECTORY [COUNTS.csv]
              OUTPUT-DIRECTORY  where lynx-hare.png and lynx-hare.svg go; created if its parent exists
              COUNTS.csv        columns year,hare,lynx in thousands; default: Hudson's Bay Company, 1900-1920
            """;

    private LynxHare() {}

    /** Exit status 0 done, 1 the result could not be written, 2 bad input, 130 interrupted. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length < 1 || arguments.length > 2 || arguments[0].startsWith("-")) {
            err.print(USAGE);
            return 2;
        }
        try {
            OutputDirectory output = OutputDirectory.at(Path.of(arguments[0]));
            PeltCounts counts =
                    arguments.length == 2 ? PeltCounts.read(Path.of(arguments[1])) : PeltCounts.hudsonsBay();
            fit(counts, output, new Report(out));
            return 0;
        } catch (InputException | InvalidPathException bad) {
            err.println("lynx-hare: " + bad.getMessage());
            return 2;
        } catch (IOException unwritten) {
            err.println("lynx-hare: the picture could not be written: " + unwritten);
            return 1;
        } catch (CancellationException interrupted) {
            err.println("lynx-hare: interrupted; no picture was written");
            return 130;
        }
    }

    private static void fit(PeltCounts counts, OutputDirectory output, Report report)
            throws InputException, IOException {
        ScalarFunction loss = LotkaVolterraDerivatives.loss(counts.hare(), counts.lynx());
        report.counts(counts);
        Fit fit = fitWithProgress(loss);
        report.descents(fit);
        Descent best = fit.best();
        report.estimates(best, StandardErrors.at(best.end(), loss));
        report.derivatives(gradientCheck(loss, counts), GradientCost.of(loss, best.end()));
        Picture picture = new Picture(counts, best.end());
        report.picture(output.write("lynx-hare.png", picture.png()));
        report.picture(output.write("lynx-hare.svg", picture.svg()));
    }

    private static Agreement gradientCheck(ScalarFunction loss, PeltCounts counts) {
        double[] hare = counts.hare();
        double[] lynx = counts.lynx();
        return GradientCheck.of(loss, (p, v) -> LotkaVolterraDerivatives.lossJvp(p, v, hare, lynx))
                .at(POOR_GUESS);
    }

    private static Fit fitWithProgress(ScalarFunction loss) {
        // Opening the terminal for the progress bar clears the interrupt.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("Descents")
                .setInitialMax(STARTS)
                .setStyle(ProgressBarStyle.ASCII);
        try (ProgressBar bar = builder.build()) {
            return Fit.of(loss, POOR_GUESS, STARTS, SEED, descent -> bar.step());
        }
    }
}
