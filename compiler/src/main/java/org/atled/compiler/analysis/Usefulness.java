package org.atled.compiler.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.rule.Rules;

/** Carries usefulness backward: the numbers that an active output depends on. */
final class Usefulness {
    private final ControlFlow flow;
    private final ActivityFacts facts;
    private final Set<Value> useful = new HashSet<>();

    private Usefulness(ControlFlow flow, ActivityFacts facts) {
        this.flow = flow;
        this.facts = facts;
    }

    static Set<Value> of(ControlFlow flow, ActivityFacts facts) {
        Usefulness usefulness = new Usefulness(flow, facts);
        int before;
        do {
            before = usefulness.useful.size();
            List<Block> blocks = flow.reversePostorder();
            for (int i = blocks.size() - 1; i >= 0; i--) {
                usefulness.visit(blocks.get(i));
            }
        } while (usefulness.useful.size() > before);
        return usefulness.useful;
    }

    private void visit(Block block) {
        if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
            useful.add(end.value());
        }
        block.terminator().targets().forEach(target -> visit(target, 0));
        block.handlers().forEach(handler -> visit(handler.target(), 1));
        for (int i = block.instructions().size() - 1; i >= 0; i--) {
            visit(block.instructions().get(i));
        }
    }

    private void visit(Target target, int skipped) {
        List<Value> parameters = flow.block(target.block()).parameters();
        for (int i = skipped; i < parameters.size(); i++) {
            if (useful.contains(parameters.get(i))) {
                useful.add(target.arguments().get(i - skipped));
            }
        }
    }

    private void visit(Instruction instruction) {
        Treatment treatment = facts.treatments.get(instruction);
        if (instruction.op() instanceof Op.Arithmetic arithmetic) {
            partials(instruction, Rules.of(arithmetic.operator()).partials());
        } else if (treatment instanceof Treatment.Scalar scalar) {
            partials(instruction, scalar.rule().partials());
        } else if (treatment instanceof Treatment.Structural || treatment instanceof Treatment.Differentiated) {
            useful.addAll(instruction.operands());
        } else if (isFieldStore(instruction.op()) && facts.isActive(instruction.operand(0))) {
            useful.add(instruction.operand(1));
        } else if (instruction.op() instanceof Op.ArrayStore && facts.isActive(instruction.operand(0))) {
            useful.add(instruction.operand(2));
        }
    }

    private static boolean isFieldStore(Op op) {
        return op instanceof Op.PutField put && !put.isStatic() || op instanceof Op.Initialized;
    }

    private void partials(Instruction instruction, List<Partial> partials) {
        if (useful.contains(instruction.result())) {
            partials.forEach(partial -> useful.add(instruction.operand(partial.operand())));
        }
    }
}
