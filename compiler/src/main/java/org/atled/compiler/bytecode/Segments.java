package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.atled.compiler.graph.Postorder;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The basic blocks of a method's bytecode. Under exception handlers a block also ends after each change of a local
 * variable, so that all its instructions show a handler the same locals: those at the beginning of the block.
 */
final class Segments {
    /** Instructions {@code start} to {@code end - 1}. No catches if none of them can throw. */
    record Segment(int start, int end, List<Catch> catches) {}

    /** A handler, tried in order; {@code type} is {@code null} for every throwable. */
    record Catch(Type type, int handler) {}

    private final Code code;
    private final List<Segment> segments = new ArrayList<>();
    private final List<List<Integer>> successors = new ArrayList<>();
    private final int[] segmentAt;
    private final List<Integer> order;
    private final int[] incoming;

    Segments(Code code, MethodNode method) {
        this.code = code;
        BitSet starts = starts(method.tryCatchBlocks);
        segmentAt = new int[code.size() + 1];
        for (int start = 0; start < code.size(); ) {
            int end = Math.min(next(starts, start + 1), code.size());
            Arrays.fill(segmentAt, start, end, segments.size());
            segments.add(new Segment(start, end, new ArrayList<>()));
            start = end;
        }
        segmentAt[code.size()] = segments.size();
        method.tryCatchBlocks.forEach(this::addCatches);
        for (Segment segment : segments) {
            List<Integer> next = new ArrayList<>();
            code.successors(segment.end - 1).forEach(position -> next.add(segmentAt[position]));
            successors.add(next);
        }
        order = Postorder.reversed(0, this::edges);
        incoming = new int[segments.size() + 1];
        incoming[0] = 1;
        for (int segment : order) {
            successors.get(segment).forEach(to -> incoming[to]++);
            segments.get(segment).catches.forEach(caught -> incoming[caught.handler]++);
        }
    }

    /** Handlers first. What lies past the end of the code is no segment. */
    private int[] edges(int from) {
        return IntStream.concat(
                        segments.get(from).catches.stream().mapToInt(Catch::handler),
                        successors.get(from).stream().mapToInt(Integer::intValue))
                .filter(to -> to < segments.size())
                .toArray();
    }

    private static int next(BitSet starts, int from) {
        int next = starts.nextSetBit(from);
        return next < 0 ? Integer.MAX_VALUE : next;
    }

    private BitSet starts(List<TryCatchBlockNode> handlers) {
        BitSet starts = new BitSet();
        int[] depth = new int[code.size() + 1];
        for (TryCatchBlockNode handler : handlers) {
            int start = code.position(handler.start);
            int end = code.position(handler.end);
            starts.set(start);
            starts.set(end);
            starts.set(code.position(handler.handler));
            depth[start]++;
            depth[end]--;
        }
        for (int at = 0, covering = 0; at < code.size(); at++) {
            covering += depth[at];
            if (Terminators.isTerminator(code.at(at))) {
                code.successors(at).forEach(starts::set);
                starts.set(at + 1);
            } else if (covering > 0 && Code.isStore(code.at(at))) {
                starts.set(at + 1);
            }
        }
        return starts;
    }

    private void addCatches(TryCatchBlockNode node) {
        Type type = node.type == null ? null : Type.object(node.type);
        int end = code.position(node.end);
        for (int at = code.position(node.start); at < end; at = segments.get(segmentAt[at]).end) {
            Segment segment = segments.get(segmentAt[at]);
            boolean shadowed =
                    segment.catches.stream().anyMatch(earlier -> earlier.type == null || earlier.type.equals(type));
            if (!shadowed && mayThrow(segment)) {
                segment.catches.add(new Catch(type, segmentAt[code.position(node.handler)]));
            }
        }
    }

    private boolean mayThrow(Segment segment) {
        for (int at = segment.start; at < segment.end; at++) {
            if (Code.mayThrow(code.at(at))) {
                return true;
            }
        }
        return false;
    }

    Code code() {
        return code;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Segments that follow, other than handlers, in the order of {@link Code#successors}. */
    List<Integer> successors(int segment) {
        return successors.get(segment);
    }

    /** Segments that control can reach, each after all that lead to it other than by going back. */
    List<Integer> order() {
        return order;
    }

    /** How many edges lead to a segment, that from the method's entry included. */
    int incoming(int segment) {
        return incoming[segment];
    }
}
