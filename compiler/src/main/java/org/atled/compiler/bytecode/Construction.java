package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.atled.compiler.bytecode.ControlFlow.Catch;
import org.atled.compiler.bytecode.ControlFlow.Segment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Static single assignment form of a method, by running each reachable segment once on a frame of values. Where edges
 * join, every operand and every live local variable becomes a block parameter, needed or not; reference types of these
 * are provisional. A block has the index of its segment for id, the entry the index after all segments.
 */
final class Construction {
    private record Pending(int segment, Frame frame) {}

    private final ControlFlow flow;
    private final BitSet[] live;
    private final Block[] blocks;
    private final List<List<Value>> parameters;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int values;

    private Construction(ControlFlow flow) {
        this.flow = flow;
        this.live = Liveness.of(flow);
        this.blocks = new Block[live.length];
        this.parameters = new ArrayList<>();
        for (int i = 0; i < live.length; i++) {
            parameters.add(null);
        }
    }

    /** All reachable blocks, the entry first, then in the order of the bytecode. Value ids count up from 0. */
    static List<Block> of(ControlFlow flow, List<Type> parameterTypes, int locals) {
        Construction construction = new Construction(flow);
        Block entry = construction.entry(parameterTypes, locals);
        while (!construction.pending.isEmpty()) {
            construction.run(construction.pending.pop());
        }
        List<Block> result = new ArrayList<>(List.of(entry));
        Arrays.stream(construction.blocks).filter(Objects::nonNull).forEach(result::add);
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
        int line = flow.code().size() == 0 ? 0 : flow.code().line(0);
        return new Block(live.length, received, List.of(), new Terminator.Jump(edge(0, frame), line));
    }

    private Value fresh(Type type) {
        return new Value(values++, type);
    }

    private void run(Pending next) {
        Segment segment = flow.segments().get(next.segment);
        Frame frame = next.frame;
        List<Handler> handlers = new ArrayList<>();
        segment.catches().forEach(caught -> handlers.add(handler(caught, frame)));
        Translation translation = new Translation(frame, this::fresh);
        int last = segment.end() - 1;
        AbstractInsnNode lastNode = flow.code().at(last);
        boolean jumps = Terminators.isTerminator(lastNode);
        for (int at = segment.start(); at < (jumps ? last : segment.end()); at++) {
            translation.apply(flow.code().at(at), flow.code().line(at));
        }
        List<Value> operands = jumps ? frame.pop(Terminators.arity(lastNode)) : List.of();
        List<Target> targets = new ArrayList<>();
        flow.successors(next.segment).forEach(to -> targets.add(edge(to, frame)));
        Terminator terminator = Terminators.of(lastNode, operands, targets, flow.code().line(last));
        blocks[next.segment] = new Block(
                next.segment, parameters.get(next.segment), translation.instructions(), terminator, handlers);
    }

    private Target edge(int to, Frame frame) {
        if (to == live.length) {
            throw new IllegalArgumentException("control runs past the end of the code");
        }
        if (parameters.get(to) == null) {
            boolean join = flow.isJoin(to);
            Frame start = join ? frame.renewed(live[to], this::fresh) : frame.copy();
            enter(to, start, join ? start.values(live[to]) : List.of());
        }
        return new Target(to, flow.isJoin(to) ? frame.values(live[to]) : List.of());
    }

    private Handler handler(Catch caught, Frame frame) {
        int to = caught.handler();
        boolean join = flow.isJoin(to);
        if (parameters.get(to) == null) {
            Value exception = fresh(caught.type() == null ? Type.THROWABLE : caught.type());
            Frame start = frame.caught(exception);
            if (join) {
                start = start.renewed(live[to], this::fresh);
            }
            enter(to, start, join ? start.values(live[to]) : List.of(exception));
        }
        return new Handler(caught.type(), new Target(to, join ? frame.locals(live[to]) : List.of()));
    }

    private void enter(int to, Frame start, List<Value> received) {
        parameters.set(to, received);
        pending.push(new Pending(to, start));
    }
}
