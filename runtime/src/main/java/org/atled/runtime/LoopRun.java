package org.atled.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One execution of a {@link CheckpointedLoop}. First iterations are recorded as long as they fit; if all do, nothing is run
 * again. If not, the record is thrown away, checkpoints are set on the way to the end, and each part between two is
 * run again from the last checkpoint before it when its turn has come to be pulled back: Griewank and Walther, "Algorithm
 * 799: revolve", ACM Transactions on Mathematical Software 26 (2000). Not thread-safe.
 */
final class LoopRun {
    private static final int EVERYTHING = Integer.MAX_VALUE;

    private final CheckpointedLoop loop;
    private final StateShape shape;
    private final Object[] arguments;
    private final int[] control;
    /** Of its own: how long its arrays are must not depend on what else ran on the thread. */
    private Tape tape = new Tape();

    private final LoopState inputs = new LoopState();
    private final LoopState end = new LoopState();
    private final List<LoopState> checkpoints = new ArrayList<>();
    private final Deque<LoopState> free = new ArrayDeque<>();
    private CheckpointPlan plan;
    /** How many parts have been recorded and not been pulled back. */
    private int recorded;

    private long iterations;
    private long advanced;

    LoopRun(CheckpointedLoop loop, Object[] arguments) {
        this(loop, arguments, null);
    }

    /**
     * @param plan what to do, {@code null} to find it out
     */
    LoopRun(CheckpointedLoop loop, Object[] arguments, CheckpointPlan plan) {
        this.loop = loop;
        this.shape = loop.shape();
        this.arguments = arguments;
        this.control = (int[]) arguments[0];
        this.plan = plan;
    }

    /** How many iterations were run without recording them, those on the way forward among them. */
    long advanced() {
        return advanced;
    }

    /** Runs to the end; gives the number of the exit. The number of iterations, if it is known, is in {@code control[1]}. */
    int forward() {
        int expected = control[1] <= 0 ? CheckpointPlan.UNKNOWN : control[1];
        set(0);
        inputs.saveInputs(shape, arguments);
        if (plan == null) {
            int exit = recordWhatFits(expected);
            if (exit != 0) {
                return exit;
            }
            checkpoints.get(0).restore();
            iterations = 0;
        }
        int exit = toTheEnd(expected);
        end.save(iterations, shape, arguments);
        return exit;
    }

    /** Ends with a plan if the loop goes on. */
    private int recordWhatFits(int expected) {
        long checkpoint = checkpoints.get(0).bytes();
        long budget = Math.max(1, loop.budget() - checkpoint);
        long used = 0;
        long most = 1;
        long next = 1;
        while (true) {
            long before = iterations;
            int exit = record(next);
            if (exit != 0) {
                return exit;
            }
            long bytes = tape.bytes();
            most = Math.max(most, (bytes - used) / Math.max(1, iterations - before));
            used = bytes;
            long fit = (budget - used) / most;
            boolean isHopeless = expected != CheckpointPlan.UNKNOWN && expected - iterations > fit;
            if (fit < 1 || isHopeless) {
                tape = new Tape();
                recorded = 0;
                plan = loop.plan(most, checkpoint);
                return 0;
            }
            next = Math.min(2 * next, fit);
        }
    }

    /** Sets checkpoints on the way. */
    private int toTheEnd(int expected) {
        Placement placement = plan.placement(expected);
        while (true) {
            long distance = placement.distance();
            boolean isLast = distance == Long.MAX_VALUE;
            boolean isRecorded = isLast && expected != CheckpointPlan.UNKNOWN && expected - iterations <= plan.unit();
            int exit = isRecorded ? record(EVERYTHING) : advance(isLast ? distance : distance * plan.unit());
            if (exit != 0) {
                return exit;
            }
            int dropped = placement.set();
            if (dropped != Placement.NONE) {
                free.push(checkpoints.remove(dropped));
            }
            set(iterations);
        }
    }

    private void set(long iteration) {
        LoopState state = free.isEmpty() ? new LoopState() : free.pop();
        state.save(iteration, shape, arguments);
        checkpoints.add(state);
    }

    private int record(long most) {
        int exit = run(most, true);
        recorded++;
        return exit;
    }

    private int advance(long most) {
        long before = iterations;
        int exit = run(most, false);
        advanced += iterations - before;
        return exit;
    }

    private int run(long most, boolean isRecorded) {
        long left = most;
        while (true) {
            control[0] = (int) Math.min(left, EVERYTHING);
            int exit = isRecorded ? loop.record(arguments, tape) : loop.advance(arguments, tape);
            iterations += control[1];
            left = left == Long.MAX_VALUE ? left : left - control[1];
            if (exit != 0 || left <= 0 || isRecorded) {
                return exit;
            }
        }
    }

    /** Pulls everything back, and puts everything else back. */
    void reverse() {
        if (plan == null) {
            for (; recorded > 0; recorded--) {
                loop.pullBack(tape);
            }
            return;
        }
        PutBack present = new PutBack();
        inputs.saveTo(present);
        end.saveTo(present);
        checkpoints.forEach(each -> each.saveTo(present));
        try {
            inputs.restore();
            pullBackAll();
        } finally {
            present.restore();
        }
    }

    private void pullBackAll() {
        LoopState reached = end;
        if (recorded > 0) {
            loop.pullBack(tape);
            recorded--;
            reached = checkpoints.remove(checkpoints.size() - 1);
        }
        while (!checkpoints.isEmpty()) {
            LoopState from = checkpoints.get(checkpoints.size() - 1);
            from.restore();
            iterations = from.iteration();
            long units = plan.units(reached.iteration() - from.iteration());
            int available = plan.checkpoints() - checkpoints.size() + 1;
            if (units <= 1) {
                checkpoints.remove(checkpoints.size() - 1);
                pullBackTo(reached);
                reached = recycled(reached, from);
            } else if (available > 1) {
                advance(Binomial.distance(units, available) * plan.unit());
                set(iterations);
            } else {
                advance((units - 1) * plan.unit());
                LoopState start = free.isEmpty() ? new LoopState() : free.pop();
                start.save(iterations, shape, arguments);
                pullBackTo(reached);
                reached = recycled(reached, start);
            }
        }
    }

    private LoopState recycled(LoopState old, LoopState next) {
        if (old != end) {
            free.push(old);
        }
        return next;
    }

    /** Records from here to a state that was pulled back to, and pulls that back, too. */
    private void pullBackTo(LoopState reached) {
        long left = reached.iteration() - iterations;
        // Only the end is reached by an exit.
        record(reached == end ? EVERYTHING : left);
        MovedCotangents.move(reached, shape, arguments);
        loop.pullBack(tape);
        recorded--;
    }

    /** Throws an exception on as it is, whatever its type. */
    @SuppressWarnings("unchecked") // the type is erased, that is the point
    static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
