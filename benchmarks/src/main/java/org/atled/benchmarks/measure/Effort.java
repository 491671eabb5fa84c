package org.atled.benchmarks.measure;

/**
 * How long to measure.
 *
 * @param warmUp seconds for which a method runs before its first round
 * @param rounds in each of which every method runs once
 * @param sample seconds for which a method runs in a round, at least one call
 * @param limit seconds for all rounds of a method: those that take longer have fewer, and differences that would take longer for a
 *     single call are left out
 */
public record Effort(double warmUp, int rounds, double sample, double limit) {
    /** For figures that are reported. */
    public static final Effort FULL = new Effort(3, 50, 0.02, 12);

    /** For a first look. */
    public static final Effort QUICK = new Effort(2, 15, 0.01, 2);
}
