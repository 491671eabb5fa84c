package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Terminator;

/**
 * The order of blocks in the code: reverse postorder in which every loop is contiguous. A depth-first search that
 * enters a loop first finishes everything outside that the loop leads to, so that it comes after the whole loop.
 */
final class Layout {
    private final Graph graph;
    private final Loops loops;
    private final BitSet entered = new BitSet();
    private final List<Block> finished = new ArrayList<>();

    private Layout(Graph graph) {
        this.graph = graph;
        loops = new Loops(graph);
    }

    static List<Block> of(Function function) {
        Layout layout = new Layout(new Graph(function.blocks()));
        layout.search();
        Collections.reverse(layout.finished);
        return layout.finished;
    }

    private void search() {
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Deque<Integer>> remaining = new ArrayDeque<>();
        entered.set(0);
        path.push(0);
        remaining.push(visitOrder(0));
        while (!path.isEmpty()) {
            Integer next = remaining.peek().poll();
            if (next == null) {
                finished.add(graph.block(path.pop()));
                remaining.pop();
            } else if (!entered.get(next)) {
                entered.set(next);
                path.push(next);
                remaining.push(visitOrder(next));
            }
        }
    }

    /** What is visited last is laid out next: the fall-through of a branch, the first case of a switch. */
    private Deque<Integer> visitOrder(int position) {
        Deque<Integer> order = new ArrayDeque<>(loops.exits(position));
        int[] successors = graph.successors(position);
        if (graph.block(position).terminator() instanceof Terminator.Switch) {
            for (int i = successors.length - 1; i >= 0; i--) {
                order.add(successors[i]);
            }
        } else {
            for (int successor : successors) {
                order.add(successor);
            }
        }
        return order;
    }
}
