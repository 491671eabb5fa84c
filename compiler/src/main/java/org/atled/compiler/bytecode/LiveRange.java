package org.atled.compiler.bytecode;

import java.util.Arrays;

/** A set of code positions, as sorted, disjoint, half-open intervals that do not touch. Immutable. */
final class LiveRange {
    static final LiveRange EMPTY = new LiveRange(new int[0]);

    /** Starts at even, ends at odd indices. */
    private final int[] bounds;

    private LiveRange(int[] bounds) {
        this.bounds = bounds;
    }

    /** Collects intervals in any order. */
    static final class Builder {
        private long[] intervals = new long[4];
        private int size;

        void add(int start, int end) {
            if (size == intervals.length) {
                intervals = Arrays.copyOf(intervals, 2 * size);
            }
            intervals[size++] = (long) start << 32 | end;
        }

        LiveRange build() {
            Arrays.sort(intervals, 0, size);
            int[] bounds = new int[2 * size];
            int length = 0;
            for (int i = 0; i < size; i++) {
                length = append(bounds, length, (int) (intervals[i] >> 32), (int) intervals[i]);
            }
            return new LiveRange(Arrays.copyOf(bounds, length));
        }
    }

    private static int append(int[] bounds, int length, int start, int end) {
        if (length > 0 && start <= bounds[length - 1]) {
            bounds[length - 1] = Math.max(bounds[length - 1], end);
            return length;
        }
        bounds[length] = start;
        bounds[length + 1] = end;
        return length + 2;
    }

    /** Takes time in the smaller range's intervals times the logarithm of the larger's. */
    boolean intersects(LiveRange other) {
        if (bounds.length > other.bounds.length) {
            return other.intersects(this);
        }
        for (int i = 0; i < bounds.length; i += 2) {
            if (other.meets(bounds[i], bounds[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(int start, int end) {
        // The first bound after start: an end, if start lies in an interval.
        int found = Arrays.binarySearch(bounds, start);
        int after = found >= 0 ? found + 1 : -found - 1;
        return after % 2 == 1 || after < bounds.length && bounds[after] < end;
    }

    LiveRange union(LiveRange other) {
        int[] merged = new int[bounds.length + other.bounds.length];
        int length = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length || theirs < other.bounds.length) {
            boolean takeMine =
                    theirs == other.bounds.length || mine < bounds.length && bounds[mine] <= other.bounds[theirs];
            int[] source = takeMine ? bounds : other.bounds;
            int at = takeMine ? mine : theirs;
            length = append(merged, length, source[at], source[at + 1]);
            mine += takeMine ? 2 : 0;
            theirs += takeMine ? 0 : 2;
        }
        return new LiveRange(Arrays.copyOf(merged, length));
    }

    /** What is in this range and not in the other. */
    LiveRange minus(LiveRange other) {
        Builder rest = new Builder();
        int theirs = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            int start = bounds[i];
            while (theirs < other.bounds.length && other.bounds[theirs + 1] <= start) {
                theirs += 2;
            }
            for (int j = theirs; j < other.bounds.length && other.bounds[j] < bounds[i + 1]; j += 2) {
                if (start < other.bounds[j]) {
                    rest.add(start, other.bounds[j]);
                }
                start = Math.max(start, other.bounds[j + 1]);
            }
            if (start < bounds[i + 1]) {
                rest.add(start, bounds[i + 1]);
            }
        }
        return rest.build();
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }
}
