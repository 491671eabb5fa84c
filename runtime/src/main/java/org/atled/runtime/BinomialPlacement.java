package org.atled.runtime;

/** Checkpoints for a number of steps that is known beforehand, see {@link Binomial}. The last step is left to be recorded. */
final class BinomialPlacement implements Placement {
    private long steps;
    private int free;

    /**
     * @param steps from the first checkpoint, which is set already, to the end
     * @param checkpoints how many there may be, with the first
     */
    BinomialPlacement(long steps, int checkpoints) {
        this.steps = steps;
        this.free = checkpoints;
    }

    @Override
    public long distance() {
        if (steps <= 1) {
            return Long.MAX_VALUE;
        }
        // Without a checkpoint to spare, the one before the last step is that of the end.
        return free > 1 ? Binomial.distance(steps, free) : steps - 1;
    }

    @Override
    public int set() {
        steps -= distance();
        free--;
        return NONE;
    }
}
