package org.atled.compiler.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Strongly connected components of a graph: its cycles as single nodes. The algorithm of Tarjan (Depth-First Search and
 * Linear Graph Algorithms, 1972), on its own stack.
 */
public final class Components {
    private final IntFunction<int[]> successors;
    private final int[] rank;
    private final int[] lowest;
    private final BitSet isOpen = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final List<int[]> components = new ArrayList<>();
    private int ranked;

    private Components(int size, IntFunction<int[]> successors) {
        this.successors = successors;
        rank = new int[size];
        lowest = new int[size];
        Arrays.fill(rank, -1);
    }

    /**
     * The components of some nodes, each before those that edges lead to from it, and in the order of their numbers as
     * far as edges leave a choice; the nodes of each in ascending order.
     *
     * @param size larger than all nodes
     * @param successors edges between these nodes
     */
    public static List<int[]> of(int size, int[] nodes, IntFunction<int[]> successors) {
        Components search = new Components(size, successors);
        int[] ascending = nodes.clone();
        Arrays.sort(ascending);
        for (int i = ascending.length - 1; i >= 0; i--) {
            search.visit(ascending[i]);
        }
        Collections.reverse(search.components);
        return search.components;
    }

    private void visit(int root) {
        if (rank[root] < 0) {
            enter(root);
        }
        while (!path.isEmpty()) {
            advance(path.peek());
        }
    }

    private void enter(int node) {
        rank[node] = ranked;
        lowest[node] = ranked++;
        open.push(node);
        isOpen.set(node);
        int[] descending = successors.apply(node).clone();
        Arrays.sort(descending);
        path.push(new Visit(node, descending));
    }

    /** Follows the next edge, that to the largest number first: what is finished last comes first. */
    private void advance(Visit visit) {
        if (visit.next < visit.successors.length) {
            int to = visit.successors[visit.successors.length - ++visit.next];
            if (rank[to] < 0) {
                enter(to);
            } else if (isOpen.get(to)) {
                lowest[visit.node] = Math.min(lowest[visit.node], rank[to]);
            }
            return;
        }
        path.pop();
        if (!path.isEmpty()) {
            int from = path.peek().node;
            lowest[from] = Math.min(lowest[from], lowest[visit.node]);
        }
        if (lowest[visit.node] == rank[visit.node]) {
            close(visit.node);
        }
    }

    private void close(int root) {
        List<Integer> component = new ArrayList<>();
        int node;
        do {
            node = open.pop();
            isOpen.clear(node);
            component.add(node);
        } while (node != root);
        components.add(component.stream().mapToInt(Integer::intValue).sorted().toArray());
    }
}
