package org.atled.rules;

import org.atled.runtime.ImplicitSolution.Equations;
import org.atled.runtime.ImplicitSolution.Jacobian;
import org.atled.runtime.ImplicitSolution.Search;
import org.atled.runtime.SolutionSearch;

/** What a search finds is a constant, and so is the matrix there; their code, and what it calls, runs as it is. */
@RulesFor(SolutionSearch.class)
public abstract class SolutionSearchRules {
    private SolutionSearchRules() {}

    abstract double[] found(Search search, String name);

    abstract double[] constant(double[] values);

    abstract double[] inverse(
            Equations equations,
            Jacobian jacobian,
            double[] u,
            boolean isFixedPoint,
            double tolerance,
            String found,
            String named);

    public static double[] found_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] found_shadow(double[] result) {
        return new double[result.length];
    }

    public static void found_pullback() {}

    public static double[] constant_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] constant_shadow(double[] result) {
        return new double[result.length];
    }

    public static void constant_pullback() {}

    public static double[] inverse_pushforward(double[] result) {
        return new double[result.length];
    }

    public static double[] inverse_shadow(double[] result) {
        return new double[result.length];
    }

    public static double inverse_pullback() {
        return 0;
    }
}
