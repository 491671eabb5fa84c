package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Test;

/**
 * A loop {@code for (i = 0; i < n; i++) { y = {sin(y[0]) * p[0]}; p2[0] += y[0]; count++; }} as the compiler takes it apart,
 * written by hand, under every plan.
 */
class LoopRunTest {
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_CHECKPOINTS = 9;
    private static final double PARAMETER = 0.9;

    /** control, y cell, its shadow, p, its shadow, sum, its shadow, i, n. */
    private static final String SHAPE = "0 1 s - s 3 s 3 -\n![]\n![] 2@[]\n![]\n![]";

    private static int failAt = -1;

    @SuppressWarnings("unused") // by a method handle
    private static int shadowed(
            int[] control,
            double[][] y,
            double[][] yShadow,
            double[] p,
            double[] pShadow,
            double[] sum,
            double[] sumShadow,
            int[] i,
            int[] n,
            Tape tape) {
        return run(control, y, yShadow, p, sum, i, n, null);
    }

    @SuppressWarnings("unused") // by a method handle
    private static int augmented(
            int[] control,
            double[][] y,
            double[][] yShadow,
            double[] p,
            double[] pShadow,
            double[] sum,
            double[] sumShadow,
            int[] i,
            int[] n,
            Tape tape) {
        int exit = run(control, y, yShadow, p, sum, i, n, tape);
        tape.pushReference(p);
        tape.pushReference(pShadow);
        tape.pushReference(sumShadow);
        tape.pushLong(control[1]);
        return exit;
    }

    private static int run(
            int[] control, double[][] y, double[][] yShadow, double[] p, double[] sum, int[] i, int[] n, Tape tape) {
        for (int done = 0; done < control[0]; done++) {
            if (i[0] >= n[0]) {
                control[1] = done;
                return 1;
            }
            if (i[0] == failAt) {
                throw new IllegalStateException("fails");
            }
            double[] next = {Math.sin(y[0][0]) * p[0]};
            double[] nextShadow = new double[1];
            if (tape != null) {
                tape.pushDouble(y[0][0]);
                tape.pushReference(yShadow[0]);
                tape.pushReference(nextShadow);
            }
            y[0] = next;
            yShadow[0] = nextShadow;
            sum[0] += next[0];
            i[0]++;
        }
        control[1] = control[0];
        return 0;
    }

    @SuppressWarnings("unused") // by a method handle
    private static void pullback(Tape tape) {
        long done = tape.popLong();
        double[] sumShadow = (double[]) tape.popReference();
        double[] pShadow = (double[]) tape.popReference();
        double[] p = (double[]) tape.popReference();
        for (long k = 0; k < done; k++) {
            double[] nextShadow = (double[]) tape.popReference();
            double[] shadow = (double[]) tape.popReference();
            double y = tape.popDouble();
            nextShadow[0] += sumShadow[0];
            pShadow[0] += nextShadow[0] * Math.sin(y);
            shadow[0] += nextShadow[0] * p[0] * Math.cos(y);
            nextShadow[0] = 0;
        }
    }

    /** The loop with its arguments. */
    private static final class Example {
        private final double[][] y = {{0.7}};
        private final double[][] yShadow = {{0}};
        private final double[] initial = y[0];
        private final double[] initialShadow = yShadow[0];
        private final double[] pShadow = new double[1];
        private final double[] sum = {0};
        private final double[] sumShadow = {0};
        private final int[] i = {0};
        private final Object[] arguments;
        private final int[] control = new int[2];

        Example(int n, boolean isKnown) {
            control[1] = isKnown ? n : CheckpointPlan.UNKNOWN;
            arguments = new Object[] {
                control, y, yShadow, new double[] {PARAMETER}, pShadow, sum, sumShadow, i, new int[] {n}
            };
        }

        /** What comes after the loop: the result is the sum and twice the last value. */
        void seed() {
            sumShadow[0] = 1;
            yShadow[0][0] += 2;
        }
    }

    private static CheckpointedLoop loop(long budget) {
        try {
            Lookup lookup = MethodHandles.lookup();
            MethodType step = MethodType.methodType(
                    int.class,
                    int[].class,
                    double[][].class,
                    double[][].class,
                    double[].class,
                    double[].class,
                    double[].class,
                    double[].class,
                    int[].class,
                    int[].class,
                    Tape.class);
            MethodType back = MethodType.methodType(void.class, Tape.class);
            return CheckpointedLoop.of(
                    lookup,
                    "loop",
                    CheckpointedLoop.class,
                    lookup.findStatic(LoopRunTest.class, "shadowed", step),
                    lookup.findStatic(LoopRunTest.class, "augmented", step),
                    lookup.findStatic(LoopRunTest.class, "pullback", back),
                    SHAPE,
                    budget,
                    0);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Example unlimited(int n) {
        Example example = new Example(n, true);
        new LoopRunForTests(loop(Long.MAX_VALUE), example).run();
        return example;
    }

    /** Runs a loop and its pullback. */
    private record LoopRunForTests(CheckpointedLoop loop, Example example) {
        void run() {
            Tape tape = Tape.acquire();
            assertThat(CheckpointedLoop.forward(loop, example.arguments, tape)).isEqualTo(1);
            example.seed();
            CheckpointedLoop.reverse(tape);
            tape.release();
        }
    }

    private static long check(int n, CheckpointPlan plan, boolean isKnown) {
        Example expected = unlimited(n);
        Example example = new Example(n, isKnown);
        LoopRun run = new LoopRun(loop(0), example.arguments, plan);
        assertThat(run.forward()).isEqualTo(1);
        double[] last = example.y[0];
        double value = last[0];
        example.seed();
        run.reverse();
        assertThat(example.y[0]).as("the same array as before the pullback").isSameAs(last);
        assertThat(last[0]).isEqualTo(value);
        assertThat(example.sum).isEqualTo(expected.sum);
        assertThat(example.i[0]).isEqualTo(n);
        assertThat(example.pShadow).as("n = %d, %s", n, plan).isEqualTo(expected.pShadow);
        assertThat(example.initialShadow).as("n = %d, %s", n, plan).isEqualTo(expected.initialShadow);
        assertThat(example.initial).containsExactly(0.7);
        return run.advanced();
    }

    /** By dynamic programming over all places for the next checkpoint. */
    private static long[][] leastCosts() {
        long[][] least = new long[MOST_CHECKPOINTS + 1][MOST_ITERATIONS + 1];
        for (int s = 1; s <= MOST_CHECKPOINTS; s++) {
            for (int n = 2; n <= MOST_ITERATIONS; n++) {
                long best = (long) n * (n - 1) / 2;
                for (int first = 1; s > 1 && first < n; first++) {
                    best = Math.min(best, first + least[s][first] + least[s - 1][n - first]);
                }
                least[s][n] = best;
            }
        }
        return least;
    }

    @Test
    void knownNumbersOfIterationsAreReversedAtLeastCost() {
        long[][] least = leastCosts();
        for (int n = 1; n <= MOST_ITERATIONS; n++) {
            for (int s = 1; s <= MOST_CHECKPOINTS; s++) {
                assertThat(Binomial.cost(n, s)).as("n = %d, s = %d", n, s).isEqualTo(least[s][n]);
                assertThat(check(n, new CheckpointPlan(1, s, false), true))
                        .as("n = %d, s = %d", n, s)
                        .isEqualTo(least[s][n]);
            }
        }
    }

    @Test
    void unknownNumbersOfIterationsCostNoMoreThanTheRunToTheEndInAddition() {
        long[][] least = leastCosts();
        for (int n = 1; n <= MOST_ITERATIONS; n++) {
            for (int s = 1; s <= MOST_CHECKPOINTS; s++) {
                long advanced = check(n, new CheckpointPlan(1, s, false), false);
                assertThat(advanced - n).as("n = %d, s = %d", n, s).isBetween(0L, least[s][n]);
            }
        }
    }

    @Test
    void periodicCheckpoints() {
        for (int n = 1; n <= MOST_ITERATIONS; n++) {
            for (int s = 2; s <= MOST_CHECKPOINTS; s++) {
                check(n, new CheckpointPlan(1, s, true), true);
                check(n, new CheckpointPlan(1, s, true), false);
            }
            int enough = n;
            assertThat(check(n, new CheckpointPlan(1, enough + 1, true), false)).isEqualTo(n);
        }
    }

    @Test
    void severalIterationsAreRecordedAtATime() {
        for (int unit : new int[] {2, 3, 7, 59, 60, 100}) {
            for (int n = 0; n <= MOST_ITERATIONS; n++) {
                for (int s = 1; s <= 5; s++) {
                    check(n, new CheckpointPlan(unit, s, false), true);
                    check(n, new CheckpointPlan(unit, s, false), false);
                }
            }
        }
    }

    @Test
    void budgetsDecideWhatIsRunAgainAndNothingElse() {
        int n = 1000;
        Example expected = unlimited(n);
        for (long budget : new long[] {1, 1000, 10_000, 100_000, 1_000_000}) {
            Example example = new Example(n, true);
            new LoopRunForTests(loop(budget), example).run();
            assertThat(example.pShadow).isEqualTo(expected.pShadow);
            assertThat(example.initialShadow).isEqualTo(expected.initialShadow);
            assertThat(example.y[0]).isEqualTo(expected.y[0]);
        }
    }

    @Test
    void anExceptionOnTheWayBackLeavesTheEnd() {
        Example example = new Example(40, true);
        LoopRun run = new LoopRun(loop(0), example.arguments, new CheckpointPlan(1, 3, false));
        run.forward();
        double[] last = example.y[0];
        failAt = 5;
        try {
            assertThatThrownBy(run::reverse)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("fails");
        } finally {
            failAt = -1;
        }
        assertThat(example.y[0]).isSameAs(last);
        assertThat(example.i[0]).isEqualTo(40);
    }
}
