package org.atled.compiler.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.rule.StructuralRule;

/**
 * References that are surely {@code null} or to an array the function itself makes, whatever else its {@link Region} may
 * hold: what is stored there is not stored into a constant.
 */
final class MadeHere {
    private final Rules rules;
    private final Set<Value> made = new HashSet<>();

    private MadeHere(Rules rules) {
        this.rules = rules;
    }

    static Set<Value> in(ControlFlow flow, Rules rules) {
        MadeHere run = new MadeHere(rules);
        for (Block block : flow.function().blocks()) {
            if (block != flow.function().entry()) {
                run.made.addAll(block.parameters());
            }
            block.instructions().stream().filter(run::mayMake).forEach(each -> run.made.add(each.result()));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : flow.function().blocks()) {
                changed |= run.checkCasts(block) | run.checkTargets(block, flow);
            }
        }
        return run.made;
    }

    private boolean mayMake(Instruction instruction) {
        Op op = instruction.op();
        return op instanceof Op.NewArray
                || op instanceof Op.Create
                || op instanceof Op.CheckCast
                || op instanceof Op.Literal literal && literal.constant() instanceof Constant.Null
                || op instanceof Op.Invoke invoke
                        && instruction.result() != null
                        && rules.structural(invoke.method())
                                .filter(StructuralRule::makesResult)
                                .isPresent();
    }

    private boolean checkCasts(Block block) {
        boolean changed = false;
        for (Instruction instruction : block.instructions()) {
            if (instruction.op() instanceof Op.CheckCast && !made.contains(instruction.operand(0))) {
                changed |= made.remove(instruction.result());
            }
        }
        return changed;
    }

    private boolean checkTargets(Block block, ControlFlow flow) {
        boolean changed = false;
        for (Target target : block.terminator().targets()) {
            changed |= check(target, flow.block(target.block()).parameters());
        }
        for (Handler handler : block.handlers()) {
            List<Value> parameters = flow.block(handler.target().block()).parameters();
            changed |= made.remove(parameters.get(0));
            changed |= check(handler.target(), parameters.subList(1, parameters.size()));
        }
        return changed;
    }

    private boolean check(Target target, List<Value> parameters) {
        boolean changed = false;
        for (int i = 0; i < parameters.size(); i++) {
            if (!made.contains(target.arguments().get(i))) {
                changed |= made.remove(parameters.get(i));
            }
        }
        return changed;
    }
}
