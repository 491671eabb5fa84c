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
    private static final ThreadLocal<ShadowedTape> FREE = ThreadLocal.withInitial(ShadowedTape::new);

    /** What the derivative keeps. */
    public final Tape tape = new Tape();

    /** The tangents of that. */
    public final Object shadow = Cotangents.zerosLike(tape);

    /** No part of what a call keeps: another call has it. */
    @NoDerivative
    private ShadowedTape next;

    private ShadowedTape() {}

    /** A tape nobody else uses, empty. Give it back with {@link #release()}, whatever happens. */
    public static ShadowedTape acquire() {
        ShadowedTape free = FREE.get();
        if (free.next == null) {
            free.next = new ShadowedTape();
        }
        FREE.set(free.next);
        return free;
    }

    /** Gives this tape back, emptied. To be called by the thread that acquired it, last acquired first. */
    public void release() {
        tape.clear();
        FREE.set(this);
    }
}
