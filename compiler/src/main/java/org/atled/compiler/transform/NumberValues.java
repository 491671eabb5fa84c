package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Value;

/**
 * Removes instructions whose result is already there: the same operation on the same operands was completed on every
 * path to here. Applies to operations that depend on their operands only, also if they can throw, as then the first
 * one would have; and to reads of elements and fields that nothing can have written in between ({@link KnownMemory}).
 * Literals are not merged: loading one again is cheaper than keeping it.
 */
public final class NumberValues {
    private static final Set<Operator> COMMUTATIVE = EnumSet.of(
            Operator.IADD,
            Operator.LADD,
            Operator.FADD,
            Operator.DADD,
            Operator.IMUL,
            Operator.LMUL,
            Operator.FMUL,
            Operator.DMUL,
            Operator.IAND,
            Operator.LAND,
            Operator.IOR,
            Operator.LOR,
            Operator.IXOR,
            Operator.LXOR);

    /** An operation with its operands, which are values or the constants that values are. */
    private record Expression(Op op, List<Object> operands) {}

    /** A result, and the block that computes it. */
    private record Computed(Value value, int block) {}

    private final FieldKinds kinds;
    private final Draft draft;
    private final ControlFlow flow;
    private final Dominators dominators;
    private final Definitions definitions;
    private final Renaming renaming = new Renaming();
    private final Map<Expression, List<Computed>> table = new HashMap<>();
    private final Map<Integer, KnownMemory> memory = new HashMap<>();

    private NumberValues(Function function, FieldKinds kinds) {
        this.kinds = kinds;
        draft = new Draft(function);
        flow = ControlFlow.of(function);
        dominators = Dominators.of(flow);
        definitions = draft.definitions();
    }

    /**
     * The pass.
     *
     * @param kinds tells which fields can change on their own
     */
    public static Function apply(Function function, FieldKinds kinds) {
        NumberValues run = new NumberValues(function, kinds);
        BlockMerging.dropUnreachable(run.draft);
        run.flow.reversePostorder().forEach(run::number);
        run.draft.rename(run.renaming);
        return run.draft.finish();
    }

    private void number(Block block) {
        KnownMemory elements = memoryAtStart(block);
        DraftBlock changed = draft.block(block.id());
        changed.instructions.removeIf(original -> {
            Instruction instruction = renaming.of(original);
            Value known = known(instruction, block.id(), elements);
            if (known != null && known.type().equals(original.result().type())) {
                renaming.put(original.result(), known);
                return true;
            }
            elements.follow(instruction);
            return false;
        });
        memory.put(block.id(), elements);
    }

    /** What is known of memory on the only way to a block. */
    private KnownMemory memoryAtStart(Block block) {
        List<Integer> predecessors = flow.allPredecessors(block.id());
        boolean isOnlyWay = predecessors.size() == 1
                && flow.exceptionalPredecessors(block.id()).isEmpty()
                && memory.containsKey(predecessors.get(0));
        return isOnlyWay
                ? new KnownMemory(memory.get(predecessors.get(0)))
                : new KnownMemory(definitions::constant, kinds);
    }

    private Value known(Instruction instruction, int block, KnownMemory elements) {
        if (KnownMemory.isLoad(instruction.op())) {
            return elements.get(instruction);
        } else if (!dependsOnOperandsOnly(instruction.op())) {
            return null;
        }
        List<Computed> candidates = table.computeIfAbsent(expression(instruction), key -> new ArrayList<>());
        for (Computed candidate : candidates) {
            if (candidate.block() == block || dominators.completesBefore(candidate.block(), block)) {
                return candidate.value();
            }
        }
        candidates.add(new Computed(instruction.result(), block));
        return null;
    }

    private static boolean dependsOnOperandsOnly(Op op) {
        return op instanceof Op.Arithmetic
                || op instanceof Op.Accumulate
                || op instanceof Op.ArrayLength
                || op instanceof Op.InstanceOf
                || op instanceof Op.CheckCast;
    }

    private Expression expression(Instruction instruction) {
        List<Object> operands = new ArrayList<>();
        for (Value operand : instruction.operands()) {
            Constant constant = definitions.constant(operand);
            operands.add(constant != null ? constant : operand);
        }
        boolean swaps = instruction.op() instanceof Op.Accumulate
                || instruction.op() instanceof Op.Arithmetic arithmetic && COMMUTATIVE.contains(arithmetic.operator());
        if (swaps && operands.get(0).toString().compareTo(operands.get(1).toString()) > 0) {
            operands.add(operands.remove(0));
        }
        return new Expression(instruction.op(), operands);
    }
}
