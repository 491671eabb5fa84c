package org.atled.compiler.bytecode;

/** A class file that cannot be read; the message names the class, the reason and what to do. */
public final class UnreadableClassException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableClassException(String message, Throwable cause) {
        super(message, cause);
    }
}
