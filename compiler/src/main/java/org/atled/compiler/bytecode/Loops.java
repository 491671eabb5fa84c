package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The natural loops of a graph: how deeply each block is nested, and where control leaves each loop. Of an
 * irreducible loop only a part may be found; layout and weights are then worse, not wrong.
 */
final class Loops {
    private final Graph graph;
    private final int[] depth;
    private final Map<Integer, BitSet> bodies = new TreeMap<>();

    Loops(Graph graph) {
        this.graph = graph;
        depth = new int[graph.size()];
        findBackEdges();
        bodies.values().forEach(body -> body.stream().forEach(member -> depth[member]++));
    }

    private void findBackEdges() {
        BitSet entered = new BitSet();
        BitSet active = new BitSet();
        Deque<Integer> path = new ArrayDeque<>();
        int[] next = new int[graph.size()];
        path.push(0);
        entered.set(0);
        active.set(0);
        while (!path.isEmpty()) {
            int at = path.peek();
            int[] successors = graph.successors(at);
            if (next[at] == successors.length) {
                active.clear(path.pop());
                continue;
            }
            int successor = successors[next[at]++];
            if (active.get(successor)) {
                addBody(successor, at);
            } else if (!entered.get(successor)) {
                entered.set(successor);
                active.set(successor);
                path.push(successor);
            }
        }
    }

    private void addBody(int header, int latch) {
        BitSet body = bodies.computeIfAbsent(header, absent -> new BitSet());
        body.set(header);
        Deque<Integer> pending = new ArrayDeque<>(List.of(latch));
        while (!pending.isEmpty()) {
            int member = pending.pop();
            if (!body.get(member)) {
                body.set(member);
                graph.incoming(member).forEach(edge -> pending.push(edge.source()));
            }
        }
    }

    int depth(int position) {
        return depth[position];
    }

    /** Blocks outside the loop that this block heads and reached straight from it; none if it heads no loop. */
    List<Integer> exits(int header) {
        List<Integer> exits = new ArrayList<>();
        BitSet body = bodies.getOrDefault(header, new BitSet());
        body.stream().forEach(member -> {
            for (int successor : graph.successors(member)) {
                if (!body.get(successor)) {
                    exits.add(successor);
                }
            }
        });
        return exits;
    }
}
