package org.atled.substitutes;

/** The elements of arrays, or of parts of them. */
public final class ArrayElements {
    private ArrayElements() {}

    public static void check(int length, int from, int to) {
        if (from > to) {
            throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    /** Of a {@code double[]}. */
    public static final class Doubles extends Elements {
        public final double[] array;
        public final int end;
        public int next;

        public Doubles(double[] array, int from, int to) {
            this.array = array;
            this.next = from;
            this.end = to;
        }

        @Override
        public boolean advance() {
            if (next >= end) {
                return false;
            }
            number = array[next++];
            return true;
        }

        @Override
        public long size() {
            return end - next;
        }
    }

    /** Of an {@code int[]}. */
    public static final class Ints extends Elements {
        public final int[] array;
        public final int end;
        public int next;

        public Ints(int[] array, int from, int to) {
            this.array = array;
            this.next = from;
            this.end = to;
        }

        @Override
        public boolean advance() {
            if (next >= end) {
                return false;
            }
            integer = array[next++];
            return true;
        }

        @Override
        public long size() {
            return end - next;
        }
    }

    /** Of an array of references. */
    public static final class Objects extends Elements {
        public final Object[] array;
        public final int end;
        public int next;

        public Objects(Object[] array, int from, int to) {
            this.array = array;
            this.next = from;
            this.end = to;
        }

        @Override
        public boolean advance() {
            if (next >= end) {
                return false;
            }
            object = array[next++];
            return true;
        }

        @Override
        public long size() {
            return end - next;
        }
    }
}
