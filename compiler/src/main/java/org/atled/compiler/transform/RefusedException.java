package org.atled.compiler.transform;

/** Says why a constructor has no factory, from wherever that is found. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    RefusedException(String reason, int line) {
        super(reason, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
