package org.atled.substitutes;

/** The integers from one to another, the last one excluded. */
public final class Range extends Elements {
    public final long end;
    public long next;

    public Range(long from, long to) {
        this.next = from;
        this.end = to;
    }

    @Override
    public boolean advance() {
        if (next >= end) {
            return false;
        }
        integer = (int) next++;
        return true;
    }

    @Override
    public long size() {
        return Math.max(0, end - next);
    }
}
