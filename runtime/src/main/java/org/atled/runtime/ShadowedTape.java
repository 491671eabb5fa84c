package org.atled.runtime;

import org.atled.NoDerivative;

/**
 * The tape of a derivative that is itself differentiated by forward mode, with the shadow of all that the tape keeps. Both are
 * used again by later calls, always together, so that their arrays go on having the same lengths: repeated calls allocate
 * nothing. Not for use by hand.
 *
 * <p>Not thread-safe: {@link #acquire()} gives every call of every thread its own.
 */
public final class ShadowedTape {
    private static final int MOST_DIRECTIONS = 8;

    /** By number of directions: what only some of the shadows were used for would have grown apart from the others. */
    private static final ThreadLocal<ShadowedTape[]> FREE =
            ThreadLocal.withInitial(() -> new ShadowedTape[MOST_DIRECTIONS + 1]);

    /** What the derivative keeps. */
    public final Tape tape = new Tape();

    /** The tangents of that, along each direction. */
    public final Object[] shadows;

    /** The tangents along the first, or only, direction. */
    public final Object shadow;

    /** No part of what a call keeps: another call has it. */
    @NoDerivative
    private ShadowedTape next;

    private ShadowedTape(int directions) {
        shadows = new Object[directions];
        for (int i = 0; i < directions; i++) {
            shadows[i] = Cotangents.zerosLike(tape);
        }
        shadow = shadows[0];
    }

    /** A tape nobody else uses, empty. Give it back with {@link #release()}, whatever happens. */
    public static ShadowedTape acquire() {
        return acquire(1);
    }

    /**
     * The same for several directions at a time.
     *
     * @param directions from 1 to 8
     */
    public static ShadowedTape acquire(int directions) {
        ShadowedTape[] free = FREE.get();
        ShadowedTape tape = free[directions];
        if (tape == null) {
            tape = new ShadowedTape(directions);
        }
        free[directions] = tape.next;
        tape.next = null;
        return tape;
    }

    /** Gives this tape back, emptied. To be called by the thread that acquired it, last acquired first. */
    public void release() {
        tape.clear();
        ShadowedTape[] free = FREE.get();
        next = free[shadows.length];
        free[shadows.length] = this;
    }
}
