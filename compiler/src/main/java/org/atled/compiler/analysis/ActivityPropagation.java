package org.atled.compiler.analysis;

import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.rule.ScalarRule;

/**
 * Carries activity forward through one function: from active arguments through arithmetic, memory, control-flow joins
 * and calls, until nothing changes. References that may meet are put into one {@link Region}.
 */
final class ActivityPropagation {
    private final Function function;
    private final ActivityFacts facts;
    private final CallPropagation calls;
    private final FieldPropagation fields;

    ActivityPropagation(Function function, ActivityFacts facts, CallPropagation calls, Closure closure) {
        this.function = function;
        this.facts = facts;
        this.calls = calls;
        this.fields = new FieldPropagation(facts, calls, closure);
    }

    void run() {
        do {
            for (Block block : function.blocks()) {
                block.instructions().forEach(this::visit);
                visit(block.terminator());
                block.handlers().forEach(this::flow);
            }
        } while (facts.takeChanged());
    }

    private void visit(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.Arithmetic arithmetic) {
            scalar(instruction, Rules.of(arithmetic.operator()));
        } else if (op instanceof Op.ArrayLoad) {
            load(instruction);
        } else if (op instanceof Op.ArrayStore) {
            store(instruction);
        } else if (op instanceof Op.CheckCast) {
            facts.unify(facts.region(instruction.result()), facts.region(instruction.operand(0)));
        } else if (op instanceof Op.GetField field) {
            fields.get(instruction, field);
        } else if (op instanceof Op.PutField field) {
            fields.put(instruction, field);
        } else if (op instanceof Op.Initialized initialized) {
            fields.initialize(instruction, initialized.field());
        } else if (op instanceof Op.Create creation) {
            calls.create(instruction, creation);
        } else if (op instanceof Op.InvokeDynamic dynamic) {
            dynamic(instruction, dynamic);
        } else if (op instanceof Op.Invoke invoke) {
            calls.visit(instruction, invoke);
        }
    }

    private void dynamic(Instruction instruction, Op.InvokeDynamic dynamic) {
        if (Printing.isHarmless(dynamic)) {
            calls.texts().make(instruction);
            calls.observers().look(instruction);
            return;
        }
        instruction.operands().forEach(this::leak);
        if (instruction.operands().stream().anyMatch(facts::isActive)) {
            facts.lose();
        }
    }

    /** From here on code that is not analysed may hold the reference and write through it. */
    private void leak(Value value) {
        if (value.type().isReference()) {
            facts.note(facts.region(value).leak());
        }
    }

    private void scalar(Instruction instruction, ScalarRule rule) {
        if (rule.partials().stream().anyMatch(partial -> facts.isActive(instruction.operand(partial.operand())))) {
            facts.vary(instruction.result());
        }
    }

    private void load(Instruction instruction) {
        Region array = facts.region(instruction.operand(0));
        Value result = instruction.result();
        if (result.type().isReference()) {
            facts.unify(array.pointee(), facts.region(result));
            if (array.isText()) {
                facts.note(facts.region(result).markText());
            }
        } else if (result.type().isFloating() && array.isActive()) {
            facts.vary(result);
        }
    }

    private void store(Instruction instruction) {
        Region array = facts.region(instruction.operand(0));
        Value value = instruction.operand(2);
        facts.note(array.markWritten(Region.ELEMENTS));
        if (value.type().isReference()) {
            facts.unify(array.pointee(), facts.region(value));
            if (facts.isActive(value)) {
                calls.storeActive(instruction.operand(0), instruction);
            }
        } else if (facts.isActive(value)) {
            facts.note(array.activate());
            calls.storeActive(instruction.operand(0), instruction);
        }
    }

    private void visit(Terminator terminator) {
        terminator.targets().forEach(target -> flow(target, 0));
        if (terminator instanceof Terminator.Return end && end.value() != null) {
            if (end.value().type().isReference()) {
                facts.unify(facts.result, facts.region(end.value()));
            } else if (facts.isActive(end.value())) {
                facts.note(!facts.resultVaried);
                facts.resultVaried = true;
            }
        }
    }

    private void flow(Handler handler) {
        flow(handler.target(), 1);
        calls.catchAny(block(handler.target().block()).parameters().get(0));
    }

    private void flow(Target target, int skipped) {
        List<Value> parameters = block(target.block()).parameters();
        for (int i = 0; i < target.arguments().size(); i++) {
            Value argument = target.arguments().get(i);
            Value parameter = parameters.get(i + skipped);
            if (parameter.type().isReference()) {
                facts.unify(facts.region(parameter), facts.region(argument));
            } else if (facts.isActive(argument)) {
                facts.vary(parameter);
            }
        }
    }

    private Block block(int id) {
        return calls.flow().block(id);
    }
}
