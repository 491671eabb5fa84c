package org.atled.benchmarks.problem;

import java.util.List;

/**
 * What poses a problem to a program in another language.
 *
 * @param sizes counts, in the order that the family of problems defines
 * @param arrays the numbers: variables first
 */
public record Inputs(List<Integer> sizes, List<double[]> arrays) {
    /** The inputs with these sizes and arrays. */
    public static Inputs of(List<Integer> sizes, double[]... arrays) {
        return new Inputs(List.copyOf(sizes), List.of(arrays));
    }
}
