package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Function;

/**
 * Gives loops methods of their own, innermost ones first, until every method has one loop nest. HotSpot compiles a
 * method as a whole: a small one with one loop is compiled well after a few calls, and the same loop among others of a
 * long method late, again and again, and worse.
 *
 * <p>What a loop needs becomes parameters, what is read of it afterwards its result; if that is more than one value, all
 * but one travel by the tape. A loop stays where it is if it would need too many of either, or if an exception thrown
 * inside is caught outside.
 */
public final class OutlineLoops {
    private final List<Function> outlined = new ArrayList<>();
    private final Set<Integer> settled = new HashSet<>();
    private Function host;

    private OutlineLoops(Function function) {
        host = CanonicalizeLoops.apply(function);
    }

    /** The function, which comes first, and the methods made of its loops, named after it. */
    public static List<Function> apply(Function function) {
        if (!hasSeveralLoops(function)) {
            return List.of(function);
        }
        OutlineLoops run = new OutlineLoops(function);
        while (run.outlineInnermost()) {
            // The loops around those that have just gone are innermost now.
        }
        List<Function> all = new ArrayList<>(List.of(run.host));
        all.addAll(run.outlined);
        return all.stream().map(SimplifyParameters::apply).map(DenseIds::apply).toList();
    }

    /** Reverse sweeps of loops with several exits have several entries, and are left alone. */
    private static boolean hasSeveralLoops(Function function) {
        try {
            return LoopTree.of(ControlFlow.of(function)).loops().size() > 1;
        } catch (IrreducibleException severalEntries) {
            return false;
        }
    }

    /** Outlines what has no loop inside; false if there is nothing left to do. */
    private boolean outlineInnermost() {
        LoopTree tree = LoopTree.of(ControlFlow.of(host));
        if (tree.loops().size() < 2) {
            return false;
        }
        Set<Loop> parents = new HashSet<>();
        tree.loops().forEach(loop -> parents.add(loop.parent()));
        List<Loop> innermost = tree.loops().stream()
                .filter(loop -> !parents.contains(loop) && settled.add(loop.header()))
                .toList();
        Draft draft = new Draft(host);
        ValueSources sources = new ValueSources(draft);
        for (Loop loop : innermost) {
            OutlinedLoop outline = new OutlinedLoop(draft, sources, loop);
            if (outline.isPossible()) {
                outlined.add(outline.perform(host.name().name() + "$$loop" + outlined.size()));
            }
        }
        // A way out of several loops now leads through a block that reads values of the outer ones.
        host = CanonicalizeLoops.apply(draft.finish());
        return !innermost.isEmpty();
    }
}
