package org.atled.substitutes;

/** What streams of all kinds have in common. */
public final class Pipelines {
    private Pipelines() {}

    /** Counts elements; where their number is known, without asking for one. */
    public static long count(Elements elements) {
        long known = elements.size();
        if (known >= 0) {
            return known;
        }
        long count = 0;
        while (elements.advance()) {
            count++;
        }
        return count;
    }

    public static IllegalStateException used() {
        return new IllegalStateException("stream has already been operated upon or closed");
    }
}
