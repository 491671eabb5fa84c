package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Replaces block parameters that are the same literal on every path, also round loops where each only gets it from the
 * other: a cotangent that is cleared at the end of every iteration is zero at the beginning of each. Optimistic: every
 * parameter is taken for constant until an argument says otherwise, as in M. Wegman and F. K. Zadeck, <i>Constant
 * Propagation with Conditional Branches</i>, 1991, section 3.
 */
public final class ConstantParameters {
    private final ControlFlow flow;

    /** Known constants; empty for a value that is none; absent for a parameter nothing is known of yet. */
    private final Map<Value, Optional<Constant>> known = new HashMap<>();

    private ConstantParameters(ControlFlow flow) {
        this.flow = flow;
    }

    public static Function apply(Function function) {
        ConstantParameters pass = new ConstantParameters(ControlFlow.of(function));
        pass.collect();
        while (pass.propagate()) {
            // Until nothing is learnt any more: each value changes at most twice.
        }
        return pass.rewrite();
    }

    private void collect() {
        flow.function().parameters().forEach(parameter -> known.put(parameter, Optional.empty()));
        for (Block block : flow.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    boolean isLiteral = instruction.op() instanceof Op.Literal literal
                            && literal.constant().isPure();
                    known.put(
                            instruction.result(),
                            isLiteral ? Optional.of(((Op.Literal) instruction.op()).constant()) : Optional.empty());
                }
            }
            for (Handler handler : block.handlers()) {
                // The exception itself, and what protected code passes on, is nothing this pass looks into.
                flow.block(handler.target().block()).parameters().forEach(value -> known.put(value, Optional.empty()));
            }
        }
    }

    private boolean propagate() {
        boolean changed = false;
        for (Block block : flow.reversePostorder()) {
            for (Target target : block.terminator().targets()) {
                List<Value> parameters = flow.block(target.block()).parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    changed |=
                            meet(parameters.get(i), known.get(target.arguments().get(i)));
                }
            }
        }
        return changed;
    }

    private boolean meet(Value parameter, Optional<Constant> argument) {
        if (argument == null) {
            return false;
        }
        Optional<Constant> before = known.get(parameter);
        Optional<Constant> after = before == null || before.equals(argument) ? argument : Optional.empty();
        known.put(parameter, after);
        return !after.equals(before);
    }

    /** The literals go where every block, and every handler, can read them. */
    private Function rewrite() {
        Block entry = flow.function().entry();
        Draft draft = new Draft(flow.function());
        Renaming renaming = new Renaming();
        for (Block block : flow.reversePostorder()) {
            for (Value parameter : block.parameters()) {
                Optional<Constant> constant = known.get(parameter);
                if (constant != null && constant.isPresent()) {
                    Value literal = draft.newValue(parameter.type());
                    Op op = new Op.Literal(constant.get());
                    draft.entry().instructions.add(0, new Instruction(literal, op, List.of(), 0));
                    renaming.put(parameter, literal);
                }
            }
        }
        if (renaming.isEmpty() || !entry.handlers().isEmpty()) {
            return flow.function();
        }
        draft.rename(renaming);
        return draft.finish();
    }
}
