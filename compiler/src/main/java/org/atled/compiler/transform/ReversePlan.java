package org.atled.compiler.transform;

import java.util.List;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Primals;

/**
 * What both sweeps of reverse mode know of a primal.
 *
 * @param stable per parameter, whether the array passed keeps its elements until the pullback
 * @param repeated values of loops that the reverse sweep computes again
 * @param keeps filled by the reverse sweep, which is built first, and carried out by the forward sweep
 */
record ReversePlan(
        Activity activity,
        Primals primals,
        List<Boolean> stable,
        LoopTree loops,
        Increments increments,
        Relevance relevance,
        Recomputation recomputation,
        TripCounts trips,
        Set<Keeps.Key> repeated,
        Keeps keeps) {

    /** A plan that keeps everything. */
    static ReversePlan of(Activity activity, List<Boolean> stable, Primals primals) {
        Dominators dominators = Dominators.of(activity.flow());
        LoopTree loops = LoopTree.of(activity.flow(), dominators);
        Increments increments = new Increments(activity, primals);
        Relevance relevance = new Relevance(activity, primals, dominators, loops, increments);
        Recomputation recomputation = new Recomputation(activity, primals, loops, stable);
        return new ReversePlan(
                activity,
                primals,
                stable,
                loops,
                increments,
                relevance,
                recomputation,
                new TripCounts(activity, relevance, recomputation),
                Set.of(),
                new Keeps(activity.flow(), loops));
    }

    /** The same, with nothing kept yet, and these values of loops to be computed again. */
    ReversePlan repeating(Set<Keeps.Key> values) {
        Keeps none = new Keeps(activity.flow(), loops);
        return new ReversePlan(
                activity, primals, stable, loops, increments, relevance, recomputation, trips, values, none);
    }
}
