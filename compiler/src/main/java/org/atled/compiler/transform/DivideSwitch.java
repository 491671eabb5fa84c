package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;

/** Makes a branch over many cases a binary search that ends in branches over few, so that it can be split. */
final class DivideSwitch {
    private static final int MOST_CASES = 32;

    private final Draft draft;
    private final Terminator.Switch whole;

    private DivideSwitch(Draft draft, Terminator.Switch whole) {
        this.draft = draft;
        this.whole = whole;
    }

    static void apply(Draft draft, DraftBlock block) {
        if (block.terminator instanceof Terminator.Switch whole && whole.keys().size() > MOST_CASES) {
            List<Integer> cases = IntStream.range(0, whole.keys().size())
                    .boxed()
                    .sorted(Comparator.comparing(whole.keys()::get))
                    .toList();
            int search = new DivideSwitch(draft, whole).search(cases);
            block.terminator = new Terminator.Jump(new Target(search, List.of()), whole.line());
        }
    }

    /** A block that finds its way among some cases, in the order of their keys. */
    private int search(List<Integer> cases) {
        if (cases.size() <= MOST_CASES) {
            List<Target> targets = new ArrayList<>();
            cases.forEach(each -> targets.add(whole.targets().get(each)));
            targets.add(whole.targets().get(whole.keys().size()));
            List<Integer> keys = cases.stream().map(whole.keys()::get).toList();
            Terminator few = new Terminator.Switch(whole.selector(), keys, targets, whole.line());
            return draft.add(draft.newBlockId(), List.of(), few).id;
        }
        int middle = cases.size() / 2;
        InstructionList code = new InstructionList(draft);
        Constant first = new Constant.OfInt(whole.keys().get(cases.get(middle)));
        Terminator.Branch branch = new Terminator.Branch(
                Terminator.Condition.IF_ICMPGE,
                List.of(whole.selector(), code.literal(first, whole.line())),
                new Target(search(cases.subList(middle, cases.size())), List.of()),
                new Target(search(cases.subList(0, middle)), List.of()),
                whole.line());
        DraftBlock block = draft.add(draft.newBlockId(), List.of(), branch);
        block.instructions.addAll(code.instructions);
        return block.id;
    }
}
