package org.atled.runtime;

/**
 * The exception by which a method that catches everything it throws says how it ended. Inside {@code try}, derivative
 * code calls derivatives of such variants, so that what a method did before it threw can be differentiated; right after
 * each call it takes the exception and goes on to the handlers. For derivative code only.
 *
 * <p>There is one exception at most per thread, and only between the return of a method and the next instruction of its
 * caller.
 */
public final class Thrown {
    private static final ThreadLocal<Thrown> CURRENT = ThreadLocal.withInitial(Thrown::new);

    private Throwable exception;

    private Thrown() {}

    /** Leaves the exception that ends a method for its caller. */
    public static void put(Throwable exception) {
        CURRENT.get().exception = exception;
    }

    /** Takes what the method just called has thrown; {@code null} if it has ended normally. */
    public static Throwable take() {
        Thrown current = CURRENT.get();
        Throwable exception = current.exception;
        if (exception != null) {
            current.exception = null;
        }
        return exception;
    }
}
