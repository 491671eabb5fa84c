package org.atled.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.atled.Batch;

/**
 * One run of a batch: workers, the calling thread among them, that take the next few sets from a counter until none is
 * left. A worker that the pool has not begun when the caller runs out of work is not waited for. Not for use by hand.
 */
public final class BatchRun {
    /** Portions per worker: enough for sets of unlike cost, few enough for the counter not to be noticed. */
    private static final int PORTIONS = 64;

    private final int from;
    private final int to;
    private final int all;
    private final Batch.Task task;
    private final int workers;
    private final int portion;
    private final AtomicLong next;
    private final AtomicInteger finished = new AtomicInteger();
    private final BatchFailures failures = new BatchFailures();
    private volatile boolean cancelled;

    /**
     * A part of a batch.
     *
     * @param from first set
     * @param to first set of the rest
     * @param all how many sets the batch has
     */
    public BatchRun(int from, int to, int all, Batch.Task task) {
        this.from = from;
        this.to = to;
        this.all = all;
        this.task = task;
        this.next = new AtomicLong(from);
        int sets = to - from;
        int threads = ForkJoinTask.inForkJoinPool()
                ? ForkJoinTask.getPool().getParallelism()
                : ForkJoinPool.getCommonPoolParallelism() + 1;
        this.workers = Math.max(1, Math.min(sets, threads));
        this.portion = Math.max(1, sets / (workers * PORTIONS));
    }

    public void run() {
        List<Worker> forked = new ArrayList<>();
        for (int i = 1; i < workers; i++) {
            Worker worker = new Worker();
            forked.add(worker);
            worker.fork();
        }
        work();
        boolean interrupted = false;
        for (int i = forked.size() - 1; i >= 0; i--) {
            interrupted |= await(forked.get(i));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failures.report(all, to - from, finished.get());
        if (finished.get() < to - from) {
            throw new CancellationException("interrupted after " + (from + finished.get()) + " of " + all
                    + " sets. Results of these are complete, those of the others have not been computed.");
        }
    }

    /** Whether the calling thread was interrupted meanwhile. */
    private boolean await(Worker worker) {
        if (worker.claim()) {
            return false;
        }
        try {
            worker.get();
            return false;
        } catch (InterruptedException interrupt) {
            cancelled = true;
            worker.quietlyJoin();
            return true;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a worker failed outside of the sets", failure.getCause());
        }
    }

    private void work() {
        int done = 0;
        for (long first = next.getAndAdd(portion); first < to; first = next.getAndAdd(portion)) {
            for (int i = (int) first; i < Math.min(to, first + portion); i++) {
                if (cancelled || Thread.currentThread().isInterrupted()) {
                    cancelled = true;
                    finished.addAndGet(done);
                    return;
                }
                runSet(i);
                done++;
            }
        }
        finished.addAndGet(done);
    }

    /** Whatever one set throws, errors included, belongs to it alone: the others are run. */
    private void runSet(int index) {
        try {
            task.run(index);
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failures.add(index, failure);
        }
    }

    /** A worker of the pool, unless the caller has claimed it before it began. */
    private final class Worker extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final transient AtomicBoolean claimed = new AtomicBoolean();

        boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        @Override
        protected void compute() {
            if (claim()) {
                work();
            }
        }
    }
}
