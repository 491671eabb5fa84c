package org.atled.runtime;

import java.util.Arrays;
import org.atled.NoDerivative;

/**
 * Working memory of one derivative call: values kept from the primal for the pullback, and the second results of
 * internal calls. Owned by one call at a time and reused by later calls of the same thread, so that repeated calls
 * allocate nothing. Not for use by hand.
 *
 * <p>Not thread-safe: {@link #acquire()} gives every call of every thread a tape of its own, nested calls included.
 */
public final class Tape {
    /** Many calls in recursion may hold one each. */
    private static final int SHORTEST = 8;

    private static final ThreadLocal<Tape> FREE = ThreadLocal.withInitial(Tape::new);

    /** The tangent a method returned beside its {@code double} result, until the next call. */
    public double returnedDouble;

    /** The tangent a method returned beside its {@code float} result, until the next call. */
    public float returnedFloat;

    /** The shadow a method returned beside its reference result, until the next call. */
    public Object returnedShadow;

    /** The same along the other directions, where there are several. */
    public double returnedDouble1,
            returnedDouble2,
            returnedDouble3,
            returnedDouble4,
            returnedDouble5,
            returnedDouble6,
            returnedDouble7;

    /** The same along the other directions, where there are several. */
    public float returnedFloat1,
            returnedFloat2,
            returnedFloat3,
            returnedFloat4,
            returnedFloat5,
            returnedFloat6,
            returnedFloat7;

    /** The same along the other directions, where there are several. */
    public Object returnedShadow1,
            returnedShadow2,
            returnedShadow3,
            returnedShadow4,
            returnedShadow5,
            returnedShadow6,
            returnedShadow7;

    private double[] doubles = new double[64];
    private int doubleCount;
    private long[] longs = new long[32];
    private int longCount;
    private Object[] references = new Object[32];
    private int referenceCount;
    private double[][] freeDoubles = new double[4][];
    private int freeDoublesCount;
    private float[][] freeFloats = new float[4][];
    private int freeFloatsCount;
    private int[][] freeInts = new int[4][];
    private int freeIntsCount;
    private long[][] freeLongs = new long[4][];
    private int freeLongsCount;
    private Object[][] freeReferences = new Object[4][];
    private int freeReferencesCount;
    /** No part of what a call keeps: another call has it. */
    @NoDerivative
    private Tape next;

    Tape() {}

    /** A tape nobody else uses, empty. Give it back with {@link #release()}, whatever happens. */
    public static Tape acquire() {
        Tape tape = FREE.get();
        if (tape.next == null) {
            tape.next = new Tape();
        }
        FREE.set(tape.next);
        return tape;
    }

    /** Gives this tape back, emptied. To be called by the thread that acquired it, last acquired first. */
    public void release() {
        clear();
        FREE.set(this);
    }

    /** Forgets what a call left here, but keeps its arrays for the next. */
    void clear() {
        Arrays.fill(references, 0, referenceCount, null);
        doubleCount = 0;
        longCount = 0;
        referenceCount = 0;
        returnedShadow = null;
        returnedShadow1 = null;
        returnedShadow2 = null;
        returnedShadow3 = null;
        returnedShadow4 = null;
        returnedShadow5 = null;
        returnedShadow6 = null;
        returnedShadow7 = null;
    }

    /** How much memory is taken by what is on the tape, roughly: the arrays it refers to are counted, not the objects. */
    long bytes() {
        long bytes = (long) Long.BYTES * (doubleCount + longCount + referenceCount);
        for (int i = 0; i < referenceCount; i++) {
            bytes += TapeSize.of(references[i]);
        }
        return bytes;
    }

    public void pushDouble(double value) {
        if (doubleCount == doubles.length) {
            doubles = Arrays.copyOf(doubles, 2 * doubleCount);
        }
        doubles[doubleCount++] = value;
    }

    public double popDouble() {
        return doubles[--doubleCount];
    }

    public void pushLong(long value) {
        if (longCount == longs.length) {
            longs = Arrays.copyOf(longs, 2 * longCount);
        }
        longs[longCount++] = value;
    }

    public long popLong() {
        return longs[--longCount];
    }

    public void pushReference(Object value) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, 2 * referenceCount);
        }
        references[referenceCount++] = value;
    }

    public Object popReference() {
        Object value = references[--referenceCount];
        references[referenceCount] = null;
        return value;
    }

    /** A short array, or a longer one that was given back, with any content, to be given back, last taken first. */
    public double[] takeDoubles() {
        return freeDoublesCount == 0 ? new double[SHORTEST] : freeDoubles[--freeDoublesCount];
    }

    /** Gives an array back for later calls; it may be a longer one than was taken, or {@code null} if none was. */
    public void giveDoubles(double[] array) {
        if (array == null) {
            return;
        }
        if (freeDoublesCount == freeDoubles.length) {
            freeDoubles = Arrays.copyOf(freeDoubles, 2 * freeDoublesCount);
        }
        freeDoubles[freeDoublesCount++] = array;
    }

    /** A short array, or a longer one that was given back, with any content, to be given back, last taken first. */
    public float[] takeFloats() {
        return freeFloatsCount == 0 ? new float[SHORTEST] : freeFloats[--freeFloatsCount];
    }

    /** Gives an array back for later calls; it may be a longer one than was taken, or {@code null} if none was. */
    public void giveFloats(float[] array) {
        if (array == null) {
            return;
        }
        if (freeFloatsCount == freeFloats.length) {
            freeFloats = Arrays.copyOf(freeFloats, 2 * freeFloatsCount);
        }
        freeFloats[freeFloatsCount++] = array;
    }

    /** A short array, or a longer one that was given back, with any content, to be given back, last taken first. */
    public int[] takeInts() {
        return freeIntsCount == 0 ? new int[SHORTEST] : freeInts[--freeIntsCount];
    }

    /** Gives an array back for later calls; it may be a longer one than was taken, or {@code null} if none was. */
    public void giveInts(int[] array) {
        if (array == null) {
            return;
        }
        if (freeIntsCount == freeInts.length) {
            freeInts = Arrays.copyOf(freeInts, 2 * freeIntsCount);
        }
        freeInts[freeIntsCount++] = array;
    }

    /** A short array, or a longer one that was given back, with any content, to be given back, last taken first. */
    public long[] takeLongs() {
        return freeLongsCount == 0 ? new long[SHORTEST] : freeLongs[--freeLongsCount];
    }

    /** Gives an array back for later calls; it may be a longer one than was taken, or {@code null} if none was. */
    public void giveLongs(long[] array) {
        if (array == null) {
            return;
        }
        if (freeLongsCount == freeLongs.length) {
            freeLongs = Arrays.copyOf(freeLongs, 2 * freeLongsCount);
        }
        freeLongs[freeLongsCount++] = array;
    }

    /** A short array of nulls, or a longer one that was given back, to be given back, last taken first. */
    public Object[] takeReferences() {
        return freeReferencesCount == 0 ? new Object[SHORTEST] : freeReferences[--freeReferencesCount];
    }

    /**
     * Gives an array back for later calls; it may be a longer one than was taken.
     *
     * @param used how many of its first elements were set; they are cleared
     */
    public void giveReferences(Object[] array, int used) {
        if (array == null) {
            return;
        }
        Arrays.fill(array, 0, used, null);
        if (freeReferencesCount == freeReferences.length) {
            freeReferences = Arrays.copyOf(freeReferences, 2 * freeReferencesCount);
        }
        freeReferences[freeReferencesCount++] = array;
    }
}
