package org.atled;

/** Thrown when a derivative is called whose code was never filled in. The message says how to build it. */
public final class NotBuiltException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NotBuiltException(String message) {
        super(message);
    }

    public NotBuiltException(String message, Throwable cause) {
        super(message, cause);
    }
}
