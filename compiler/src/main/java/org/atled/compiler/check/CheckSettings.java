package org.atled.compiler.check;

/**
 * How derivatives are checked.
 *
 * @param seed of the random directions
 * @param tolerance how far forward and reverse mode may be apart, relative to the size of the terms; at least 0
 * @param threads whether two threads call at once as well
 * @param method the only method to check, as {@code demo.Decay.loss}; empty for all
 */
public record CheckSettings(long seed, double tolerance, boolean threads, String method) {
    /** Seed 1, 1e-13, two threads, all methods. */
    public static final CheckSettings DEFAULT = new CheckSettings(1, 1e-13, true, "");

    /**
     * Takes the settings.
     *
     * @throws IllegalArgumentException if the tolerance is negative or not a number
     */
    public CheckSettings {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "the tolerance is " + tolerance + ", but it must be at least 0: give one such as 1e-13.");
        }
    }
}
