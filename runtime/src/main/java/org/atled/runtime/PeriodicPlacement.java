package org.atled.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Checkpoints at equal distances. When all have been set and the loop goes on, the distance is doubled, and those that are at
 * no multiple of it go one by one.
 */
final class PeriodicPlacement implements Placement {
    private final int checkpoints;
    private final List<Long> steps = new ArrayList<>(List.of(0L));
    private long period;

    /**
     * @param period distance to begin with
     * @param checkpoints how many there may be, with the first, which is set already
     */
    PeriodicPlacement(long period, int checkpoints) {
        this.period = period;
        this.checkpoints = checkpoints;
    }

    private long last() {
        return steps.get(steps.size() - 1);
    }

    @Override
    public long distance() {
        return checkpoints == 1 ? Long.MAX_VALUE : period - last() % period;
    }

    @Override
    public int set() {
        long step = last() + distance();
        int dropped = steps.size() < checkpoints ? NONE : outOfStep();
        if (dropped != NONE) {
            steps.remove(dropped);
        }
        steps.add(step);
        return dropped;
    }

    /** The first that is at no multiple of the period, which is doubled if all are. */
    private int outOfStep() {
        while (true) {
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i) % period != 0) {
                    return i;
                }
            }
            period *= 2;
        }
    }
}
