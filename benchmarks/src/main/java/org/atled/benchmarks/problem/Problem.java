package org.atled.benchmarks.problem;

import java.util.Optional;

/**
 * A function at one point, with several ways to its derivative. Each problem owns its inputs, made from a fixed seed, and
 * everything a call needs besides: calls of {@link #primal()} and {@link Derivative#run()} do the work and nothing else.
 * Not thread-safe.
 */
public interface Problem {
    /** Runs the function; its value, for a vector the sum of its elements. */
    double primal();

    /** By the companion that Atled built, in the form that writes into given arrays. */
    Derivative atled();

    /** The best derivative code a person would write in Java. */
    Derivative hand();

    /** By Hipparchus' {@code Gradient}, which carries all partial derivatives with every number; empty where that takes too long. */
    Optional<Derivative> hipparchus();

    /** By central differences, of some or all elements of the derivative. */
    Differences differences();

    /** The numbers that a program in another language needs to pose the same problem. */
    Inputs inputs();
}
