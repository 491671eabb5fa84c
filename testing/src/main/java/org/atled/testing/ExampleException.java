package org.atled.testing;

/** An example input that does not fit its method, or is not made as checks need it. */
final class ExampleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ExampleException(String message) {
        super(message);
    }

    ExampleException(String message, Throwable cause) {
        super(message, cause);
    }
}
