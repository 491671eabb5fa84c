package org.atled.benchmarks.suite;

import java.util.function.Supplier;
import org.atled.benchmarks.problem.Problem;

/**
 * A problem in the list.
 *
 * @param name what it is called on the command line
 * @param family the problems that differ in size alone; the name of their program in other languages
 * @param size what a person wants to know of its size
 * @param problem makes it, as it is timed
 * @param small makes a small one of its kind, as tests use it
 */
public record Entry(String name, String family, String size, Supplier<Problem> problem, Supplier<Problem> small) {}
