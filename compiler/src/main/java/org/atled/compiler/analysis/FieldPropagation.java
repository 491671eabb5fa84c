package org.atled.compiler.analysis;

import java.util.Optional;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Carries activity through fields. Static fields hold constants, instance fields what was put there. */
final class FieldPropagation {
    private final ActivityFacts facts;
    private final CallPropagation calls;
    private final Primals primals;
    private final VariedFields varied;

    FieldPropagation(ActivityFacts facts, CallPropagation calls, Closure closure) {
        this.facts = facts;
        this.calls = calls;
        this.primals = closure.primals();
        this.varied = closure.variedFields();
    }

    void get(Instruction instruction, Op.GetField get) {
        Value result = instruction.result();
        Optional<Slot> slot = get.isStatic() ? Optional.empty() : primals.slot(get.field());
        if (slot.isEmpty()) {
            if (result.type().isReference()) {
                calls.comeIn(get.field());
                calls.texts().get(instruction);
                // Class objects stand beside others in arguments of reflection, and hold nothing.
                if (!result.type().equals(Type.CLASS)) {
                    constant(facts.region(result), "field " + Naming.of(get.field()));
                }
            }
            return;
        }
        Region object = facts.region(instruction.operand(0));
        if (result.type().isReference()) {
            facts.unify(pointee(object, get.field(), slot.get()), facts.region(result));
        } else if (result.type().isFloating()
                && object.isActive()
                && !slot.get().isConstant()
                && varied.contains(slot.get())) {
            facts.vary(result);
        }
    }

    void put(Instruction instruction, Op.PutField put) {
        Optional<Slot> slot = put.isStatic() ? Optional.empty() : primals.slot(put.field());
        if (slot.isEmpty()) {
            calls.texts().put(instruction);
            if (instruction.operands().stream().anyMatch(facts::isActive)) {
                facts.lose();
            }
            instruction.operands().stream()
                    .filter(operand -> operand.type().isReference())
                    .forEach(operand -> facts.note(facts.region(operand).leak()));
            return;
        }
        Region object = facts.region(instruction.operand(0));
        String field = slot.get().field();
        facts.note(object.markWritten(slot.get().index() < 0 ? Region.integer(field) : field));
        store(instruction, put.field(), slot.get());
    }

    /** A constructor has left a value in a field: before anybody else sees the object, so it counts as never written. */
    void initialize(Instruction instruction, FieldReference field) {
        primals.slot(field).ifPresent(slot -> store(instruction, field, slot));
    }

    private void store(Instruction instruction, FieldReference field, Slot slot) {
        Value object = instruction.operand(0);
        Value value = instruction.operand(1);
        Region region = facts.region(object);
        if (value.type().isReference()) {
            facts.unify(pointee(region, field, slot), facts.region(value));
        }
        if (facts.isActive(value) && slot.isConstant()) {
            facts.lose();
        } else if (facts.isActive(value)) {
            facts.note(region.activate());
            if (value.type().isFloating()) {
                varied.add(slot);
            }
            calls.storeActive(object, instruction);
        }
    }

    private Region pointee(Region object, FieldReference field, Slot slot) {
        String name = Region.pointee(slot.field(), field.type());
        Region pointee = object.pointee(slot.isConstant() ? Region.constant(name) : name);
        if (slot.isConstant()) {
            facts.note(pointee.markConstant("the @NoDerivative field " + Naming.of(field)));
        }
        return pointee;
    }

    private void constant(Region region, String what) {
        facts.note(region.markConstant(what));
        facts.note(region.leak());
    }
}
