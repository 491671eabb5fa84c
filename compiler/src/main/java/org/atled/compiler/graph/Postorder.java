package org.atled.compiler.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Depth-first search of a graph whose nodes are numbers from 0 on, on its own stack: functions can be deeper than Java's.
 */
public final class Postorder {
    private final IntFunction<int[]> successors;
    private final BitSet seen = new BitSet();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final List<Integer> order = new ArrayList<>();

    private Postorder(IntFunction<int[]> successors) {
        this.successors = successors;
    }

    /** The nodes reachable from the root, each after those first reached through it: the root comes last. */
    public static List<Integer> from(int root, IntFunction<int[]> successors) {
        Postorder search = new Postorder(successors);
        search.enter(root);
        while (!search.path.isEmpty()) {
            search.advance(search.path.peek());
        }
        return search.order;
    }

    /** The same nodes from last to first: where no edge goes back, each comes after all that lead to it. */
    public static List<Integer> reversed(int root, IntFunction<int[]> successors) {
        List<Integer> order = from(root, successors);
        Collections.reverse(order);
        return order;
    }

    private void advance(Visit visit) {
        if (visit.next < visit.successors.length) {
            enter(visit.successors[visit.next++]);
        } else {
            order.add(visit.node);
            path.pop();
        }
    }

    private void enter(int node) {
        if (!seen.get(node)) {
            seen.set(node);
            path.push(new Visit(node, successors.apply(node)));
        }
    }
}
