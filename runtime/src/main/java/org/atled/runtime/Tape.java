package org.atled.runtime;

import java.util.Arrays;

/**
 * Working memory of one derivative call: values kept from the primal for the pullback, and the second results of
 * internal calls. Owned by one call at a time and reused by later calls of the same thread, so that repeated calls
 * allocate nothing. Not for use by hand.
 *
 * <p>Not thread-safe: {@link #acquire()} gives every call of every thread a tape of its own, nested calls included.
 */
public final class Tape {
    private static final ThreadLocal<Tape> FREE = ThreadLocal.withInitial(Tape::new);

    /** The tangent a method returned beside its {@code double} result, until the next call. */
    public double returnedDouble;

    /** The tangent a method returned beside its {@code float} result, until the next call. */
    public float returnedFloat;

    /** The shadow a method returned beside its reference result, until the next call. */
    public Object returnedShadow;

    private double[] doubles = new double[64];
    private int doubleCount;
    private long[] longs = new long[32];
    private int longCount;
    private Object[] references = new Object[32];
    private int referenceCount;
    private Tape next;

    private Tape() {}

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
        Arrays.fill(references, 0, referenceCount, null);
        doubleCount = 0;
        longCount = 0;
        referenceCount = 0;
        returnedShadow = null;
        FREE.set(this);
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
}
