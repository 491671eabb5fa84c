package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.atled.compiler.bytecode.Segments.Catch;
import org.atled.compiler.bytecode.Segments.Segment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Static single assignment form of a method, by running each reachable segment once on a frame of values. Where edges
 * join, operands and live local variables become block parameters, except those that are already seen to be the same
 * on every edge; in loops some parameters are made that turn out not to be needed. Reference types of parameters are
 * provisional. A block has the index of its segment for id, the entry the index after all segments.
 */
final class Construction {
    private final Segments flow;
    private final BitSet[] live;
    private final Block[] blocks;
    /** The frame that reached a segment first. */
    private final Frame[] frames;
    /** What each edge so far brings to a segment, until the segment is run. */
    private final List<List<List<Value>>> arrived = new ArrayList<>();
    /** Positions, among the values an edge brings, of those that are parameters. */
    private final BitSet[] kept;

    private final BitSet handlers = new BitSet();
    private int values;

    private Construction(Segments flow) {
        this.flow = flow;
        live = Liveness.of(flow);
        blocks = new Block[live.length];
        frames = new Frame[live.length];
        kept = new BitSet[live.length];
        for (int i = 0; i < live.length; i++) {
            arrived.add(new ArrayList<>(2));
        }
    }

    /** All reachable blocks, the entry first, then in the order of the bytecode. Value ids count up from 0. */
    static List<Block> of(Segments flow, List<Type> parameterTypes, int locals) {
        Construction construction = new Construction(flow);
        Block entry = construction.entry(parameterTypes, locals);
        flow.order().forEach(construction::run);
        List<Block> result = new ArrayList<>(List.of(entry));
        Arrays.stream(construction.blocks).filter(Objects::nonNull).forEach(result::add);
        Rewriting selection = new Selection(construction.kept);
        result.replaceAll(block -> selection.block(block, block.id(), block.parameters()));
        return result;
    }

    private Block entry(List<Type> types, int locals) {
        Frame frame = new Frame(locals);
        List<Value> received = new ArrayList<>();
        int slot = 0;
        for (Type type : types) {
            Value value = fresh(type.onStack());
            received.add(value);
            frame.store(slot, value);
            slot += type.slots();
        }
        return new Block(
                live.length,
                received,
                List.of(),
                new Terminator.Jump(edge(0, frame), flow.code().line(0)));
    }

    private Value fresh(Type type) {
        return new Value(values++, type);
    }

    private void run(int index) {
        Segment segment = flow.segments().get(index);
        List<Value> parameters = new ArrayList<>();
        Frame frame = start(index, parameters);
        List<Handler> caught =
                segment.catches().stream().map(each -> handler(each, frame)).toList();
        Translation translation = new Translation(frame, this::fresh);
        int last = segment.end() - 1;
        AbstractInsnNode lastNode = flow.code().at(last);
        boolean jumps = Terminators.isTerminator(lastNode);
        for (int at = segment.start(); at < (jumps ? last : segment.end()); at++) {
            translation.apply(flow.code().at(at), flow.code().line(at));
        }
        List<Value> operands = jumps ? frame.pop(Terminators.arity(lastNode)) : List.of();
        List<Target> targets =
                flow.successors(index).stream().map(to -> edge(to, frame)).toList();
        Terminator terminator =
                Terminators.of(lastNode, operands, targets, flow.code().line(last));
        blocks[index] = new Block(index, parameters, translation.instructions(), terminator, caught);
    }

    /** The frame a segment begins with; adds the values in it that are the block's own parameters. */
    private Frame start(int index, List<Value> parameters) {
        List<List<Value>> edges = arrived.set(index, null);
        if (continues(index)) {
            return frames[index];
        }
        boolean complete = edges.size() == flow.incoming(index);
        List<Value> first = edges.get(0);
        List<Value> received = new ArrayList<>();
        kept[index] = new BitSet();
        for (int i = 0; i < first.size(); i++) {
            Value value = first.get(i);
            if (i == 0 && handlers.get(index) || !complete || differs(edges, i)) {
                value = fresh(value.type());
                parameters.add(value);
                kept[index].set(i);
            }
            received.add(value);
        }
        Frame frame = frames[index].with(received, live[index]);
        frames[index] = null;
        return frame;
    }

    /** Whether a segment just goes on with the frame of the only one before it. */
    private boolean continues(int index) {
        return flow.incoming(index) == 1 && !handlers.get(index);
    }

    private static boolean differs(List<List<Value>> edges, int index) {
        Value first = edges.get(0).get(index);
        for (List<Value> edge : edges) {
            if (edge.get(index) != first) {
                return true;
            }
        }
        return false;
    }

    private Target edge(int to, Frame frame) {
        if (to == live.length) {
            throw new IllegalArgumentException("control runs past the end of the code");
        }
        if (frames[to] == null && arrived.get(to) != null) {
            frames[to] = frame.copy();
        }
        if (continues(to)) {
            return new Target(to, List.of());
        }
        List<Value> brought = frame.values(live[to]);
        if (arrived.get(to) != null) {
            arrived.get(to).add(brought);
        }
        return new Target(to, brought);
    }

    private Handler handler(Catch caught, Frame frame) {
        int to = caught.handler();
        handlers.set(to);
        Value exception = fresh(caught.type() == null ? Type.THROWABLE : caught.type());
        List<Value> brought = edge(to, frame.caught(exception)).arguments();
        return new Handler(caught.type(), new Target(to, brought.subList(1, brought.size())));
    }

    /** Leaves on each edge the arguments for parameters that were made. */
    private record Selection(BitSet[] kept) implements Rewriting {
        @Override
        public Value value(Value old) {
            return old;
        }

        @Override
        public Target edge(Target old, int first) {
            List<Value> arguments = new ArrayList<>();
            for (int i = 0; i < old.arguments().size(); i++) {
                if (kept[old.block()].get(i + first)) {
                    arguments.add(old.arguments().get(i));
                }
            }
            return new Target(old.block(), arguments);
        }
    }
}
