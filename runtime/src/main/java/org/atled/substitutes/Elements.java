package org.atled.substitutes;

/**
 * What a stream has still to give, one element at a time and no sooner than asked for: a source, or a stage and the
 * elements it takes in. An element is in the one of three fields that its stream is of. Not thread-safe.
 */
public abstract class Elements {
    public double number;
    public int integer;
    public Object object;

    /** Moves on to the next element; false if there is none. */
    public abstract boolean advance();

    /** How many elements there are before the first is asked for; −1 if that is not known without asking. */
    public long size() {
        return -1;
    }

    /** Takes over the current element of others. */
    public final void take(Elements from) {
        number = from.number;
        integer = from.integer;
        object = from.object;
    }
}
