package org.atled.solvers;

/** Values that derivatives are not to be followed through. */
public final class Constant {
    private Constant() {}

    /** The number itself, taken for a constant: its derivative is zero. */
    public static double of(double x) {
        return x;
    }
}
