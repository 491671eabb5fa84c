package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Evaluation;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Computes what is known now: arithmetic on constants, operations that are one of their operands, branches that always
 * go the same way. Every result keeps its bits. Blocks that are no longer reached go; instructions no longer needed
 * stay, for {@link EliminateDeadCode}.
 */
public final class FoldConstants {
    private final Draft draft;
    private final Definitions definitions;
    private final Identities identities;
    private final Renaming renaming = new Renaming();

    private FoldConstants(Function function) {
        draft = new Draft(function);
        definitions = draft.definitions();
        identities = new Identities(definitions);
    }

    public static Function apply(Function function) {
        FoldConstants run = new FoldConstants(function);
        // In reverse postorder, operands are folded before what reads them.
        ControlFlow.of(function).reversePostorder().forEach(block -> run.fold(run.draft.block(block.id())));
        BlockMerging.dropUnreachable(run.draft);
        run.draft.rename(run.renaming);
        return run.draft.finish();
    }

    private void fold(DraftBlock block) {
        renaming.apply(block);
        block.instructions.replaceAll(this::fold);
        block.instructions.removeIf(instruction -> instruction.result() != null
                && !renaming.of(instruction.result()).equals(instruction.result()));
        Target target = knownTarget(renaming.of(block.terminator));
        if (target != null) {
            block.terminator = new Terminator.Jump(target, block.terminator.line());
        }
    }

    /** The instruction to run instead. If its result was renamed, none is needed. */
    private Instruction fold(Instruction original) {
        Instruction instruction = renaming.of(original);
        Constant constant = evaluate(instruction);
        Identities.Simpler simpler =
                constant != null ? Identities.Simpler.of(constant) : identities.simpler(instruction);
        if (simpler == null) {
            definitions.put(instruction);
            return instruction;
        } else if (simpler.value() != null) {
            renaming.put(instruction.result(), simpler.value());
            return instruction;
        }
        return fold(new Instruction(instruction.result(), simpler.op(), simpler.operands(), instruction.line()));
    }

    /** The constant an instruction always gives, {@code null} if there is none. */
    private Constant evaluate(Instruction instruction) {
        List<Constant> operands = instruction.operands().stream()
                .map(definitions::constant)
                .filter(constant -> constant != null)
                .toList();
        if (operands.isEmpty() || operands.size() < instruction.operands().size()) {
            return null;
        }
        return instruction.op() instanceof Op.Arithmetic arithmetic
                ? ConstantArithmetic.evaluate(arithmetic.operator(), operands)
                : null;
    }

    private Target knownTarget(Terminator terminator) {
        if (terminator instanceof Terminator.Switch choice
                && definitions.constant(choice.selector()) instanceof Constant.OfInt selector) {
            int at = choice.keys().indexOf(selector.value());
            return choice.targets().get(at < 0 ? choice.keys().size() : at);
        } else if (terminator instanceof Terminator.Branch branch) {
            Boolean holds = knownCondition(branch);
            return holds == null ? null : holds ? branch.then() : branch.otherwise();
        }
        return null;
    }

    private Boolean knownCondition(Terminator.Branch branch) {
        Value a = branch.operands().get(0);
        Value b = branch.operands().get(branch.operands().size() - 1);
        return switch (branch.condition()) {
            case IFNULL -> isNull(a);
            case IFNONNULL -> isNull(a) == null ? null : !isNull(a);
            case IF_ACMPEQ -> a.equals(b) ? Boolean.TRUE : null;
            case IF_ACMPNE -> a.equals(b) ? Boolean.FALSE : null;
            default -> {
                Integer x = a.equals(b) && branch.operands().size() == 2 ? Integer.valueOf(0) : intOf(a);
                Integer y = a.equals(b) || branch.operands().size() == 1 ? Integer.valueOf(0) : intOf(b);
                yield x == null || y == null ? null : Evaluation.holds(branch.condition(), List.of(x, y));
            }
        };
    }

    private Integer intOf(Value value) {
        return definitions.constant(value) instanceof Constant.OfInt number ? number.value() : null;
    }

    /** Whether a reference is null, {@code null} if that is not known. */
    private Boolean isNull(Value reference) {
        Instruction instruction = definitions.of(reference);
        if (instruction != null && instruction.op() instanceof Op.Literal literal) {
            return literal.constant() instanceof Constant.Null
                    ? Boolean.TRUE
                    : literal.constant() instanceof Constant.Dynamic ? null : Boolean.FALSE;
        }
        return instruction != null && isNew(instruction.op()) ? Boolean.FALSE : null;
    }

    private static boolean isNew(Op op) {
        return op instanceof Op.NewArray || op instanceof Op.New || op instanceof Op.Create;
    }
}
