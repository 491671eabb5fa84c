package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Gives every natural loop the shape that transforms of loops rely on:
 *
 * <ul>
 *   <li>two edges lead to the header: one from a preheader, which is in the loop around and always jumps there, and
 *       one from a latch; no handler is a header;
 *   <li>exits are dedicated: an edge out of a loop leads to a block with no other predecessor, an exceptional one to a
 *       block whose predecessors all have the same innermost loop;
 *   <li>the function is loop-closed: what a loop defines is read outside of it only as a parameter of an exit's block,
 *       or of a block where such parameters meet.
 * </ul>
 *
 * {@link SimplifyParameters} undoes all this.
 */
public final class CanonicalizeLoops {
    private final Draft draft;
    private final Map<Loop, Map<Integer, Integer>> landings = new HashMap<>();
    private ControlFlow flow;
    private LoopTree loops;

    private CanonicalizeLoops(Function function) {
        draft = new Draft(function);
        BlockMerging.dropUnreachable(draft);
    }

    /**
     * @throws org.atled.compiler.analysis.IrreducibleException if a cycle of the function is no natural loop
     */
    public static Function apply(Function function) {
        CanonicalizeLoops run = new CanonicalizeLoops(function);
        run.simplifyHeaders();
        run.analyze();
        run.flow.reversePostorder().forEach(run::dedicateExits);
        run.analyze();
        LoopClosing.close(run.draft, run.flow, run.loops);
        return run.draft.finish();
    }

    private void simplifyHeaders() {
        forEachLoop(this::catchOutsideHeader);
        forEachLoop(this::enterOnce);
    }

    private void analyze() {
        flow = ControlFlow.of(draft.finish());
        loops = LoopTree.of(flow);
    }

    private void forEachLoop(Consumer<Loop> step) {
        analyze();
        loops.loops().forEach(step);
    }

    /** Puts a block of its own between a header and handlers that lead to it, in and around the loop. */
    private void catchOutsideHeader(Loop loop) {
        DraftBlock header = draft.block(loop.header());
        Map<Boolean, Integer> landings = new HashMap<>();
        for (int from : flow.exceptionalPredecessors(header.id)) {
            int landing = landings.computeIfAbsent(loop.contains(from), inside -> forward(header, header.line()));
            draft.block(from).replaceHandlerTargets(redirect(header.id, landing));
        }
    }

    /** A new block that passes its parameters on to the same parameters of another block. */
    private int forward(DraftBlock to, int line) {
        List<Value> parameters = draft.newValuesLike(to.parameters);
        int id = draft.newBlockId();
        draft.add(id, parameters, new Terminator.Jump(new Target(to.id, parameters), line));
        return id;
    }

    private static UnaryOperator<Target> redirect(int from, int to) {
        return target -> target.block() == from ? new Target(to, target.arguments()) : target;
    }

    /** Leaves the header one edge from outside, out of a block that only goes there, and one from inside. */
    private void enterOnce(Loop loop) {
        List<Integer> outside = flow.predecessors(loop.header()).stream()
                .filter(from -> !loop.contains(from))
                .toList();
        if (edges(outside, loop.header()) != 1 || !isPreheader(outside.get(0), loop)) {
            join(outside, draft.block(loop.header()));
        }
        if (edges(loop.latches(), loop.header()) != 1) {
            join(loop.latches(), draft.block(loop.header()));
        }
    }

    /** Whether a block that leads to a loop runs once for each time the loop is entered. */
    private boolean isPreheader(int block, Loop loop) {
        // A block of another loop, which only an exception keeps there, may run more often.
        return flow.block(block).terminator() instanceof Terminator.Jump && loops.innermost(block) == loop.parent();
    }

    private long edges(List<Integer> from, int to) {
        return from.stream()
                .flatMap(id -> flow.block(id).terminator().targets().stream())
                .filter(target -> target.block() == to)
                .count();
    }

    private void join(List<Integer> from, DraftBlock to) {
        int line = draft.block(from.get(0)).terminator.line();
        int joint = forward(to, line);
        from.forEach(id -> draft.block(id).replaceTargets(redirect(to.id, joint)));
    }

    private void dedicateExits(Block block) {
        Loop loop = loops.innermost(block.id());
        if (loop == null) {
            return;
        }
        DraftBlock from = draft.block(block.id());
        from.replaceTargets(target -> loop.contains(target.block()) || hasOneEdge(target.block())
                ? target
                : new Target(split(target, from.terminator.line()), List.of()));
        from.replaceHandlerTargets(target -> loop.contains(target.block()) || isOnlyReachedFrom(loop, target.block())
                ? target
                : new Target(landing(loop, target.block()), target.arguments()));
    }

    private boolean hasOneEdge(int block) {
        return flow.exceptionalPredecessors(block).isEmpty() && edges(flow.predecessors(block), block) == 1;
    }

    private boolean isOnlyReachedFrom(Loop loop, int block) {
        return flow.allPredecessors(block).stream().allMatch(from -> loops.innermost(from) == loop);
    }

    private int split(Target target, int line) {
        int id = draft.newBlockId();
        draft.add(id, List.of(), new Terminator.Jump(target, line));
        return id;
    }

    /** The block in which exceptions of this loop land on their way to a handler. */
    private int landing(Loop loop, int handler) {
        return landings.computeIfAbsent(loop, key -> new HashMap<>())
                .computeIfAbsent(
                        handler,
                        key -> forward(
                                draft.block(handler), draft.block(handler).line()));
    }
}
