package org.atled.substitutes;

/** The elements of one stream, then those of another. */
public final class Concatenated extends Elements {
    public final Elements first;
    public final Elements second;
    public boolean isFirstDone;

    public Concatenated(Elements first, Elements second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public boolean advance() {
        if (!isFirstDone) {
            if (first.advance()) {
                take(first);
                return true;
            }
            isFirstDone = true;
        }
        if (!second.advance()) {
            return false;
        }
        take(second);
        return true;
    }

    @Override
    public long size() {
        long one = first.size();
        long other = second.size();
        return one < 0 || other < 0 ? -1 : one + other;
    }
}
