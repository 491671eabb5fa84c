package org.atled.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Problem;
import org.atled.benchmarks.suite.Problems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The problems in JMH, for its profilers. Not final, as JMH extends it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradientBenchmark {
    /** Names in {@link Problems#ALL}; all of them, as a test holds. */
    @Param({
        "log-sum-exp",
        "least-squares",
        "gmm-2",
        "gmm-10",
        "gmm-64",
        "runge-kutta-1000",
        "runge-kutta-10000",
        "n-body-7",
        "n-body-objects-7",
        "n-body-100",
        "n-body-objects-100",
        "determinant-5",
        "determinant-8",
        "determinant-10",
        "lstm-2-1024",
        "lstm-2-4096",
        "lstm-4-1024",
        "lstm-4-4096",
        "bundle-adjustment",
        "brusselator",
        "springs",
        "network"
    })
    public String problem;

    private Problem instance;
    private Derivative atled;
    private Derivative hand;

    /** Makes the problem. */
    @Setup
    public void make() {
        instance = Problems.named(problem).orElseThrow().problem().get();
        atled = instance.atled();
        hand = instance.hand();
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return instance.primal();
    }

    /** Value and gradient by Atled. */
    @Benchmark
    public double atled() {
        return atled.run();
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double hand() {
        return hand.run();
    }
}
