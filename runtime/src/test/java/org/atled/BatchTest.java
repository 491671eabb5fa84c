package org.atled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches by themselves: every set once, whatever threads there are, and nothing lost when some of them fail. */
@Timeout(60)
final class BatchTest {
    private static void inPool(int threads, IntConsumer action) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> {
                        action.accept(threads);
                        return null;
                    })
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void everySetOnceWithAnyNumberOfThreads() {
        for (int threads : new int[] {1, 2, 3, 8}) {
            for (int sets : new int[] {0, 1, 2, 7, 1000, 100_003}) {
                AtomicIntegerArray runs = new AtomicIntegerArray(sets);
                inPool(threads, t -> Batch.run(sets, runs::incrementAndGet));
                assertThat(java.util.stream.IntStream.range(0, sets).allMatch(i -> runs.get(i) == 1))
                        .isTrue();
            }
        }
    }

    @Test
    void threadsOfThePoolItIsCalledIn() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        inPool(
                2,
                t -> Batch.run(2, i -> {
                    names.add(Thread.currentThread().getName());
                    both.countDown();
                    both.await();
                }));
        assertThat(names).hasSize(2).allMatch(name -> name.startsWith("ForkJoinPool-"));
    }

    @Test
    void batchesInsideOfBatches() {
        int[][] results = new int[20][30];
        Batch.run(20, i -> Batch.run(30, j -> results[i][j] = 100 * i + j));
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 30; j++) {
                assertThat(results[i][j]).isEqualTo(100 * i + j);
            }
        }
    }

    @Test
    void oneFailureDoesNotKeepTheOthersFromBeingRun() {
        AtomicIntegerArray runs = new AtomicIntegerArray(100);
        assertThatThrownBy(() -> Batch.run(100, i -> {
                    runs.incrementAndGet(i);
                    if (i == 37) {
                        throw new java.io.IOException("no such file");
                    }
                }))
                .isInstanceOf(BatchException.class)
                .hasMessage(
                        "set 37 of 100: java.io.IOException: no such file (1 of 100 sets failed; results of the other"
                                + " 99 are complete)")
                .hasCauseInstanceOf(java.io.IOException.class)
                .satisfies(e -> assertThat(((BatchException) e).index()).isEqualTo(37));
        assertThat(java.util.stream.IntStream.range(0, 100).allMatch(i -> runs.get(i) == 1))
                .isTrue();
    }

    @Test
    void ofManyFailuresTheFirstOnes() {
        for (int threads : new int[] {1, 4}) {
            inPool(
                    threads,
                    t -> assertThatThrownBy(() -> Batch.run(1000, i -> {
                                if (i % 10 == 3) {
                                    throw new StackOverflowError();
                                }
                            }))
                            .isInstanceOf(BatchException.class)
                            .hasMessageStartingWith(
                                    "set 3 of 1000: java.lang.StackOverflowError (100 of 1000 sets failed;")
                            .satisfies(e -> assertThat(
                                            Arrays.stream(e.getSuppressed()).map(s -> ((BatchException) s).index()))
                                    .containsExactly(
                                            13, 23, 33, 43, 53, 63, 73, 83, 93, 103, 113, 123, 133, 143, 153)));
        }
    }

    @Test
    void interruptedBefore() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Batch.run(10, i -> {}))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("interrupted after 0 of 10 sets.");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void interruptedOnTheWay() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                Batch.run(1_000_000, i -> {
                    begun.incrementAndGet();
                    some.countDown();
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000);
                    ended.incrementAndGet();
                });
            } catch (CancellationException e) {
                thrown.add(e);
                thrown.add(Thread.currentThread().isInterrupted() ? null : new AssertionError("not interrupted"));
            }
        });
        caller.start();
        some.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown).hasSize(2).element(1).isNull();
        assertThat(begun.get()).isEqualTo(ended.get()).isLessThan(1_000_000);
        assertThat(thrown.get(0)).hasMessageContaining("interrupted after " + ended + " of 1000000 sets.");
    }

    /** Terms of very different size, so that another order of additions gives other bits. */
    private static ScalarFunction term(int i) {
        double scale = Math.exp(10 * Math.sin(i));
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                return scale * Math.cos(x[0] + i) * x[1];
            }

            @Override
            public double gradient(double[] x, double[] gradient) {
                gradient[0] = -scale * Math.sin(x[0] + i) * x[1];
                gradient[1] = scale * Math.cos(x[0] + i);
                return value(x);
            }
        };
    }

    @Test
    void sumsAreThoseOfALoopToTheLastBit() {
        List<ScalarFunction> terms = new ArrayList<>();
        double[] x = {0.3, 0.7};
        double value = 0;
        double[] gradient = new double[2];
        double[] place = new double[2];
        for (int i = 0; i < 1003; i++) {
            terms.add(term(i));
            value += term(i).gradient(x, place);
            gradient[0] += place[0];
            gradient[1] += place[1];
        }
        double expected = value;
        for (int threads : new int[] {1, 2, 5}) {
            inPool(threads, t -> {
                double[] actual = {Double.NaN, Double.NaN};
                assertThat(Batch.sum(terms).gradient(x, actual)).isEqualTo(expected);
                assertThat(actual).containsExactly(gradient);
                assertThat(Batch.sum(terms).value(x)).isEqualTo(expected);
            });
        }
        assertThat(Batch.sum(List.of()).gradient(x, place)).isZero();
        assertThat(place).containsOnly(0);
    }

    @Test
    void failingTermsAreNamedAndLeaveTheGradientAlone() {
        List<ScalarFunction> terms = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            terms.add(term(i));
        }
        terms.set(481, new ScalarFunction() {
            @Override
            public double value(double[] x) {
                throw new ArithmeticException("singular");
            }

            @Override
            public double gradient(double[] x, double[] gradient) {
                return value(x);
            }
        });
        double[] gradient = {1, 2};
        assertThatThrownBy(() -> Batch.sum(terms).gradient(new double[2], gradient))
                .isInstanceOf(BatchException.class)
                .hasMessageStartingWith("set 481 of 500: java.lang.ArithmeticException: singular");
        assertThat(gradient).containsExactly(1, 2);
    }

    @Test
    void wrongArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.run(-1, i -> {}))
                .withMessage("sets is -1: pass the number of sets, 0 or more.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.run(1, null))
                .withMessage("task is null: pass what is to be done for each set.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.sum(null))
                .withMessage("terms is null: pass a list of functions.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.sum(Arrays.asList(term(0), null)))
                .withMessage("terms[1] is null: pass a function.");
        double[] x = new double[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.sum(List.of(term(0))).gradient(x, x))
                .withMessageContaining("gradient and x are the same array");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.sum(List.of(term(0))).gradient(x, new double[3]))
                .withMessageContaining("gradient has length 3");
    }
}
