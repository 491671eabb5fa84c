package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.graph.Postorder;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * The edges of a function in both directions, and where each value is defined and read. Only blocks that the entry
 * reaches count: unreachable ones are neither predecessors nor definitions nor uses. Lists of blocks hold each block
 * once, in the order of the edges. Immutable.
 */
public final class ControlFlow {
    private static final class Node {
        final Block block;
        final Set<Integer> successors = new LinkedHashSet<>();
        final Set<Integer> exceptionalSuccessors = new LinkedHashSet<>();
        final Set<Integer> predecessors = new LinkedHashSet<>();
        final Set<Integer> exceptionalPredecessors = new LinkedHashSet<>();
        int position = -1;

        Node(Block block) {
            this.block = block;
            block.terminator().targets().forEach(target -> successors.add(target.block()));
            block.handlers()
                    .forEach(handler ->
                            exceptionalSuccessors.add(handler.target().block()));
        }
    }

    private final Function function;
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final List<Block> reversePostorder;
    private final Map<Value, Block> definitions = new HashMap<>();
    private final Map<Value, List<Use>> uses = new HashMap<>();

    private ControlFlow(Function function) {
        this.function = function;
        function.blocks().forEach(block -> nodes.put(block.id(), new Node(block)));
        reversePostorder = List.copyOf(sort());
        for (Block block : reversePostorder) {
            linkPredecessors(block.id());
            recordValues(block);
        }
    }

    /** @throws IllegalArgumentException if an edge leads to a block that does not exist */
    public static ControlFlow of(Function function) {
        return new ControlFlow(function);
    }

    private List<Block> sort() {
        List<Block> blocks = new ArrayList<>();
        for (int id : Postorder.reversed(function.entry().id(), this::edges)) {
            Node node = node(id);
            node.position = blocks.size();
            blocks.add(node.block);
        }
        return blocks;
    }

    private int[] edges(int id) {
        return allSuccessors(id).stream().mapToInt(Integer::intValue).toArray();
    }

    private void linkPredecessors(int id) {
        Node node = node(id);
        node.successors.forEach(to -> node(to).predecessors.add(id));
        node.exceptionalSuccessors.forEach(
                to -> node(to).exceptionalPredecessors.add(id));
    }

    private void recordValues(Block block) {
        block.parameters().forEach(parameter -> definitions.put(parameter, block));
        for (Handler handler : block.handlers()) {
            recordUses(handler.target().arguments(), block.id(), Use.HANDLER);
        }
        for (int i = 0; i < block.instructions().size(); i++) {
            recordUses(block.instructions().get(i).operands(), block.id(), i);
            if (block.instructions().get(i).result() != null) {
                definitions.put(block.instructions().get(i).result(), block);
            }
        }
        int end = block.instructions().size();
        recordUses(block.terminator().operands(), block.id(), end);
        for (Target target : block.terminator().targets()) {
            recordUses(target.arguments(), block.id(), end);
        }
    }

    private void recordUses(List<Value> values, int block, int position) {
        values.forEach(
                value -> uses.computeIfAbsent(value, key -> new ArrayList<>()).add(new Use(block, position)));
    }

    private Node node(int id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("No block " + id + " in " + function.name());
        }
        return node;
    }

    public Function function() {
        return function;
    }

    public Block block(int id) {
        return node(id).block;
    }

    /** The reachable blocks, each after its dominators. */
    public List<Block> reversePostorder() {
        return reversePostorder;
    }

    /** Index of a reachable block in {@link #reversePostorder()}, −1 for an unreachable one. */
    public int position(int id) {
        return node(id).position;
    }

    /** Blocks the terminator leads to. */
    public List<Integer> successors(int id) {
        return List.copyOf(node(id).successors);
    }

    /** Blocks the handlers lead to. */
    public List<Integer> exceptionalSuccessors(int id) {
        return List.copyOf(node(id).exceptionalSuccessors);
    }

    /** Blocks whose terminator leads here. */
    public List<Integer> predecessors(int id) {
        return List.copyOf(node(id).predecessors);
    }

    /** The block from which a loop is entered that has been given just one. */
    public int preheader(Loop loop) {
        return predecessors(loop.header()).stream()
                .filter(block -> !loop.contains(block))
                .findFirst()
                .orElseThrow();
    }

    /** Blocks that have a handler here. */
    public List<Integer> exceptionalPredecessors(int id) {
        return List.copyOf(node(id).exceptionalPredecessors);
    }

    /** Blocks that an edge of either kind leads to. */
    public List<Integer> allSuccessors(int id) {
        return union(node(id).successors, node(id).exceptionalSuccessors);
    }

    /** Blocks from which an edge of either kind leads here. */
    public List<Integer> allPredecessors(int id) {
        return union(node(id).predecessors, node(id).exceptionalPredecessors);
    }

    /** The block that defines this value, by an instruction or as a parameter; {@code null} if none does. */
    public Block definition(Value value) {
        return definitions.get(value);
    }

    /** All values of the reachable blocks. */
    public Set<Value> values() {
        return Set.copyOf(definitions.keySet());
    }

    /** Every place that reads this value, block by block in reverse postorder; one entry per operand. */
    public List<Use> uses(Value value) {
        return List.copyOf(uses.getOrDefault(value, List.of()));
    }

    private static List<Integer> union(Collection<Integer> first, Collection<Integer> second) {
        Set<Integer> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return List.copyOf(union);
    }
}
