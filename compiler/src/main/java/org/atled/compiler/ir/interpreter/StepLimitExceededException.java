package org.atled.compiler.ir.interpreter;

/** An interpreted program took more steps than it was given; no handler of the program catches this. */
public final class StepLimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepLimitExceededException(String function, long limit) {
        super("More than " + limit + " steps, the last in " + function + ": give the interpreter a higher limit if the"
                + " program does end");
    }
}
