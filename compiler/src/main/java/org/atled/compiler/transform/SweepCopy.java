package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Writes a loop of a reverse sweep as it is divided, beside the original. */
final class SweepCopy {
    private final Draft draft;
    private final SweepLoop loop;
    private final SweepDivision division;
    private final Renaming ahead = new Renaming();

    SweepCopy(Draft draft, SweepLoop loop, SweepDivision division) {
        this.draft = draft;
        this.loop = loop;
        this.division = division;
    }

    /** The block with which the loops begin, the first of which surely runs once. */
    int write() {
        List<Instruction> instructions = new ArrayList<>();
        division.hoisted().forEach(instruction -> instructions.add(copy(instruction, ahead)));
        List<Set<Instruction>> groups = division.groups();
        Target next = null;
        for (int i = groups.size() - 1; i >= 0; i--) {
            next = loop(groups.get(i), next);
        }
        DraftBlock first = draft.add(draft.newBlockId(), List.of(), new Terminator.Jump(next, line()));
        first.instructions = instructions;
        return first.id;
    }

    private int line() {
        return loop.header().line();
    }

    private Instruction copy(Instruction instruction, Renaming renaming) {
        Value result = instruction.result() == null
                ? null
                : draft.newValue(instruction.result().type());
        Instruction copy =
                new Instruction(result, instruction.op(), renaming.of(instruction.operands()), instruction.line());
        if (result != null) {
            renaming.put(instruction.result(), result);
        }
        return copy;
    }

    /** Adds a loop that is followed by the next one, or by what follows the original. */
    private Target loop(Set<Instruction> group, Target next) {
        SweepSlice slice = division.slice(group);
        List<ElementAccess> sums = division.promoted().stream()
                .filter(access -> group.contains(access.instruction()))
                .toList();
        Renaming renaming = new Renaming();
        division.hoisted().stream().map(Instruction::result).forEach(value -> renaming.put(value, ahead.of(value)));
        List<Value> needed = loop.header().parameters().stream()
                .filter(slice.parameters()::contains)
                .toList();
        List<Value> parameters = new ArrayList<>();
        needed.forEach(value -> parameters.add(renamed(value, renaming)));
        List<Value> totals = new ArrayList<>();
        sums.forEach(access -> totals.add(renamed(access.increment().result(), renaming)));
        parameters.addAll(totals);
        return write(slice, new Carried(needed, sums, parameters, totals, division.ascends(group)), renaming, next);
    }

    private Value renamed(Value value, Renaming renaming) {
        Value copy = draft.newValue(value.type());
        renaming.put(value, copy);
        return copy;
    }

    /**
     * What goes from iteration to iteration.
     *
     * @param needed parameters of the original header
     * @param sums what is added up besides
     * @param parameters of the copied header, for all of these
     * @param totals those of them that are sums
     * @param ascends whether the counter, the only one that is no sum, counts upwards from zero in the copy
     */
    private record Carried(
            List<Value> needed,
            List<ElementAccess> sums,
            List<Value> parameters,
            List<Value> totals,
            boolean ascends) {}

    private Target write(SweepSlice slice, Carried carried, Renaming renaming, Target next) {
        int header = draft.newBlockId();
        int body = draft.newBlockId();
        List<Instruction> head = copies(loop.header().instructions(), slice, carried, renaming);
        Target exit = exit(slice, carried, renaming, next);
        Terminator test = loop.header().terminator();
        List<Target> targets = test.targets().stream()
                .map(target -> target.block() == loop.body() ? new Target(body, List.of()) : exit)
                .toList();
        Terminator end = carried.ascends()
                ? new Terminator.Branch(
                        Terminator.Condition.IF_ICMPLE,
                        List.of(renaming.of(test.operands().get(0)), loop.repetitions()),
                        targets.get(0),
                        targets.get(1),
                        line())
                : test.with(renaming.of(test.operands()), targets);
        DraftBlock top = draft.add(header, carried.parameters(), end);
        top.instructions = head;
        List<Instruction> work = new ArrayList<>(copies(loop.instructions(), slice, carried, renaming));
        List<Value> again = new ArrayList<>();
        carried.needed().forEach(value -> again.add(next(value, carried, renaming, work)));
        carried.sums()
                .forEach(access -> again.add(renaming.of(access.instruction().operand(2))));
        draft.add(body, List.of(), new Terminator.Jump(new Target(header, again), line())).instructions = work;
        return enter(header, carried);
    }

    private Value next(Value value, Carried carried, Renaming renaming, List<Instruction> work) {
        if (!isAscending(value, carried)) {
            return renaming.of(argument(loop.next(), value));
        }
        InstructionList code = new InstructionList(draft, work);
        return code.arithmetic(Operator.IADD, line(), renaming.of(value), code.literal(new Constant.OfInt(1), line()));
    }

    private boolean isAscending(Value parameter, Carried carried) {
        return carried.ascends() && loop.counts(parameter);
    }

    private Value argument(List<Value> arguments, Value parameter) {
        return arguments.get(loop.header().parameters().indexOf(parameter));
    }

    private List<Instruction> copies(
            List<Instruction> originals, SweepSlice slice, Carried carried, Renaming renaming) {
        return originals.stream()
                .filter(slice.instructions()::contains)
                .filter(each -> carried.sums().stream().noneMatch(access -> access.instruction() == each))
                .map(each -> copy(each, renaming))
                .toList();
    }

    /** A block that begins the sums at zero and enters a loop. */
    private Target enter(int header, Carried carried) {
        List<Instruction> instructions = new ArrayList<>();
        InstructionList code = new InstructionList(draft, instructions);
        List<Value> arguments = new ArrayList<>();
        carried.needed()
                .forEach(value -> arguments.add(
                        isAscending(value, carried)
                                ? code.literal(new Constant.OfInt(0), line())
                                : argument(loop.initial(), value)));
        carried.totals().forEach(total -> arguments.add(code.literal(zero(total.type()), line())));
        DraftBlock entry =
                draft.add(draft.newBlockId(), List.of(), new Terminator.Jump(new Target(header, arguments), line()));
        entry.instructions = instructions;
        return new Target(entry.id, List.of());
    }

    private static Constant zero(Type type) {
        return type.equals(Type.FLOAT) ? new Constant.OfFloat(0) : new Constant.OfDouble(0);
    }

    /** A block that adds the sums to their elements, and goes on. */
    private Target exit(SweepSlice slice, Carried carried, Renaming renaming, Target next) {
        List<Value> read = carried.ascends()
                ? carried.needed().stream().filter(value -> !loop.counts(value)).toList()
                : loop.exit().arguments();
        List<Value> passed = next == null ? renaming.of(read) : List.of();
        List<Value> landed = draft.newValuesLike(passed);
        List<Value> totals = draft.newValuesLike(carried.totals());
        List<Value> parameters = new ArrayList<>(landed);
        parameters.addAll(totals);
        List<Instruction> instructions = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            addTo(carried.sums().get(i), totals.get(i), new InstructionList(draft, instructions));
        }
        Target onwards = next == null
                ? new Target(
                        loop.exit().block(), carried.ascends() ? atTheEnd(slice, read, landed, instructions) : landed)
                : next;
        DraftBlock block = draft.add(draft.newBlockId(), parameters, new Terminator.Jump(onwards, line()));
        block.instructions = instructions;
        List<Value> arguments = new ArrayList<>(passed);
        arguments.addAll(carried.totals());
        return new Target(block.id, arguments);
    }

    /** What the original hands on: sums, and what its header computes of a counter that has passed zero. */
    private List<Value> atTheEnd(
            SweepSlice slice, List<Value> sums, List<Value> landed, List<Instruction> instructions) {
        Renaming last = new Renaming();
        division.hoisted().stream().map(Instruction::result).forEach(value -> last.put(value, ahead.of(value)));
        for (int i = 0; i < sums.size(); i++) {
            last.put(sums.get(i), landed.get(i));
        }
        Value counter = loop.header().terminator().operands().get(0);
        last.put(counter, new InstructionList(draft, instructions).literal(new Constant.OfInt(-1), line()));
        loop.header().instructions().stream()
                .filter(slice.instructions()::contains)
                .forEach(each -> instructions.add(copy(each, last)));
        return last.of(loop.exit().arguments());
    }

    private void addTo(ElementAccess access, Value total, InstructionList code) {
        Instruction store = access.instruction();
        Instruction load = access.increment();
        Value array = ahead.of(store.operand(0));
        Value index = ahead.of(store.operand(1));
        Value before = code.emit(load.result().type(), load.op(), store.line(), array, index);
        Value sum = code.emit(before.type(), new Op.Accumulate(before.type()), store.line(), before, total);
        code.run(store.op(), store.line(), array, index, sum);
    }
}
