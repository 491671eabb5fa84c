package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Writes out loops that run a few times, always as often: {@code for (int i = 0; i < 3; i++)} over the coordinates of a
 * point. Nothing is kept per iteration then, and arrays of fixed length fall apart into numbers ({@link ReplaceArrays}).
 * Inner loops come first.
 */
public final class UnrollLoops {
    /** A loop is written out if that makes at most this many instructions and block ends. */
    private static final int SIZE = 300;

    private static final int MOST_TRIPS = 8;

    /** Functions of this many instructions and block ends grow no further. */
    private static final int LIMIT = 1200;

    private UnrollLoops() {}

    /** The function itself if nothing can be unrolled, irreducible functions among them. */
    public static Function apply(Function function) {
        Function result = function;
        Optional<Function> unrolled = unrollOne(result);
        while (unrolled.isPresent()) {
            result = SimplifyParameters.apply(FoldConstants.apply(SimplifyParameters.apply(unrolled.get())));
            unrolled = size(result.blocks()) < LIMIT ? unrollOne(result) : Optional.empty();
        }
        return result;
    }

    private static Optional<Function> unrollOne(Function function) {
        try {
            if (find(function).isEmpty()) {
                return Optional.empty();
            }
            // The loop found in canonical form may be another one; what counts is that there is one.
            Function canonical = CanonicalizeLoops.apply(function);
            return find(canonical).map(found -> unroll(canonical, found));
        } catch (IrreducibleException irreducible) {
            return Optional.empty();
        }
    }

    private record Found(Loop loop, int trips) {}

    private static Optional<Found> find(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        LoopTree tree = LoopTree.of(flow);
        Inductions inductions = new Inductions(flow, tree);
        List<Loop> innermostFirst = new ArrayList<>(tree.loops());
        Collections.reverse(innermostFirst);
        for (Loop loop : innermostFirst) {
            boolean isInnermost = tree.loops().stream().noneMatch(other -> other.parent() == loop);
            OptionalInt trips = isInnermost ? inductions.trips(loop, MOST_TRIPS) : OptionalInt.empty();
            if (trips.isPresent() && (trips.getAsInt() + 1) * size(blocks(flow, loop)) <= SIZE) {
                return Optional.of(new Found(loop, trips.getAsInt()));
            }
        }
        return Optional.empty();
    }

    private static List<Block> blocks(ControlFlow flow, Loop loop) {
        return loop.blocks().stream().map(flow::block).toList();
    }

    private static int size(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> block.instructions().size() + 1)
                .sum();
    }

    /**
     * Puts copies of the loop before it, one per iteration and one in which the condition fails; the loop itself is then
     * never reached, which folding the conditions of the copies will show.
     */
    private static Function unroll(Function canonical, Found found) {
        ControlFlow flow = ControlFlow.of(canonical);
        Draft draft = new Draft(canonical);
        Loop loop = found.loop();
        List<Block> body = blocks(flow, loop);
        int next = loop.header();
        for (int copy = found.trips(); copy >= 0; copy--) {
            next = LoopCopy.before(draft, loop, body, next);
        }
        int first = next;
        for (int source : flow.predecessors(loop.header())) {
            if (!loop.contains(source)) {
                draft.block(source)
                        .replaceTargets(target ->
                                target.block() == loop.header() ? new Target(first, target.arguments()) : target);
            }
        }
        return draft.finish();
    }

    /** One iteration, copied. */
    private static final class LoopCopy {
        private final Map<Integer, Integer> ids = new HashMap<>();
        private final Renaming renaming = new Renaming();

        /** Copies the blocks of a loop; edges back to its header lead to {@code next} instead. Gives the new header. */
        static int before(Draft draft, Loop loop, List<Block> body, int next) {
            LoopCopy copy = new LoopCopy();
            body.forEach(block -> copy.ids.put(block.id(), draft.newBlockId()));
            for (Block block : body) {
                copy.rename(draft, block);
            }
            for (Block block : body) {
                copy.add(draft, loop, block, next);
            }
            return copy.ids.get(loop.header());
        }

        private void rename(Draft draft, Block block) {
            block.parameters().forEach(value -> renaming.put(value, draft.newValue(value.type())));
            block.instructions().stream()
                    .map(instruction -> instruction.result())
                    .filter(result -> result != null)
                    .forEach(result -> renaming.put(result, draft.newValue(result.type())));
        }

        private void add(Draft draft, Loop loop, Block block, int next) {
            DraftBlock added = draft.add(ids.get(block.id()), List.of(), block.terminator());
            added.parameters = new ArrayList<>(renaming.of(block.parameters()));
            added.handlers = new ArrayList<>(block.handlers());
            block.instructions().forEach(instruction -> added.instructions.add(withNewResult(instruction)));
            renaming.apply(added);
            added.replaceTargets(target -> redirect(target, loop, next));
            added.replaceHandlerTargets(target -> redirect(target, loop, next));
        }

        private Instruction withNewResult(Instruction instruction) {
            Value result = instruction.result() == null ? null : renaming.of(instruction.result());
            return new Instruction(result, instruction.op(), instruction.operands(), instruction.line());
        }

        private Target redirect(Target target, Loop loop, int next) {
            if (target.block() == loop.header()) {
                return new Target(next, target.arguments());
            }
            return new Target(ids.getOrDefault(target.block(), target.block()), target.arguments());
        }
    }
}
