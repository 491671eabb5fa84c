package org.atled.substitutes;

/** The elements after the first so many. */
public final class Skipped extends Elements {
    public final Elements source;
    public long left;

    public Skipped(Elements source, long skipped) {
        if (skipped < 0) {
            throw new IllegalArgumentException(Long.toString(skipped));
        }
        this.source = source;
        this.left = skipped;
    }

    @Override
    public boolean advance() {
        while (left > 0) {
            left--;
            if (!source.advance()) {
                return false;
            }
        }
        if (!source.advance()) {
            return false;
        }
        take(source);
        return true;
    }

    @Override
    public long size() {
        long size = source.size();
        return size < 0 ? size : Math.max(0, size - left);
    }
}
