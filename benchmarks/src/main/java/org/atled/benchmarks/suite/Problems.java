package org.atled.benchmarks.suite;

import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.brusselator.BrusselatorProblem;
import org.atled.benchmarks.bundle.ReprojectionProblem;
import org.atled.benchmarks.determinant.DeterminantProblem;
import org.atled.benchmarks.gmm.GaussianMixtureProblem;
import org.atled.benchmarks.leastsquares.LeastSquaresProblem;
import org.atled.benchmarks.logsumexp.LogSumExpProblem;
import org.atled.benchmarks.lstm.LstmProblem;
import org.atled.benchmarks.nbody.BodiesProblem;
import org.atled.benchmarks.network.DenseNetworkProblem;
import org.atled.benchmarks.rungekutta.RungeKuttaProblem;
import org.atled.benchmarks.springs.HangingChainProblem;

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
            rungeKutta(10_000),
            bodies(false, 7, 1_000),
            bodies(true, 7, 1_000),
            bodies(false, 100, 10),
            bodies(true, 100, 10),
            determinant(5),
            determinant(8),
            determinant(10),
            lstm(2, 1_024),
            lstm(2, 4_096),
            lstm(4, 1_024),
            lstm(4, 4_096),
            new Entry(
                    "bundle-adjustment",
                    "bundle-adjustment",
                    "31,843 observations",
                    () -> new ReprojectionProblem(49, 7_776, 31_843),
                    () -> new ReprojectionProblem(2, 3, 5)),
            new Entry(
                    "brusselator",
                    "brusselator",
                    "64×64, 100 steps",
                    () -> new BrusselatorProblem(64, 100),
                    () -> new BrusselatorProblem(6, 7)),
            new Entry(
                    "springs",
                    "springs",
                    "20 springs, 1,000 steps",
                    () -> new HangingChainProblem(20, 1_000),
                    () -> new HangingChainProblem(4, 50)),
            new Entry(
                    "network",
                    "network",
                    "784-128-10, batch of 64",
                    () -> new DenseNetworkProblem(784, 128, 10, 64),
                    () -> new DenseNetworkProblem(7, 5, 3, 4)));

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

    private static Entry bodies(boolean objects, int bodies, int steps) {
        return new Entry(
                (objects ? "n-body-objects-" : "n-body-") + bodies,
                objects ? "n-body-objects" : "n-body",
                "%d bodies, %,d steps".formatted(bodies, steps),
                () -> new BodiesProblem(objects, bodies, steps),
                () -> new BodiesProblem(objects, 4, 5));
    }

    private static Entry determinant(int n) {
        return new Entry(
                "determinant-" + n,
                "determinant",
                "%d×%d".formatted(n, n),
                () -> new DeterminantProblem(n),
                () -> new DeterminantProblem(Math.min(n, 6)));
    }

    private static Entry lstm(int layers, int characters) {
        return new Entry(
                "lstm-%d-%d".formatted(layers, characters),
                "lstm",
                "%d layers, %,d steps".formatted(layers, characters),
                () -> new LstmProblem(layers, 14, characters),
                () -> new LstmProblem(layers, 3, 6));
    }
}
