package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.MathMethods;

/**
 * Which references of a function can name the same array, seen from the function alone: an array made here is another
 * than one made elsewhere here or passed as an argument, and one that stays here is no other at all.
 */
final class ArrayAliases {
    private final ControlFlow flow;
    private final Definitions definitions;
    private final Set<Value> parameters;
    private final Map<Value, Boolean> staying = new HashMap<>();

    ArrayAliases(ControlFlow flow) {
        this.flow = flow;
        definitions = Definitions.of(flow.function());
        parameters = new HashSet<>(flow.function().parameters());
    }

    /** Whether a loop may write to the elements of an array. */
    boolean mayBeWritten(Value array, Op.ArrayLoad load, Loop loop) {
        return loop.blocks().stream()
                .flatMap(id -> flow.block(id).instructions().stream())
                .anyMatch(instruction -> mayWrite(instruction, array, load));
    }

    private boolean mayWrite(Instruction instruction, Value array, Op.ArrayLoad load) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayStore store) {
            return isSameKind(store.element().descriptor(), load.element().descriptor())
                    && mayAlias(instruction.operand(0), array);
        }
        boolean isHarmless = op.leavesMemory() || op instanceof Op.Invoke call && MathMethods.contains(call.method());
        return !isHarmless && !isStaying(array);
    }

    /** Elements of the primitive types lie in arrays of their own, but boolean and byte share an opcode. */
    private static boolean isSameKind(String one, String other) {
        return one.equals(other) || one.length() > 1 && other.length() > 1 || (one + other).matches("[ZB]{2}");
    }

    boolean mayAlias(Value one, Value other) {
        if (one.equals(other)) {
            return true;
        }
        if (isMade(one) && isMade(other) || isMade(one) && isParameter(other) || isParameter(one) && isMade(other)) {
            return false;
        }
        return !isStaying(one) && !isStaying(other);
    }

    private boolean isMade(Value array) {
        Instruction definition = definitions.of(array);
        return definition != null && definition.op() instanceof Op.NewArray;
    }

    private boolean isParameter(Value array) {
        return parameters.contains(array);
    }

    /** Whether an array is made here, and no other variable, element, field or method ever has it. */
    private boolean isStaying(Value array) {
        return isMade(array) && staying.computeIfAbsent(array, this::findStaying);
    }

    private boolean findStaying(Value array) {
        return flow.uses(array).stream().allMatch(use -> isLocal(use, array));
    }

    private boolean isLocal(Use use, Value array) {
        Block block = flow.block(use.block());
        if (use.position() == Use.HANDLER) {
            return false;
        }
        if (use.position() == block.instructions().size()) {
            return block.terminator() instanceof Terminator.Branch branch
                    && branch.targets().stream()
                            .noneMatch(target -> target.arguments().contains(array));
        }
        Instruction user = block.instructions().get(use.position());
        Op op = user.op();
        return op instanceof Op.ArrayLoad
                || op instanceof Op.ArrayLength
                || op instanceof Op.ArrayStore && !user.operand(2).equals(array);
    }
}
