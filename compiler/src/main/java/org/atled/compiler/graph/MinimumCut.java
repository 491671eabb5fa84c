package org.atled.compiler.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The cheapest way to cut all paths from a source to a sink, by E. A. Dinic, "Algorithm for solution of a problem of
 * maximum flow in networks with power estimation", Soviet Mathematics Doklady 11 (1970).
 */
public final class MinimumCut {
    /** The capacity of an arc that is never cut. */
    public static final int UNCUTTABLE = 1 << 28;

    public static final int SOURCE = 0;
    public static final int SINK = 1;

    /** By node, the arcs that leave it; each is followed by its reverse in {@link #ends} and {@link #capacities}. */
    private final List<List<Integer>> leaving = new ArrayList<>();

    private final List<Integer> ends = new ArrayList<>();
    private int[] capacities = new int[64];
    private int[] levels;
    private int[] next;

    /** A network of {@link #SOURCE} and {@link #SINK}. */
    public MinimumCut() {
        addNode();
        addNode();
    }

    /** Adds a node; gives its number. */
    public int addNode() {
        leaving.add(new ArrayList<>());
        return leaving.size() - 1;
    }

    public void addArc(int from, int to, int capacity) {
        addHalf(from, to, capacity);
        addHalf(to, from, 0);
    }

    private void addHalf(int from, int to, int capacity) {
        int arc = ends.size();
        leaving.get(from).add(arc);
        ends.add(to);
        if (arc == capacities.length) {
            capacities = Arrays.copyOf(capacities, 2 * arc);
        }
        capacities[arc] = capacity;
    }

    /** The nodes on the sink's side of the cheapest cut; of several the one nearest to the sink. */
    public boolean[] sinkSide() {
        while (findLevels()) {
            next = new int[leaving.size()];
            while (augment() > 0) {
                // Until no path of this length is left.
            }
        }
        return reachingSink();
    }

    /** Distances from the source over arcs that can carry more; whether the sink has one. */
    private boolean findLevels() {
        levels = new int[leaving.size()];
        Arrays.fill(levels, -1);
        levels[SOURCE] = 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(SOURCE));
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int arc : leaving.get(node)) {
                int end = ends.get(arc);
                if (capacities[arc] > 0 && levels[end] < 0) {
                    levels[end] = levels[node] + 1;
                    open.add(end);
                }
            }
        }
        return levels[SINK] >= 0;
    }

    /** Sends more along one shortest path; gives how much. */
    private int augment() {
        Deque<Integer> path = new ArrayDeque<>();
        int node = SOURCE;
        while (node != SINK) {
            int arc = advance(node);
            if (arc >= 0) {
                path.push(arc);
                node = ends.get(arc);
            } else if (path.isEmpty()) {
                return 0;
            } else {
                int back = path.pop();
                node = ends.get(back ^ 1);
                next[node]++;
            }
        }
        int amount = path.stream().mapToInt(arc -> capacities[arc]).min().orElse(0);
        for (int arc : path) {
            capacities[arc] -= amount;
            capacities[arc ^ 1] += amount;
        }
        return amount;
    }

    private int advance(int node) {
        List<Integer> arcs = leaving.get(node);
        while (next[node] < arcs.size()) {
            int arc = arcs.get(next[node]);
            if (capacities[arc] > 0 && levels[ends.get(arc)] == levels[node] + 1) {
                return arc;
            }
            next[node]++;
        }
        return -1;
    }

    private boolean[] reachingSink() {
        boolean[] reaching = new boolean[leaving.size()];
        reaching[SINK] = true;
        Deque<Integer> open = new ArrayDeque<>(List.of(SINK));
        while (!open.isEmpty()) {
            for (int arc : leaving.get(open.poll())) {
                int from = ends.get(arc);
                if (capacities[arc ^ 1] > 0 && !reaching[from]) {
                    reaching[from] = true;
                    open.add(from);
                }
            }
        }
        return reaching;
    }
}
