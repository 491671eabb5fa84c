package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * The control-flow graph over a list of blocks, each named by its position in the list. Exceptional edges count as
 * edges.
 */
final class Graph {
    /**
     * A way into a block.
     *
     * @param source position of the block it leaves
     * @param arguments values for the target's parameters, from number {@code offset} on
     * @param offset 1 for an exceptional edge, whose target's first parameter is the exception, else 0
     */
    record Edge(int source, List<Value> arguments, int offset) {
        boolean isExceptional() {
            return offset == 1;
        }
    }

    private final List<Block> blocks;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<List<Edge>> incoming = new ArrayList<>();
    private final BitSet handlers = new BitSet();
    private final int[][] successors;

    Graph(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            positions.put(block.id(), positions.size());
            incoming.add(new ArrayList<>());
        }
        successors = new int[blocks.size()][];
        for (int source = 0; source < blocks.size(); source++) {
            successors[source] = connect(source);
        }
    }

    /** Exceptional successors come first: an order in which the last successor is the likeliest neighbour. */
    private int[] connect(int source) {
        List<Integer> reached = new ArrayList<>();
        for (Handler handler : blocks.get(source).handlers()) {
            reached.add(connect(source, handler.target(), 1));
        }
        List<Target> targets = blocks.get(source).terminator().targets();
        for (Target target : targets) {
            reached.add(connect(source, target, 0));
        }
        return reached.stream().mapToInt(Integer::intValue).toArray();
    }

    private int connect(int source, Target target, int offset) {
        int position = position(target.block());
        incoming.get(position).add(new Edge(source, target.arguments(), offset));
        handlers.set(position, offset == 1 || handlers.get(position));
        return position;
    }

    int size() {
        return blocks.size();
    }

    Block block(int position) {
        return blocks.get(position);
    }

    int position(int blockId) {
        return positions.get(blockId);
    }

    List<Edge> incoming(int position) {
        return incoming.get(position);
    }

    int[] successors(int position) {
        return Arrays.copyOf(successors[position], successors[position].length);
    }

    boolean isHandler(int position) {
        return handlers.get(position);
    }

    /** One more than the largest value id, for tables indexed by value. */
    int valueLimit() {
        return FreshIds.of(blocks).valueLimit();
    }
}
