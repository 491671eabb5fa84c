package org.atled.substitutes;

import org.atled.Batch;
import org.atled.BatchException;

/** Batches in differentiated code: one set after the other, so that cotangents of what sets share are added in one order. */
@InsteadOf(Batch.class)
public final class BatchMethods {
    private BatchMethods() {}

    /** Ends at the first set that throws: no derivative is left of the others. */
    public static void run(int sets, Batch.Task task) {
        if (sets < 0) {
            throw new IllegalArgumentException("sets is negative: pass the number of sets, 0 or more.");
        }
        for (int i = 0; i < sets; i++) {
            try {
                task.run(i);
            } catch (Throwable failure) {
                throw new BatchException(i, "set " + i + " of " + sets, failure);
            }
        }
    }
}
