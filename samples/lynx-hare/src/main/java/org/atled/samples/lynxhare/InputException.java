package org.atled.samples.lynxhare;

/** Something the user gave cannot be used; the message says what, where and what to do. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
