package org.atled.compiler.bytecode;

import java.util.List;
import java.util.stream.IntStream;
import org.atled.compiler.graph.Postorder;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Terminator;

/**
 * The order of blocks in the code: reverse postorder in which every loop is contiguous. A depth-first search that
 * enters a loop first finishes everything outside that the loop leads to, so that it comes after the whole loop.
 */
final class BlockOrder {
    private final Graph graph;
    private final Loops loops;

    private BlockOrder(Graph graph) {
        this.graph = graph;
        loops = new Loops(graph);
    }

    static List<Block> of(Function function) {
        Graph graph = new Graph(function.blocks());
        BlockOrder order = new BlockOrder(graph);
        return Postorder.reversed(0, order::visitOrder).stream()
                .map(graph::block)
                .toList();
    }

    /** What is visited last is laid out next: the fall-through of a branch, the first case of a switch. */
    private int[] visitOrder(int position) {
        int[] successors = graph.successors(position);
        IntStream last = IntStream.of(successors);
        if (graph.block(position).terminator() instanceof Terminator.Switch) {
            last = IntStream.range(0, successors.length).map(i -> successors[successors.length - 1 - i]);
        }
        return IntStream.concat(loops.exits(position).stream().mapToInt(Integer::intValue), last)
                .toArray();
    }
}
