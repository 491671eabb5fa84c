package org.atled.compiler.ir;

/** A text is not the printed form of a function: the message says on which line, what was expected and what found. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    SyntaxException(int line, String message) {
        super("Line " + line + ": " + message);
        this.line = line;
    }

    /** Line of the text, from 1. */
    public int line() {
        return line;
    }
}
