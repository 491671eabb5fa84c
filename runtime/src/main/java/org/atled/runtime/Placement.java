package org.atled.runtime;

/**
 * Which checkpoints a loop sets on its way forward. Asked at each checkpoint for the next one, so that it can do without the
 * number of iterations. Not thread-safe.
 */
interface Placement {
    /** No checkpoint has to go. */
    int NONE = -1;

    /** How many steps after the last checkpoint the next one is due, at least 1; {@link Long#MAX_VALUE} for never. */
    long distance();

    /** Learns that a checkpoint is about to be set; gives the place in the order of time of one to drop before, or {@link #NONE}. */
    int set();
}
