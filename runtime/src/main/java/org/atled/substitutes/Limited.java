package org.atled.substitutes;

/** The first so many elements; no more are asked for. */
public final class Limited extends Elements {
    public final Elements source;
    public long left;

    public Limited(Elements source, long most) {
        if (most < 0) {
            throw new IllegalArgumentException(Long.toString(most));
        }
        this.source = source;
        this.left = most;
    }

    @Override
    public boolean advance() {
        if (left == 0 || !source.advance()) {
            return false;
        }
        left--;
        take(source);
        return true;
    }

    @Override
    public long size() {
        return Math.min(left, source.size());
    }
}
