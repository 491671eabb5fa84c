package org.atled.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * A loop whose reverse keeps a limited number of bytes: what its iterations are, as methods that run some of them. Made once for
 * each loop, as a dynamic constant (JEP 309) of derivative code; not for use by hand. Thread-safe.
 *
 * <p>All methods take the same arguments, arrays and objects alone, which hold the state of the loop. The first is {@code
 * int[] control}: at index 0 how many iterations to run at most, at index 1 how many were run. They give 0 if the loop goes on,
 * else the number of the exit that it took.
 */
public final class CheckpointedLoop {
    private static final MethodType STEP = MethodType.methodType(int.class, Object[].class, Tape.class);

    private final MethodHandle shadowed;
    private final MethodHandle augmented;
    private final MethodHandle pullback;
    private final StateShape shape;
    private final long budget;
    private final boolean isPeriodic;

    CheckpointedLoop(
            MethodHandle shadowed,
            MethodHandle augmented,
            MethodHandle pullback,
            StateShape shape,
            long budget,
            boolean isPeriodic) {
        this.shadowed = spread(shadowed, shape);
        this.augmented = spread(augmented, shape);
        this.pullback = pullback;
        this.shape = shape;
        this.budget = budget;
        this.isPeriodic = isPeriodic;
    }

    private static MethodHandle spread(MethodHandle method, StateShape shape) {
        MethodType objects = MethodType.genericMethodType(shape.arguments())
                .changeReturnType(int.class)
                .appendParameterTypes(Tape.class);
        return method.asType(objects)
                .asSpreader(0, Object[].class, shape.arguments())
                .asType(STEP);
    }

    /**
     * Bootstrap method.
     *
     * @param shadowed runs iterations with shadows beside them, and records nothing
     * @param augmented the same, and records on the tape what the pullback needs
     * @param pullback pulls back what was recorded last
     * @param shape the text of a {@link StateShape}
     * @param budget bytes
     * @param periodic 1 for checkpoints at equal distances
     */
    public static CheckpointedLoop of(
            Lookup caller,
            String name,
            Class<?> type,
            MethodHandle shadowed,
            MethodHandle augmented,
            MethodHandle pullback,
            String shape,
            long budget,
            int periodic) {
        return new CheckpointedLoop(shadowed, augmented, pullback, new StateShape(shape), budget, periodic != 0);
    }

    /** Runs the loop to its end, and leaves on the tape what {@link #reverse} needs; gives the number of the exit. */
    public static int forward(CheckpointedLoop loop, Object[] arguments, Tape tape) {
        LoopRun run = new LoopRun(loop, arguments);
        int exit = run.forward();
        tape.pushReference(run);
        return exit;
    }

    /** Pulls back the loop that was run last, and leaves what it changes as it was before. */
    public static void reverse(Tape tape) {
        ((LoopRun) tape.popReference()).reverse();
    }

    StateShape shape() {
        return shape;
    }

    long budget() {
        return budget;
    }

    CheckpointPlan plan(long recorded, long checkpoint) {
        return CheckpointPlan.of(budget, recorded, checkpoint, isPeriodic);
    }

    int advance(Object[] arguments, Tape tape) {
        return run(shadowed, arguments, tape);
    }

    int record(Object[] arguments, Tape tape) {
        return run(augmented, arguments, tape);
    }

    private static int run(MethodHandle step, Object[] arguments, Tape tape) {
        try {
            return (int) step.invokeExact(arguments, tape);
        } catch (Throwable thrown) {
            throw LoopRun.<RuntimeException>unchecked(thrown);
        }
    }

    void pullBack(Tape tape) {
        try {
            pullback.invokeExact(tape);
        } catch (Throwable thrown) {
            throw LoopRun.<RuntimeException>unchecked(thrown);
        }
    }
}
