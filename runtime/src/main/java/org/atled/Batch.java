package org.atled;

import java.util.List;
import org.atled.runtime.BatchRun;
import org.atled.runtime.TermSum;

/**
 * One computation for many sets of arguments, on threads. The methods {@code fGradientBatch} of companions run on it; it is
 * there for what these do not cover, objects for instance.
 *
 * <p>Results do not depend on the number of threads, to the last bit: each set is computed by one thread as it would be
 * alone, and sums are taken in the order of the sets.
 *
 * <p>The threads are those of the common fork-join pool and the calling one, or, in a task of another {@link
 * java.util.concurrent.ForkJoinPool}, those of that pool: {@code pool.submit(() -> Batch.run(…)).get()}. Derivative code has
 * working memory for each thread, which it keeps for later calls.
 */
public final class Batch {
    private Batch() {}

    /** What is done for one set. Several threads call it at once, for different sets. */
    @FunctionalInterface
    public interface Task {
        /**
         * Computes one set.
         *
         * @param index of the set, from 0; where results go to is best told by it
         */
        void run(int index) throws Throwable;
    }

    /**
     * Runs a task for each set, and returns when all have been run.
     *
     * <p>A set that throws does not keep the others from being run. An interrupt of the calling thread does: sets that have
     * begun are finished, no other is begun.
     *
     * @param sets how many
     * @param task called once for each index from 0 to {@code sets - 1}, in no order
     * @throws BatchException if some sets threw something; names the first of them, by index
     * @throws java.util.concurrent.CancellationException if the thread was interrupted before all sets were begun; it stays
     *     interrupted
     * @throws IllegalArgumentException if {@code sets} is negative or the task is null
     */
    public static void run(int sets, Task task) {
        if (sets < 0) {
            throw new IllegalArgumentException("sets is " + sets + ": pass the number of sets, 0 or more.");
        }
        if (task == null) {
            throw new IllegalArgumentException("task is null: pass what is to be done for each set.");
        }
        new BatchRun(0, sets, sets, task).run();
    }

    /**
     * The sum of functions, such as one for each part of the data: {@code Batch.sum(List.of(LossDerivatives.loss(t1, y1),
     * LossDerivatives.loss(t2, y2)))}. Values and gradients of the terms are computed on threads and added in the order
     * of the list, as a loop would.
     *
     * <p>The terms read the point all at once, so they must not write it. A term that throws makes the sum throw a {@link
     * BatchException} with its index, and leaves the gradient alone; an interrupt is answered as by {@link #run}.
     *
     * <p>Thread-safe if the terms are. A call allocates gradients for a few terms for each thread.
     *
     * @param terms copied; the sum of none is 0
     * @throws IllegalArgumentException if the list or one of its elements is null
     */
    public static ScalarFunction sum(List<? extends ScalarFunction> terms) {
        return new TermSum(terms);
    }
}
