package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Terminator;

/** One function cut into regions, once: a method for each of them, and a call in its place. */
final class MethodSplit {
    /** Regions end between blocks, so blocks are a fraction of them. */
    private static final int BLOCKS = 16;

    private static final int WORTHWHILE = 8;

    private final Draft draft;
    private final int firstNumber;
    private List<SplitBorders.Bordered> regions;
    private SplitCrossings crossings;
    private ValueFrame frame;

    private MethodSplit(Function function, int longest, int firstNumber) {
        this.firstNumber = firstNumber;
        draft = new Draft(function);
        CutBlocks.apply(draft, longest / BLOCKS);
        regions = SplitBorders.around(draft, SplitRegions.of(draft, longest, longest / WORTHWHILE));
        ValueSources sources = new ValueSources(draft);
        crossings = new SplitCrossings(draft, sources, regions);
        while (dropImpossible()) {
            crossings = new SplitCrossings(draft, sources, regions);
        }
    }

    /**
     * The function, then the methods of its regions; alone if there are none.
     *
     * @param longest about how many bytes a region may take
     * @param firstNumber of the methods that are new
     */
    static List<Function> of(Function function, int longest, int firstNumber) {
        MethodSplit run = new MethodSplit(function, longest, firstNumber);
        return run.regions.isEmpty() ? List.of(function) : run.perform();
    }

    private boolean dropImpossible() {
        List<SplitBorders.Bordered> possible = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            if (!crossings.isImpossible(i)) {
                possible.add(regions.get(i));
            }
        }
        boolean isAny = possible.size() < regions.size();
        regions = possible;
        return isAny;
    }

    private List<Function> perform() {
        frame = new ValueFrame(draft, ValueFrame.tapeOf(draft), crossings.framed());
        InstructionList start = new InstructionList(draft);
        frame.take(start);
        List<Function> methods = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            PartMethod part = new PartMethod(draft, crossings, frame, regions.get(i), i);
            methods.add(part.perform(draft.name().name() + "$$part" + (firstNumber + i)));
        }
        regions.forEach(region -> region.blocks().forEach(draft::remove));
        finishHost(start);
        methods.add(0, draft.finish());
        return methods.stream()
                .map(SimplifyParameters::apply)
                .map(DenseIds::apply)
                .toList();
    }

    private void finishHost(InstructionList start) {
        PartCode code = new PartCode(draft, crossings, frame, SplitCrossings.HOST);
        for (DraftBlock block : draft.blocks()) {
            code.rewrite(block);
            if (block.terminator instanceof Terminator.Return) {
                InstructionList end = new InstructionList(draft);
                frame.give(end);
                block.instructions.addAll(end.instructions);
            }
        }
        start.instructions.addAll(code.literals());
        draft.entry().instructions.addAll(0, start.instructions);
    }
}
