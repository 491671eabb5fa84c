package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Moves each {@code new T} to directly before the constructor call on it, so that no object is in sight that is not
 * constructed yet. In bytecode the arguments are computed in between, in blocks of their own if they branch.
 *
 * <p>Only the moment changes at which memory is taken and {@code T} initialized: after the arguments instead of before
 * them, and under the handlers that are around the constructor call. An object that different paths construct by
 * different calls is allocated at each. One that may be read unconstructed, by a comparison with {@code null} for
 * example, stays where it is.
 */
public final class SinkAllocations {
    private final Function function;
    private final ControlFlow flow;
    private final Dominators dominators;
    private final Draft draft;

    private SinkAllocations(Function function) {
        this.function = function;
        flow = ControlFlow.of(function);
        dominators = Dominators.of(flow);
        draft = new Draft(function);
    }

    public static Function apply(Function function) {
        SinkAllocations pass = new SinkAllocations(function);
        boolean moved = false;
        for (Creation creation : pass.creations()) {
            moved |= creation.calls().size() == 1 && pass.move(creation);
        }
        Function result = moved ? pass.draft.finish() : function;
        return splitOne(result).map(SinkAllocations::apply).orElse(result);
    }

    /** Values change their names, and what is known of them is out of date then. */
    private static Optional<Function> splitOne(Function function) {
        SinkAllocations pass = new SinkAllocations(function);
        return pass.creations().stream()
                .filter(creation -> creation.calls().size() > 1 && pass.split(creation))
                .findFirst()
                .map(split -> pass.draft.finish());
    }

    /** A {@code new}, the constructor calls on it, and what else reads the object. */
    private record Creation(Instruction instruction, int block, List<Use> calls, List<Use> reads) {}

    private List<Creation> creations() {
        List<Creation> creations = new ArrayList<>();
        for (Block block : function.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() instanceof Op.New) {
                    creations.add(creation(instruction, block.id()));
                }
            }
        }
        return creations;
    }

    private Creation creation(Instruction instruction, int block) {
        List<Use> calls = new ArrayList<>();
        List<Use> reads = new ArrayList<>();
        for (Use use : flow.uses(instruction.result())) {
            (isConstructorCall(use, instruction.result()) ? calls : reads).add(use);
        }
        return new Creation(instruction, block, calls, reads);
    }

    /** Whether this is the call of a constructor on a new object, or on {@code this}. */
    static boolean isConstructorCall(Instruction instruction) {
        return instruction.op() instanceof Op.Invoke call
                && call.method().name().equals("<init>");
    }

    private boolean isConstructorCall(Use use, Value object) {
        Instruction user = instruction(use);
        return user != null
                && isConstructorCall(user)
                && user.operand(0).equals(object)
                && user.operands().lastIndexOf(object) == 0;
    }

    /** The instruction that reads, {@code null} if it is a terminator or a handler. */
    private Instruction instruction(Use use) {
        List<Instruction> instructions = flow.block(use.block()).instructions();
        return use.position() >= 0 && use.position() < instructions.size() ? instructions.get(use.position()) : null;
    }

    private boolean isBefore(Use call, List<Use> reads) {
        return reads.stream()
                .allMatch(read -> read.block() == call.block()
                        ? read.position() > call.position()
                        : dominators.completesBefore(call.block(), read.block()));
    }

    private boolean move(Creation creation) {
        Use call = creation.calls().get(0);
        List<Instruction> target = draft.block(call.block()).instructions;
        int at = target.indexOf(instruction(call));
        boolean isThere = at > 0 && target.get(at - 1).equals(creation.instruction());
        if (isThere || !isBefore(call, creation.reads())) {
            return false;
        }
        draft.block(creation.block()).instructions.remove(creation.instruction());
        target.add(target.indexOf(instruction(call)), creation.instruction());
        return true;
    }

    /** Makes an object of its own for each constructor call; where their paths join, it becomes a block parameter. */
    private boolean split(Creation creation) {
        Instruction origin = creation.instruction();
        Set<Integer> constructing = new HashSet<>();
        creation.calls().forEach(call -> constructing.add(call.block()));
        SplitValue split = new SplitValue(draft, origin.result(), creation.block(), constructing);
        boolean isOnePerBlock = constructing.size() == creation.calls().size();
        if (!isOnePerBlock
                || !creation.reads().stream().allMatch(read -> isAfter(creation, read) || split.reach(read.block()))) {
            return false;
        }
        for (Use call : creation.calls()) {
            Value object = draft.newValue(origin.result().type());
            DraftBlock target = draft.block(call.block());
            int at = target.instructions.indexOf(instruction(call));
            target.instructions.add(at, new Instruction(object, origin.op(), List.of(), origin.line()));
            split.define(target, at + 1, object);
        }
        draft.block(creation.block()).instructions.remove(origin);
        split.finish();
        return true;
    }

    private static boolean isAfter(Creation creation, Use read) {
        return creation.calls().stream()
                .anyMatch(call -> call.block() == read.block() && call.position() < read.position());
    }
}
