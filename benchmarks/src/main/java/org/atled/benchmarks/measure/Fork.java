package org.atled.benchmarks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.atled.benchmarks.suite.Problems;

/**
 * The program that measures one problem, in a JVM that has seen no other: checks that all methods agree, warms each up, and
 * runs them in turn, round by round, so that a slow minute of the machine hits all of them. Prints {@link Samples}.
 */
public final class Fork {
    private Fork() {}

    /** Arguments: the problem, seconds to warm up, rounds, seconds of a sample, limit in seconds, methods. */
    public static void main(String[] arguments) {
        String name = arguments[0];
        Effort effort = new Effort(
                Double.parseDouble(arguments[1]),
                Integer.parseInt(arguments[2]),
                Double.parseDouble(arguments[3]),
                Double.parseDouble(arguments[4]));
        List<Method> methods =
                Arrays.stream(arguments[5].split(",")).map(Method::valueOf).toList();
        Contestants contestants =
                new Contestants(Problems.named(name).orElseThrow().problem().get(), EnumSet.copyOf(methods));
        try {
            Agreement.check(name, contestants);
        } catch (DisagreementException disagreement) {
            System.err.println(disagreement.getMessage());
            System.exit(1);
        }
        measure(contestants, methods, effort).forEach(samples -> System.out.println(samples.line()));
    }

    private static List<Samples> measure(Contestants contestants, List<Method> methods, Effort effort) {
        List<Timing> timings = new ArrayList<>();
        for (Method method : methods) {
            if (contestants.has(method) && contestants.leastSeconds(method) <= effort.limit()) {
                Timing timing = new Timing(method, contestants.call(method), effort);
                timing.warmUp();
                timings.add(timing);
            }
        }
        for (int round = 0; round < effort.rounds(); round++) {
            timings.forEach(Timing::round);
        }
        return timings.stream().map(Timing::samples).toList();
    }
}
