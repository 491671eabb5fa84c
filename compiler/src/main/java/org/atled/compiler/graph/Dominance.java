package org.atled.compiler.graph;

import java.util.Arrays;

/**
 * Which nodes of a graph lie on every path from node 0 to another: the iterative algorithm of Cooper, Harvey and
 * Kennedy (A Simple, Fast Dominance Algorithm, 2001), then the tree numbered so that a query is two comparisons.
 */
public final class Dominance {
    private static final int NONE = -1;

    private final int[][] successors;
    private final int[] order;
    private final int[] rank;
    private final int[] parent;
    private final int[] enter;
    private final int[] leave;

    /** {@code successors[v]} are the nodes an edge leads to from {@code v}. */
    public Dominance(int[][] successors) {
        this.successors = successors;
        order = Postorder.reversed(0, node -> successors[node]).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        rank = new int[successors.length];
        Arrays.fill(rank, NONE);
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        parent = new int[successors.length];
        computeParents();
        enter = new int[successors.length];
        leave = new int[successors.length];
        numberTree();
    }

    public boolean isReachable(int node) {
        return rank[node] != NONE;
    }

    /** Whether every path from node 0 to {@code below} goes through {@code above}; every node dominates itself. */
    public boolean dominates(int above, int below) {
        return isReachable(above) && enter[above] <= enter[below] && leave[below] <= leave[above];
    }

    /** The node nearest to a reachable one among the others on every path to it; for node 0 itself. */
    public int parent(int node) {
        return parent[node];
    }

    private void computeParents() {
        int[][] predecessors = predecessors();
        Arrays.fill(parent, NONE);
        parent[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < order.length; i++) {
                int node = order[i];
                int closest = NONE;
                for (int predecessor : predecessors[node]) {
                    if (parent[predecessor] != NONE) {
                        closest = closest == NONE ? predecessor : meet(closest, predecessor);
                    }
                }
                changed |= parent[node] != closest;
                parent[node] = closest;
            }
        }
    }

    private int[][] predecessors() {
        int[] count = new int[successors.length];
        for (int[] edges : successors) {
            for (int successor : edges) {
                count[successor]++;
            }
        }
        int[][] predecessors = new int[successors.length][];
        Arrays.setAll(predecessors, node -> new int[count[node]]);
        for (int node = 0; node < successors.length; node++) {
            for (int successor : successors[node]) {
                predecessors[successor][--count[successor]] = node;
            }
        }
        return predecessors;
    }

    private int meet(int a, int b) {
        while (a != b) {
            while (rank[a] > rank[b]) {
                a = parent[a];
            }
            while (rank[b] > rank[a]) {
                b = parent[b];
            }
        }
        return a;
    }

    private void numberTree() {
        int[] size = new int[successors.length];
        for (int i = order.length - 1; i > 0; i--) {
            int node = order[i];
            size[node]++;
            size[parent[node]] += size[node];
        }
        int[] next = new int[successors.length];
        next[0] = 1;
        leave[0] = order.length;
        for (int i = 1; i < order.length; i++) {
            int node = order[i];
            enter[node] = next[parent[node]];
            next[parent[node]] += size[node];
            leave[node] = enter[node] + size[node];
            next[node] = enter[node] + 1;
        }
    }
}
