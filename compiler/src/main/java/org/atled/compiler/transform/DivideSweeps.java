package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Value;

/**
 * Writes loops of reverse sweeps a second time, for arrays that are all different: only then may increments be done in
 * another order, and HotSpot, which does not know it, neither moves a load out of such a loop nor vectorizes it. Which of
 * the two runs is decided by comparing the references before the loop.
 */
public final class DivideSweeps {
    /** Several loops in place of one pay off from about as many iterations on: HotSpot does the rest of a vectorized loop one by one. */
    private static final int FEWEST_REPETITIONS = 127;

    private final Draft draft;
    private final ControlFlow flow;
    private final ArrayAliases aliases;

    private DivideSweeps(Function function) {
        draft = new Draft(function);
        flow = ControlFlow.of(function);
        aliases = new ArrayAliases(flow);
    }

    public static Function apply(Function function) {
        LoopTree tree;
        Function canonical;
        try {
            if (LoopTree.of(ControlFlow.of(function)).loops().isEmpty()) {
                return function;
            }
            canonical = CanonicalizeLoops.apply(function);
            tree = LoopTree.of(ControlFlow.of(canonical));
        } catch (IrreducibleException severalEntries) {
            return function;
        }
        DivideSweeps run = new DivideSweeps(canonical);
        Inductions inductions = new Inductions(run.flow, tree);
        boolean isChanged = false;
        for (Loop loop : tree.loops()) {
            Optional<SweepLoop> sweep = SweepLoop.of(run.flow, inductions, loop);
            Optional<SweepDivision> division = sweep.map(SweepDivision::new).filter(SweepDivision::isWorthwhile);
            if (division.isPresent()) {
                run.version(sweep.get(), division.get());
                isChanged = true;
            }
        }
        return isChanged ? run.draft.finish() : function;
    }

    /** The first iteration surely runs in the second version: what it loads may be loaded ahead. */
    private void version(SweepLoop loop, SweepDivision division) {
        int line = loop.header().line();
        Target original = new Target(loop.header().id(), loop.initial());
        DraftBlock slow = draft.add(draft.newBlockId(), List.of(), new Terminator.Jump(original, line));
        int next = new SweepCopy(draft, loop, division).write();
        List<List<Value>> pairs = division.mustDiffer().stream()
                .filter(pair -> aliases.mayAlias(pair.get(0), pair.get(1)))
                .toList();
        for (List<Value> pair : pairs) {
            next = check(Condition.IF_ACMPEQ, pair, slow.id, next, line).id;
        }
        if (division.groups().size() > 1 && loop.repetitions() != null) {
            next = checkRepetitions(loop.repetitions(), slow.id, next, line);
        }
        draft.block(loop.preheader()).terminator =
                new Terminator.Jump(new Target(test(loop, slow.id, next), List.of()), line);
    }

    /** A block that goes to the slow version if a condition holds. */
    private DraftBlock check(Condition condition, List<Value> operands, int slow, int next, int line) {
        Target then = new Target(slow, List.of());
        Target otherwise = new Target(next, List.of());
        return draft.add(
                draft.newBlockId(), List.of(), new Terminator.Branch(condition, operands, then, otherwise, line));
    }

    private int checkRepetitions(Value repetitions, int slow, int next, int line) {
        DraftBlock block =
                draft.add(draft.newBlockId(), List.of(), new Terminator.Jump(new Target(next, List.of()), line));
        Value fewest =
                new InstructionList(draft, block.instructions).literal(new Constant.OfInt(FEWEST_REPETITIONS), line);
        block.terminator = new Terminator.Branch(
                Condition.IF_ICMPLT,
                List.of(repetitions, fewest),
                new Target(slow, List.of()),
                new Target(next, List.of()),
                line);
        return block.id;
    }

    /** Does what the header does before the first iteration. */
    private int test(SweepLoop loop, int slow, int fast) {
        Renaming first = new Renaming();
        for (int i = 0; i < loop.initial().size(); i++) {
            first.put(loop.header().parameters().get(i), loop.initial().get(i));
        }
        List<Instruction> copies = new ArrayList<>();
        for (Instruction instruction : loop.header().instructions()) {
            Value copy = draft.newValue(instruction.result().type());
            copies.add(new Instruction(copy, instruction.op(), first.of(instruction.operands()), instruction.line()));
            first.put(instruction.result(), copy);
        }
        Terminator end = loop.header().terminator();
        List<Target> targets = end.targets().stream()
                .map(target -> new Target(target.block() == loop.body() ? fast : slow, List.of()))
                .toList();
        DraftBlock block = draft.add(draft.newBlockId(), List.of(), end.with(first.of(end.operands()), targets));
        block.instructions = copies;
        return block.id;
    }
}
