package org.atled.runtime;

/**
 * How a loop is run within a budget: iterations are recorded {@code unit} at a time, and {@code checkpoints} are kept at most.
 *
 * @param unit at least 1
 * @param checkpoints at least 1, that at the beginning among them
 * @param isPeriodic whether they are set at equal distances
 */
record CheckpointPlan(int unit, int checkpoints, boolean isPeriodic) {
    /** An unknown number of iterations. */
    static final int UNKNOWN = -1;

    /**
     * Half of the budget for what is recorded, the other half for checkpoints; at least one iteration and two checkpoints,
     * whatever they take.
     *
     * @param recorded bytes for an iteration
     * @param checkpoint bytes for a checkpoint
     */
    static CheckpointPlan of(long budget, long recorded, long checkpoint, boolean isPeriodic) {
        long unit = Math.max(1, Math.min(Integer.MAX_VALUE / 2, budget / 2 / Math.max(1, recorded)));
        long left = budget - Math.min(budget, unit * recorded);
        long checkpoints = Math.max(2, Math.min(Integer.MAX_VALUE / 2, left / Math.max(1, checkpoint)));
        return new CheckpointPlan((int) unit, (int) checkpoints, isPeriodic);
    }

    /** How many units there are in so many iterations. */
    long units(long iterations) {
        return (iterations + unit - 1) / unit;
    }

    /**
     * Where to set checkpoints on the way forward.
     *
     * @param iterations how many there will be, or {@link #UNKNOWN}
     */
    Placement placement(int iterations) {
        if (isPeriodic) {
            long period = iterations == UNKNOWN ? 1 : (units(iterations) + checkpoints - 1) / checkpoints;
            return new PeriodicPlacement(Math.max(1, period), checkpoints);
        }
        return iterations == UNKNOWN
                ? new OnlinePlacement(checkpoints)
                : new BinomialPlacement(units(iterations), checkpoints);
    }
}
