package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Depth-first search of a graph of numbered nodes, on its own stack: functions can be deeper than Java's. */
final class Postorder {
    private record Visit(int node, Iterator<Integer> remaining) {}

    private final IntFunction<? extends Iterable<Integer>> successors;
    private final Set<Integer> seen = new HashSet<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final List<Integer> order = new ArrayList<>();

    Postorder(IntFunction<? extends Iterable<Integer>> successors) {
        this.successors = successors;
    }

    /** The nodes reachable from this one, each after those first reached through it. */
    List<Integer> from(int root) {
        enter(root);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.remaining().hasNext()) {
                enter(visit.remaining().next());
            } else {
                order.add(visit.node());
                path.pop();
            }
        }
        return order;
    }

    private void enter(int node) {
        if (seen.add(node)) {
            path.push(new Visit(node, successors.apply(node).iterator()));
        }
    }
}
