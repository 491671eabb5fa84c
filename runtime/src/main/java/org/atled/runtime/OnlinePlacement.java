package org.atled.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Checkpoints for a number of steps that nobody knows, so that at any time no step will have to run again more often than it
 * would if the number had been known: Wang, Moin and Iaccarino, "Minimal repetition dynamic checkpointing algorithm for unsteady
 * adjoint calculation", SIAM Journal on Scientific Computing 31 (2009), section 3. Each checkpoint has a level; one before
 * another of a higher level may be dropped.
 */
final class OnlinePlacement implements Placement {
    private final int checkpoints;
    private final List<Integer> levels = new ArrayList<>(List.of(Integer.MAX_VALUE));

    /**
     * @param checkpoints how many there may be, with the first, which is set already
     */
    OnlinePlacement(int checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public long distance() {
        return checkpoints == 1 ? Long.MAX_VALUE : 1;
    }

    @Override
    public int set() {
        if (levels.size() < checkpoints) {
            levels.add(0);
            return NONE;
        }
        int dropped = dispensable();
        if (dropped != NONE) {
            levels.remove(dropped);
            levels.add(0);
            return dropped;
        }
        int last = levels.size() - 1;
        levels.set(last, levels.get(last) + 1);
        return last;
    }

    private int dispensable() {
        int highest = -1;
        for (int i = levels.size() - 1; i > 0; i--) {
            if (levels.get(i) < highest) {
                return i;
            }
            highest = Math.max(highest, levels.get(i));
        }
        return NONE;
    }
}
