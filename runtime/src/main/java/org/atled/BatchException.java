package org.atled;

/**
 * Thrown after a batch some of whose sets threw something. Its cause is what the set with the lowest index threw; those of
 * further sets, up to {@value #MOST_SUPPRESSED}, are suppressed exceptions of this class. All sets have been run, and results
 * of those that did not throw are where they belong.
 */
public final class BatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How many failures are kept besides the first: all of a large batch would take more memory than its results. */
    public static final int MOST_SUPPRESSED = 15;

    private final int index;

    /**
     * The failure of one set.
     *
     * @param index of the set, from 0
     * @param message names the set
     */
    public BatchException(int index, String message, Throwable cause) {
        super(message, cause);
        this.index = index;
    }

    /** The index of the set, from 0. */
    public int index() {
        return index;
    }
}
