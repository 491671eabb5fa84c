package org.atled.benchmarks.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Problem;

/** A problem with its ways to the derivative, each made once. */
final class Contestants {
    private final Problem problem;
    private final Map<Method, Derivative> derivatives = new EnumMap<>(Method.class);
    private final Differences differences;

    /** All ways that there are. */
    Contestants(Problem problem) {
        this(problem, EnumSet.allOf(Method.class));
    }

    /** Those of the methods that there are, and the hand-written one, which the others are held against. */
    Contestants(Problem problem, Set<Method> methods) {
        this.problem = problem;
        differences = problem.differences();
        derivatives.put(Method.HAND, problem.hand());
        if (methods.contains(Method.ATLED)) {
            derivatives.put(Method.ATLED, problem.atled());
        }
        if (methods.contains(Method.HIPPARCHUS)) {
            problem.hipparchus().ifPresent(derivative -> derivatives.put(Method.HIPPARCHUS, derivative));
        }
        if (methods.contains(Method.DIFFERENCES)) {
            derivatives.put(Method.DIFFERENCES, differences);
        }
    }

    double primal() {
        return problem.primal();
    }

    Differences differences() {
        return differences;
    }

    /** The ways to the derivative, including differences. */
    Map<Method, Derivative> derivatives() {
        return Collections.unmodifiableMap(derivatives);
    }

    boolean has(Method method) {
        return method == Method.PRIMAL || derivatives.containsKey(method);
    }

    /** Leaves out a method that cannot run here. */
    void remove(Method method) {
        derivatives.remove(method);
    }

    /** A lower bound of the time of a call where it is known without a call. */
    double leastSeconds(Method method) {
        if (method != Method.DIFFERENCES) {
            return 0;
        }
        long start = System.nanoTime();
        problem.primal();
        return (System.nanoTime() - start) * 1e-9 * differences.calls();
    }

    /** What runs when the method is timed. */
    DoubleSupplier call(Method method) {
        return method == Method.PRIMAL ? problem::primal : derivatives.get(method)::run;
    }
}
