package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.Inductions.Induction;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Lets every loop count in one variable, which changes at the end of an iteration. A loop is counted in its own variable,
 * its caches are indexed in another, and a reverse sweep steps back before it tests: HotSpot vectorizes none of that, but
 * all of it once the other indices are written as that one variable plus something fixed.
 */
public final class UnifyInductions {
    private final Draft draft;
    private final ControlFlow flow;
    private final LoopTree loops;
    private final Inductions inductions;
    private final Renaming renaming = new Renaming();

    private UnifyInductions(Function function) {
        draft = new Draft(function);
        flow = ControlFlow.of(function);
        loops = LoopTree.of(flow);
        inductions = new Inductions(flow, loops);
    }

    public static Function apply(Function function) {
        try {
            if (LoopTree.of(ControlFlow.of(function)).loops().isEmpty()) {
                return function;
            }
            Function canonical = CanonicalizeLoops.apply(function);
            return run(run(canonical, UnifyInductions::stepAtEnd), UnifyInductions::unify);
        } catch (IrreducibleException severalEntries) {
            return function;
        }
    }

    private interface Step {
        void take(UnifyInductions run, Loop loop);
    }

    private static Function run(Function function, Step step) {
        UnifyInductions run = new UnifyInductions(function);
        run.loops.loops().forEach(loop -> step.take(run, loop));
        run.draft.rename(run.renaming);
        return run.draft.finish();
    }

    /** Moves steps from the header to the latch, of variables of which only the next value is read. */
    private void stepAtEnd(Loop loop) {
        DraftBlock header = draft.block(loop.header());
        DraftBlock latch = draft.block(loop.latches().get(0));
        for (Value variable : List.copyOf(header.parameters)) {
            Optional<Induction> induction = inductions.of(variable);
            Value next = argument(latch, header, variable);
            Instruction step = inductions.definition(next);
            if (induction.isPresent()
                    && isOnlyStepped(variable)
                    && flow.definition(next).id() == header.id) {
                int index = header.parameters.indexOf(variable);
                Value moved = draft.newValue(Type.INT);
                header.instructions.removeIf(each -> each == step);
                header.parameters.set(index, moved);
                renaming.put(next, moved);
                int by = induction.get().step();
                replaceArgument(
                        draft.block(flow.preheader(loop)),
                        header,
                        index,
                        add(flow.preheader(loop), induction.get().initial(), by));
                replaceArgument(latch, header, index, add(latch.id, moved, by));
            }
        }
    }

    private boolean isOnlyStepped(Value variable) {
        return flow.uses(variable).size() == 1;
    }

    private static Value argument(DraftBlock from, DraftBlock header, Value parameter) {
        return from.terminator.targets().stream()
                .filter(target -> target.block() == header.id)
                .findFirst()
                .orElseThrow()
                .arguments()
                .get(header.parameters.indexOf(parameter));
    }

    private static void replaceArgument(DraftBlock from, DraftBlock header, int index, Value argument) {
        from.replaceTargets(target -> {
            List<Value> arguments = new ArrayList<>(target.arguments());
            if (target.block() == header.id) {
                arguments.set(index, argument);
            }
            return new Target(target.block(), arguments);
        });
    }

    private Value add(int block, Value value, int number) {
        DraftBlock at = draft.block(block);
        InstructionList code = new InstructionList(draft, at.instructions);
        Value literal = code.literal(new Constant.OfInt(number), at.terminator.line());
        return code.arithmetic(Operator.IADD, at.terminator.line(), value, literal);
    }

    /** Writes variables that keep their distance to the one that is tested as that one plus the distance. */
    private void unify(Loop loop) {
        DraftBlock header = draft.block(loop.header());
        Value tested = tested(header);
        Optional<Induction> main = tested == null ? Optional.empty() : inductions.of(tested);
        // A handler of the header reads what was there before the header, and no sum that is computed in it.
        if (main.isEmpty() || !header.handlers.isEmpty()) {
            return;
        }
        List<Instruction> first = new ArrayList<>();
        for (Value variable : List.copyOf(header.parameters)) {
            Optional<Induction> other = inductions.of(variable);
            boolean keepsDistance = other.isPresent()
                    && other.get().step() == main.get().step()
                    && !header.terminator.operands().contains(variable);
            if (keepsDistance) {
                DraftBlock ahead = draft.block(flow.preheader(loop));
                Value distance = new InstructionList(draft, ahead.instructions)
                        .arithmetic(
                                Operator.ISUB,
                                header.line(),
                                other.get().initial(),
                                main.get().initial());
                first.add(new Instruction(
                        variable, new Op.Arithmetic(Operator.IADD), List.of(distance, tested), header.line()));
                drop(variable, header);
            }
        }
        header.instructions.addAll(0, first);
    }

    /** The only variable that the header tests, {@code null} if there is none. */
    private static Value tested(DraftBlock header) {
        List<Value> tested = header.terminator instanceof Terminator.Branch
                ? header.terminator.operands().stream()
                        .filter(header.parameters::contains)
                        .toList()
                : List.of();
        return tested.size() == 1 ? tested.get(0) : null;
    }

    private void drop(Value parameter, DraftBlock header) {
        int index = header.parameters.indexOf(parameter);
        header.parameters.remove(index);
        for (int from : flow.predecessors(header.id)) {
            draft.block(from).replaceTargets(target -> {
                List<Value> arguments = new ArrayList<>(target.arguments());
                if (target.block() == header.id) {
                    arguments.remove(index);
                }
                return new Target(target.block(), arguments);
            });
        }
    }
}
