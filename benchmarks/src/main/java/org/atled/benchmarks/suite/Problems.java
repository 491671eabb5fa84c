package org.atled.benchmarks.suite;

import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.gmm.GaussianMixtureProblem;
import org.atled.benchmarks.leastsquares.LeastSquaresProblem;
import org.atled.benchmarks.logsumexp.LogSumExpProblem;
import org.atled.benchmarks.rungekutta.RungeKuttaProblem;

/** All problems. */
public final class Problems {
    /** In the order of the table. */
    public static final List<Entry> ALL = List.of(
            new Entry(
                    "log-sum-exp",
                    "log-sum-exp",
                    "n=1,000",
                    () -> new LogSumExpProblem(1_000),
                    () -> new LogSumExpProblem(7)),
            new Entry(
                    "least-squares",
                    "least-squares",
                    "1,000×500",
                    () -> new LeastSquaresProblem(1_000, 500),
                    () -> new LeastSquaresProblem(9, 5)),
            mixture(2, 5),
            mixture(10, 25),
            mixture(64, 25),
            rungeKutta(1_000),
            rungeKutta(10_000));

    private Problems() {}

    /** The problem of that name, if there is one. */
    public static Optional<Entry> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static Entry mixture(int d, int k) {
        return new Entry(
                "gmm-" + d,
                "gmm",
                "d=%d K=%d N=1,000".formatted(d, k),
                () -> new GaussianMixtureProblem(1_000, d, k),
                () -> new GaussianMixtureProblem(5, Math.min(d, 4), 3));
    }

    private static Entry rungeKutta(int n) {
        return new Entry(
                "runge-kutta-" + n,
                "runge-kutta",
                "n=%,d, 10 steps".formatted(n),
                () -> new RungeKuttaProblem(n, 10),
                () -> new RungeKuttaProblem(12, 4));
    }
}
