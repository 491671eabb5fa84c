package org.atled.runtime;

/**
 * Where to set checkpoints so that as little as possible is run again: the optimum of Griewank, "Achieving logarithmic growth
 * of temporal and spatial complexity in reverse automatic differentiation", Optimization Methods and Software 1 (1992), section
 * 3. With {@code s} checkpoints, of which one is at the beginning, a chain of {@code (s + r)! / (s! r!)} steps can be reversed so
 * that no step is run forward more than {@code r} times, the run that is recorded not counted.
 */
final class Binomial {
    private Binomial() {}

    /** How many steps can be reversed with this many checkpoints if none runs forward more often than this; saturates. */
    static long reach(int checkpoints, int repetitions) {
        if (checkpoints < 0 || repetitions < 0) {
            return 0;
        }
        long reach = 1;
        for (int i = 1; i <= Math.min(checkpoints, repetitions); i++) {
            long factor = Math.max(checkpoints, repetitions) + (long) i;
            if (reach > Long.MAX_VALUE / factor) {
                return Long.MAX_VALUE;
            }
            // A product of i successive numbers is divisible by i!.
            reach = reach * factor / i;
        }
        return reach;
    }

    /** The least number of repetitions with which so many steps can be reversed. */
    static int repetitions(long steps, int checkpoints) {
        int repetitions = 0;
        while (reach(checkpoints, repetitions) < steps) {
            repetitions++;
        }
        return repetitions;
    }

    /**
     * The least number of steps run forward to reverse a chain, recorded ones not counted.
     *
     * @param steps at least 1
     * @param checkpoints at least 1, one of which is at the beginning
     */
    static long cost(long steps, int checkpoints) {
        int repetitions = repetitions(steps, checkpoints);
        return repetitions * steps - reach(checkpoints + 1, repetitions - 1);
    }

    /**
     * How far from the beginning the next checkpoint belongs.
     *
     * @param steps at least 2
     * @param checkpoints at least 2, one of which is at the beginning
     * @return at least 1, less than {@code steps}
     */
    static long distance(long steps, int checkpoints) {
        int repetitions = repetitions(steps, checkpoints);
        // What comes before the checkpoint is run once more than what comes after it, which has a checkpoint less.
        long least = Math.max(reach(checkpoints, repetitions - 2), steps - reach(checkpoints - 1, repetitions));
        return Math.max(1, Math.min(least, steps - 1));
    }
}
