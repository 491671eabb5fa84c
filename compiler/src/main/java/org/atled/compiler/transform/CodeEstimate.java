package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** About how many bytes of bytecode parts of a function take: what is read once is on the operand stack by then. */
final class CodeEstimate {
    /** Of a load or store: two for the first 256 variables, four for the others. */
    private static final int VARIABLE = 3;

    private final Definitions definitions;
    private final Map<Value, Integer> reads = new HashMap<>();

    CodeEstimate(Draft draft) {
        definitions = draft.definitions();
        for (DraftBlock block : draft.blocks()) {
            block.instructions.forEach(each -> count(each.operands()));
            count(block.terminator.operands());
            block.terminator.targets().forEach(target -> count(target.arguments()));
            block.handlers.forEach(handler -> count(handler.target().arguments()));
        }
    }

    /** Of a whole function. */
    static int of(Function function) {
        Draft draft = new Draft(function);
        CodeEstimate estimate = new CodeEstimate(draft);
        return draft.blocks().stream().mapToInt(estimate::of).sum();
    }

    private void count(List<Value> values) {
        values.forEach(value -> reads.merge(value, 1, Integer::sum));
    }

    int of(DraftBlock block) {
        int bytes = terminator(block.terminator);
        for (Instruction instruction : block.instructions) {
            bytes += of(instruction);
        }
        return bytes;
    }

    int of(Instruction instruction) {
        if (instruction.op() instanceof Op.Literal literal && literal.constant().isPure()) {
            return 0;
        }
        int times = instruction.result() == null ? 1 : reads.getOrDefault(instruction.result(), 0);
        return operation(instruction.op()) + loads(instruction.operands()) + (times == 1 ? 0 : VARIABLE);
    }

    private static int operation(Op op) {
        if (op instanceof Op.Invoke invoke) {
            return invoke.kind() == Op.InvokeKind.INTERFACE ? 5 : 3;
        } else if (op instanceof Op.InvokeDynamic) {
            return 5;
        } else if (op instanceof Op.Create) {
            return 7;
        }
        boolean isBare = op instanceof Op.Arithmetic
                || op instanceof Op.Accumulate
                || op instanceof Op.ArrayLoad
                || op instanceof Op.ArrayStore
                || op instanceof Op.ArrayLength
                || op instanceof Op.Monitor;
        return isBare ? 1 : 3;
    }

    private int terminator(Terminator terminator) {
        int bytes = loads(terminator.operands()) + (terminator instanceof Terminator.Switch ? 12 : 1);
        for (Target target : terminator.targets()) {
            bytes += 3
                    + loads(target.arguments())
                    + VARIABLE * target.arguments().size();
        }
        return terminator instanceof Terminator.Switch
                ? bytes + 5 * terminator.targets().size()
                : bytes;
    }

    private int loads(List<Value> values) {
        int bytes = 0;
        for (Value value : values) {
            Constant constant = definitions.constant(value);
            if (constant != null) {
                bytes += constant instanceof Constant.OfInt ? 2 : 3;
            } else if (definitions.of(value) == null || reads.getOrDefault(value, 0) > 1) {
                bytes += VARIABLE;
            }
        }
        return bytes;
    }
}
